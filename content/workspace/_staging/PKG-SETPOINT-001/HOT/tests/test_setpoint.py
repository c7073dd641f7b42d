import pytest
from verdant_clock import parse
from verdant_setpoint import Profile, Target

DAY, NIGHT = Target(19.0, 23.0, 85.0), Target(16.0, 20.0, 90.0)


def at(text):
    return Profile().target(parse(f"2026-03-26T{text}+01:00"))


def test_middle_of_the_day():
    """Noon at the site: the day targets, untouched."""
    assert at("12:00:00") == DAY


def test_evening_after_the_ramp():
    """An hour into the night period: the night targets."""
    assert at("21:00:00") == NIGHT


def test_after_midnight_is_still_night():
    """Half past two: the period that began the evening before."""
    assert at("02:30:00") == NIGHT


def test_ramp_begins_at_the_old_target():
    """The first instant of a period: the targets of the period before."""
    assert at("06:00:00") == NIGHT


def test_ramp_half_way():
    """Twenty of forty minutes: half-way between both targets."""
    assert at("06:20:00") == Target(17.5, 21.5, 87.5)


def test_ramp_end_reaches_the_new_target():
    """The last minute of the ramp: exactly the new targets."""
    assert at("06:40:00") == DAY


def test_ramp_moves_within_a_minute():
    """Thirty seconds into the ramp: already a little higher than at its start."""
    assert 16.0 < at("06:00:30").heat_at < at("06:01:00").heat_at


def test_single_period_never_ramps():
    """A profile with one period: the same targets all day."""
    only = dict(ramp_minutes=40, periods=[dict({"from": "00:00"}, heat_at=18, vent_at=22, rh_max=80)])
    assert Profile(only).target(0) == Profile(only).target(60_000) == Target(18, 22, 80)


def test_period_order_in_the_file_does_not_matter():
    """Periods listed in reverse: the same profile."""
    periods = [dict({"from": f}, heat_at=h, vent_at=h + 4, rh_max=85) for f, h in (("20:00", 16), ("06:00", 19))]
    assert Profile(dict(ramp_minutes=0, periods=periods)).target(parse("2026-03-26T12:00:00+01:00")).heat_at == 19


def test_period_shorter_than_ramp_is_refused():
    """Two periods ten minutes apart with a ramp of forty: ValueError at load time."""
    periods = [dict({"from": f}, heat_at=16, vent_at=20, rh_max=85) for f in ("06:00", "06:10")]
    with pytest.raises(ValueError, match="shorter than the ramp"):
        Profile(dict(ramp_minutes=40, periods=periods))


def test_overlapping_targets_are_refused():
    """Heating above the venting temperature: ValueError at load time."""
    with pytest.raises(ValueError, match="at once"):
        Profile(dict(ramp_minutes=0, periods=[dict({"from": "00:00"}, heat_at=22, vent_at=21, rh_max=80)]))


def test_profile_without_periods_is_refused():
    """An empty list of periods: ValueError and no silent default."""
    with pytest.raises(ValueError, match="needs a period"):
        Profile(dict(ramp_minutes=0, periods=[]))
