from verdant_clock import parse
from verdant_valve import Open, Valve, ValveController

HALF_SIX = parse("2026-04-01T06:30:00+01:00")


def test_nothing_is_due_at_other_times():
    """A minute before the schedule: no command."""
    assert ValveController().due(HALF_SIX - 60_000) == []


def test_scheduled_command_has_an_end():
    """The scheduled minute: open until 120 seconds after it began."""
    assert ValveController().due(HALF_SIX) == [Open("bed-1", HALF_SIX + 120_000)]


def test_late_tick_does_not_prolong():
    """A tick 40 seconds into the minute: the same end as on time."""
    assert ValveController().due(HALF_SIX + 40_000) == [Open("bed-1", HALF_SIX + 120_000)]


def test_command_is_issued_once():
    """The next tick of the same minute: nothing more."""
    box = ValveController()
    box.due(HALF_SIX)
    assert box.due(HALF_SIX + 10_000) == []


def test_next_day_is_a_new_day():
    """The same minute a day later: issued again."""
    box = ValveController()
    box.due(HALF_SIX)
    assert len(box.due(HALF_SIX + 86_400_000)) == 1


def test_request_is_capped_by_longest_opening():
    """A person asks for an hour: 300 seconds granted."""
    assert ValveController().request("bed-1", 3600, HALF_SIX) == [Open("bed-1", HALF_SIX + 300_000)]


def test_daily_limit_covers_requests_and_schedule():
    """Two long requests before the schedule: the scheduled watering gets nothing."""
    box = ValveController()
    box.request("bed-1", 300, HALF_SIX)
    box.request("bed-1", 300, HALF_SIX)
    assert box.due(HALF_SIX) == []


def test_last_grant_is_what_is_left():
    """A request beyond the rest of the day: the rest is granted."""
    box = ValveController()
    box.request("bed-1", 300, HALF_SIX)
    box.request("bed-1", 200, HALF_SIX)
    assert box.request("bed-1", 300, HALF_SIX) == [Open("bed-1", HALF_SIX + 100_000)]


def test_beds_have_separate_limits():
    """One bed at its limit: another bed still gets water."""
    box = ValveController()
    for _ in range(2):
        box.request("bed-1", 300, HALF_SIX)
    assert len(box.request("bed-2", 60, HALF_SIX)) == 1


def test_valve_closes_without_a_command():
    """No further word from the controller: closed at the deadline."""
    valve = Valve()
    valve.obey(Open("bed-1", 1000))
    assert valve.is_open(999) and not valve.is_open(1000)


def test_repeated_command_changes_nothing():
    """The same command three times: the same deadline."""
    valve = Valve()
    for _ in range(3):
        valve.obey(Open("bed-1", 1000))
    assert not valve.is_open(1000)


def test_older_command_does_not_shorten():
    """Two commands arriving in the wrong order: the later deadline stands."""
    valve = Valve()
    valve.obey(Open("bed-1", 2000))
    valve.obey(Open("bed-1", 1000))
    assert valve.is_open(1500)
