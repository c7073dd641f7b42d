import pytest
from verdant_alert import Alerts
from verdant_clock import StepClock
from verdant_intake import Reading
from verdant_shell import HELP, Shell
from verdant_store import Store
from verdant_valve import ValveController


class House:
    def __init__(self, folder):
        self.clock, self.store, self.sent = StepClock(0), Store(folder), []
        self.alerts = Alerts(["wind"], 0)
        self.shell = Shell(self.clock, self.store, ValveController(), self.alerts, self.sent.append)

    def hear(self, value, quality="good"):
        self.store.append(Reading("air-temp", value, "C", 1, self.clock.now(), quality))

    def top(self):
        return self.shell.handle("status").splitlines()[0]


@pytest.fixture
def house(tmp_path):
    return House(tmp_path)


def test_status_shows_every_sensor(house):
    """Four configured sensors: four rows."""
    assert len(house.shell.handle("status").splitlines()) == 4


def test_status_says_when_nothing_was_heard(house):
    """A sensor without a reading: words and no number."""
    assert house.top() == "air-temp   nothing heard"


def test_status_shows_value_and_unit(house):
    """A fresh good reading: value and unit, no remark."""
    house.hear(21.4)
    assert house.top() == "air-temp   21.4 C"


def test_status_shows_the_flag(house):
    """An implausible reading: the flag stands behind the value."""
    house.hear(99.0, "range")
    assert house.top() == "air-temp   99 C (range)"


def test_status_marks_an_old_value(house):
    """A reading three minutes old: its age is shown."""
    house.hear(21.4)
    house.clock.advance(180_000)
    assert house.top().endswith("180 s old")


def test_water_asks_first(house):
    """A watering command: a question, and nothing is sent."""
    assert "answer yes" in house.shell.handle("water bed-1 60") and house.sent == []


def test_yes_sends_the_command(house):
    """Question and confirmation: one command with its deadline."""
    house.shell.handle("water bed-1 60")
    assert house.shell.handle("yes") == "bed-1: open for 60 s" and house.sent[0].until_ms == 60_000


def test_late_yes_is_refused(house):
    """A confirmation after 31 seconds: refused, nothing sent."""
    house.shell.handle("water bed-1 60")
    house.clock.advance(31_000)
    assert house.shell.handle("yes") == "too late, ask again" and house.sent == []


def test_anything_else_cancels(house):
    """Another command between question and yes: nothing to confirm."""
    house.shell.handle("water bed-1 60")
    house.shell.handle("status")
    assert house.shell.handle("yes") == "nothing to confirm"


def test_answer_states_what_was_granted(house):
    """A request of an hour: the answer says 300 seconds."""
    house.shell.handle("water bed-1 3600")
    assert house.shell.handle("yes") == "bed-1: open for 300 s"


def test_exhausted_bed_is_told(house):
    """A bed at its daily limit: said so, nothing more is sent."""
    for _ in range(3):
        house.shell.handle("water bed-1 300")
        answer = house.shell.handle("yes")
    assert answer == "bed-1: daily limit reached" and len(house.sent) == 2


def test_ack_stops_repeats(house):
    """An alert that was taken: not repeated an hour later."""
    house.alerts.check(400_000)
    house.shell.handle("ack wind")
    assert house.alerts.check(4_000_000) == []


def test_there_is_no_vent_command(house):
    """A grower types a vent command: the help line is the answer."""
    assert house.shell.handle("vent 50") == HELP
