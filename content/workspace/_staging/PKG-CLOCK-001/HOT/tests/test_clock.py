import pytest
import verdant_clock as vc

NOON = vc.parse("2026-03-05T12:00:00+00:00")


def test_step_clock_stands_still():
    """Two reads without an advance: the same instant twice."""
    clock = vc.StepClock(5)
    assert clock.now() == clock.now() == 5


def test_step_clock_advances_by_request():
    """An advance of 250 ms: the next read is 250 later."""
    clock = vc.StepClock(0)
    assert clock.advance(250) == 250 == clock.now()


def test_step_clock_refuses_to_go_back():
    """A negative step: ValueError, and the time is unchanged."""
    clock = vc.StepClock(9)
    with pytest.raises(ValueError):
        clock.advance(-1)
    assert clock.now() == 9


def test_system_clock_is_an_integer():
    """Type of wall time: whole milliseconds, never a float."""
    assert isinstance(vc.SystemClock().now(), int)


def test_system_clock_does_not_go_back():
    """Two successive reads: the second is not smaller."""
    clock = vc.SystemClock()
    assert clock.now() <= clock.now()


def test_tick_of_rounds_down():
    """An instant inside a tick: the start of that tick."""
    assert vc.tick_of(NOON + 9_999) == NOON


def test_tick_of_boundary_belongs_to_new_tick():
    """An instant exactly on a boundary: the tick that begins there."""
    assert vc.tick_of(NOON + 10_000) == NOON + 10_000


def test_site_minute_applies_offset():
    """Noon UTC at a site one hour ahead: minute 780."""
    assert vc.site_minute(NOON) == 13 * 60


def test_site_minute_wraps_at_midnight():
    """Half past eleven at night UTC: minute 30 of the next site day."""
    assert vc.site_minute(vc.parse("2026-03-05T23:30:00+00:00")) == 30


def test_site_day_changes_at_site_midnight():
    """The same instant on the site's calendar: already the sixth of March."""
    assert vc.site_day(vc.parse("2026-03-05T23:30:00+00:00")) == "2026-03-06"


def test_parse_refuses_naive_time():
    """A time without an offset: ValueError instead of a guess."""
    with pytest.raises(ValueError, match="no offset"):
        vc.parse("2026-03-05T12:00:00")
