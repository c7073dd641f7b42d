from pathlib import Path

from verdant_intake import Reading
from verdant_setpoint import Target
from verdant_vent import CONFIG, Climate, VentController

DAY = Target(19.0, 23.0, 85.0)


def at(value, quality="good", when=0):
    return Reading("air-temp", value, "C", 1, when, quality)


def test_between_targets_nothing_happens():
    """A temperature between heating and venting: vents shut, heater off."""
    assert VentController().decide(at(21), DAY, 0) == Climate(0, False)


def test_opens_in_proportion():
    """Two degrees above the venting target: forty percent."""
    assert VentController().decide(at(25), DAY, 0).vent == 40


def test_position_is_a_multiple_of_the_step():
    """An excess that asks for 43 percent: rounded to 45."""
    assert VentController().decide(at(25.15), DAY, 0).vent == 45


def test_opening_stops_at_hundred():
    """An excess of nine degrees: fully open and no more."""
    assert VentController().decide(at(32), DAY, 0).vent == 100


def test_position_is_absolute():
    """The same reading twice: the same position twice, nothing accumulates."""
    box = VentController()
    assert box.decide(at(25), DAY, 0) == box.decide(at(25), DAY, 10_000)


def test_heats_below_the_band():
    """A temperature below target minus band: heater on, vents shut."""
    assert VentController().decide(at(18.4), DAY, 0) == Climate(0, True)


def test_heating_stays_on_inside_the_band():
    """Warming through the target: heater on until target plus band."""
    box = VentController()
    box.decide(at(18), DAY, 0)
    assert box.decide(at(19.4), DAY, 0).heat and not box.decide(at(19.6), DAY, 0).heat


def test_never_heats_with_open_vents():
    """A heater that is on when it gets hot: off in the same decision that opens the vents."""
    box = VentController()
    box.decide(at(18), DAY, 0)
    assert box.decide(at(24), DAY, 0) == Climate(20, False)


def test_holds_without_reading():
    """No reading after an opening: position held."""
    box = VentController()
    box.decide(at(25), DAY, 0)
    assert box.decide(None, DAY, 0).vent == 40


def test_holds_on_implausible_reading():
    """A flagged value of 99 degrees: position held."""
    box = VentController()
    box.decide(at(25), DAY, 0)
    assert box.decide(at(99, "range"), DAY, 0).vent == 40


def test_holds_on_old_reading():
    """A reading past its age: position held."""
    box = VentController()
    box.decide(at(25), DAY, 0)
    assert box.decide(at(30), DAY, 120_001).vent == 40


def test_a_step_reading_is_used():
    """A value flagged as a jump: acted on like a good one."""
    assert VentController().decide(at(25, "step"), DAY, 0).vent == 40


def moves(config):
    night = Target(16.0, 20.0, 90.0)
    values = (Path(__file__).parent / "fixtures" / "night.csv").read_text().split()
    box, seen = VentController(config), [0]
    for minute, value in enumerate(values):
        when = minute * 60_000
        seen.append(box.decide(at(float(value), when=when), night, when).vent)
    return sum(a != b for a, b in zip(seen, seen[1:]))


def test_small_change_is_not_followed():
    """A change worth ten percent after the dwell time: position kept."""
    box = VentController()
    box.decide(at(25), DAY, 0)
    assert box.decide(at(25.5, when=700_000), DAY, 700_000).vent == 40


def test_large_change_is_followed():
    """A change worth twenty percent after the dwell time: new position."""
    box = VentController()
    box.decide(at(25), DAY, 0)
    assert box.decide(at(26, when=700_000), DAY, 700_000).vent == 60


def test_no_second_move_within_dwell_time():
    """A large change one minute after a move: position kept until ten have passed."""
    box = VentController()
    box.decide(at(25), DAY, 0)
    assert [box.decide(at(28, when=t), DAY, t).vent for t in (60_000, 599_999, 600_000)] == [40, 40, 100]


def test_shutting_needs_no_deadband():
    """Ten percent open and cool again: shut, although the change is below the deadband."""
    box = VentController({**CONFIG, "deadband": 10})
    box.decide(at(23.5), DAY, 0)
    assert VentController({**CONFIG, "deadband": 15})._may_move(0, 0)
    assert box.decide(at(21, when=700_000), DAY, 700_000).vent == 0


def test_recorded_night_moves_a_tenth():
    """The night to 14 April: at most a tenth of the movements without damping."""
    assert moves(CONFIG) * 10 <= moves({**CONFIG, "deadband": 0, "dwell_ms": 0})


def blow(value, when, quality="good"):
    return Reading("wind", value, "m/s", 1, when, quality)


def test_storm_shuts_within_dwell_time():
    """A gust one minute after a move: shut at once."""
    box = VentController()
    box.decide(at(28), DAY, 0)
    assert box.decide(at(28, when=60_000), DAY, 60_000, blow(15, 60_000)).vent == 0


def test_storm_lasts_until_calm():
    """Wind between both limits after a gust: still shut."""
    box = VentController()
    box.decide(at(28), DAY, 0, blow(15, 0))
    assert box.decide(at(28, when=700_000), DAY, 700_000, blow(12, 700_000)).vent == 0


def test_calm_opens_again_after_dwell_time():
    """Calm at once after a storm: shut until the dwell time has passed, then open."""
    box = VentController()
    box.decide(at(28), DAY, 0)
    box.decide(at(28), DAY, 60_000, blow(15, 60_000))
    seen = [box.decide(at(28, when=t), DAY, t, blow(5, t)).vent for t in (120_000, 660_000)]
    assert seen == [0, 100]


def test_lost_anemometer_does_not_end_a_storm():
    """Implausible, old or no wind readings during a storm: still shut."""
    box = VentController()
    box.decide(at(28), DAY, 0, blow(15, 0))
    when = 700_000
    doubtful = (None, blow(5, when, "range"), blow(5, 0))
    assert [box.decide(at(28, when=when), DAY, when, w).vent for w in doubtful] == [0, 0, 0]


def test_storm_shuts_without_temperature():
    """No temperature during a gust: shut all the same."""
    box = VentController()
    box.decide(at(28), DAY, 0)
    assert box.decide(None, DAY, 60_000, blow(15, 60_000)).vent == 0


def test_heating_is_allowed_in_a_storm():
    """A cold storm: vents shut, heater on."""
    assert VentController().decide(at(15), DAY, 0, blow(20, 0)) == Climate(0, True)
