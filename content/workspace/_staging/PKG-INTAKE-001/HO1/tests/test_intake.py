import pytest
from verdant_clock import StepClock
from verdant_intake import BadLine, Intake


def intake(start=1000):
    return Intake(StepClock(start))


def test_line_becomes_reading():
    """A good line: sensor, value, unit and sequence number are carried over."""
    got = intake().accept("air-temp;21.43;C;118")
    assert (got.sensor, got.unit, got.seq) == ("air-temp", "C", 118)
    assert got.value == pytest.approx(21.43, abs=0.05)


def test_time_comes_from_the_clock():
    """Origin of the time stamp: the injected clock, not the line."""
    assert intake(777).accept("wind;3.1;m/s;1").at_ms == 777


def test_line_end_is_ignored():
    """A line with carriage return and newline: decoded like the bare one."""
    assert intake().accept("wind;3.1;m/s;1\r\n").seq == 1


def test_missing_field_is_a_bad_line():
    """Three fields in place of four: BadLine with the number found."""
    with pytest.raises(BadLine, match="got 3"):
        intake().accept("air-temp;21.4;C")


def test_unknown_sensor_is_a_bad_line():
    """A sensor that is not configured: BadLine names it."""
    with pytest.raises(BadLine, match="soil-9"):
        intake().accept("soil-9;1;C;1")


def test_wrong_unit_is_a_bad_line():
    """Fahrenheit from a sensor configured in Celsius: BadLine names both units."""
    with pytest.raises(BadLine, match="reports F, expected C"):
        intake().accept("air-temp;70;F;1")


def test_text_value_is_a_bad_line():
    """A value that is no number: BadLine, no reading."""
    with pytest.raises(BadLine):
        intake().accept("air-temp;warm;C;1")


def test_repeat_is_swallowed():
    """The same sequence number twice in a row: one reading, then None."""
    box = intake()
    assert box.accept("wind;3.1;m/s;5") and box.accept("wind;3.1;m/s;5") is None


def test_sequence_is_kept_per_sensor():
    """Equal numbers from two sensors: both are readings."""
    box = intake()
    assert box.accept("wind;3.1;m/s;5") and box.accept("air-rh;60;%;5")


def test_sequence_may_restart():
    """A smaller number after a sensor's power cut: accepted, since only an equal number is a repeat."""
    box = intake()
    assert box.accept("wind;3.1;m/s;900") and box.accept("wind;3.2;m/s;1")


def test_implausible_value_is_flagged():
    """A value outside the sensor's range: a reading with quality range."""
    got = intake().accept("air-temp;99;C;1")
    assert (got.value, got.quality) == (99, "range")


def test_plausible_value_is_good():
    """A value inside the range: quality good."""
    assert intake().accept("air-temp;20;C;1").quality == "good"


def test_jump_is_flagged_once():
    """A jump of 12 degrees that stays: quality step for the first value, good for the next."""
    box = intake()
    box.accept("air-temp;20;C;1")
    assert [box.accept(f"air-temp;32;C;{n}").quality for n in (2, 3)] == ["step", "good"]


def test_first_value_is_never_a_step():
    """The first value after a start: good, there is nothing to compare with."""
    assert intake().accept("wind;40;m/s;1").quality == "good"


def test_implausible_value_is_no_yardstick():
    """A spike between two equal values: the second is good, since the spike is not compared with."""
    box = intake()
    box.accept("air-temp;20;C;1")
    box.accept("air-temp;99;C;2")
    assert box.accept("air-temp;20;C;3").quality == "good"


def test_range_ends_are_plausible():
    """Values exactly on the limits: both are readings."""
    box = intake()
    assert box.accept("air-temp;-10.0;C;1") and box.accept("air-temp;55.0;C;2")


def test_value_is_rounded_on_arrival():
    """A line with two decimals: the reading carries one, and nobody sees more."""
    assert intake().accept("air-temp;23.36;C;1").value == 23.4


def test_value_is_judged_after_rounding():
    """A value a hair above the range: rounded onto the limit and good."""
    assert intake().accept("air-temp;55.04;C;1").quality == "good"
