import sys
from pathlib import Path

import pytest
import verdant_loop
from verdant_clock import parse
from verdant_intake import Reading
from verdant_loop import Loop, wire
from verdant_store import Store

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import main

NOON = parse("2026-04-07T12:00:00+01:00")


def loop(tmp_path, start=NOON):
    said = []
    return Loop(Store(tmp_path), start, said.append), said


def temp(value, at, seq=1):
    return Reading("air-temp", value, "C", seq, at)


def test_wiring_imports_the_shipped_controllers():
    """The shipped wiring: both roles have a module."""
    assert {m.__name__ for m in wire().values()} == {"verdant_vent", "verdant_valve"}


def test_retired_module_is_refused():
    """A role given to the thermostat: ValueError names the role and the module."""
    config = {**verdant_loop.CONFIG, "controllers": {"climate": "verdant_thermo"}, "retired": ["verdant_thermo"]}
    with pytest.raises(ValueError, match="climate: verdant_thermo is superseded"):
        wire(config)


def test_nothing_is_decided_before_a_tick_ends(tmp_path):
    """A reading inside the first tick: no command yet."""
    box, said = loop(tmp_path)
    box.take(temp(30, NOON + 5))
    assert said == []


def test_first_decision_states_everything(tmp_path):
    """The end of the first tick: vent and heat are both said."""
    box, said = loop(tmp_path)
    box.take(temp(21, NOON + 5))
    box.run_to(NOON + 10_000)
    assert [s.split(" ", 1)[1] for s in said] == ["vent 0", "heat off"]


def test_hot_reading_opens_the_vents(tmp_path):
    """Thirty degrees at noon: vents fully open."""
    box, said = loop(tmp_path)
    box.take(temp(30, NOON + 5))
    box.run_to(NOON + 10_000)
    assert said[0] == f"{NOON + 10_000} vent 100"


def test_unchanged_decision_is_not_repeated(tmp_path):
    """Three ticks with the same reading: the position is said once."""
    box, said = loop(tmp_path)
    box.take(temp(30, NOON + 5))
    box.run_to(NOON + 30_000)
    assert len([s for s in said if " vent " in s]) == 1


def test_reading_counts_from_the_next_tick(tmp_path):
    """A hot reading just after a tick: decided at the end of its own tick."""
    box, said = loop(tmp_path)
    box.take(temp(21, NOON + 5))
    box.take(temp(30, NOON + 10_001, 2))
    box.run_to(NOON + 20_000)
    assert [s for s in said if " vent " in s][-1] == f"{NOON + 20_000} vent 100"


def test_gap_in_readings_still_ticks(tmp_path):
    """Six silent minutes: the alerts of four sensors are said in between."""
    box, said = loop(tmp_path)
    box.run_to(NOON + 360_000)
    assert len([s for s in said if " alert " in s]) == 4


def test_irrigation_is_said_with_its_end(tmp_path):
    """The scheduled minute: the valve command carries its deadline."""
    start = parse("2026-04-07T06:29:50+01:00")
    box, said = loop(tmp_path, start)
    box.run_to(start + 10_000)
    assert said[-1] == f"{start + 10_000} valve bed-1 until {start + 130_000}"


def test_bad_line_does_not_stop_the_run(tmp_path):
    """Rubbish between two good lines: both readings are stored."""
    lines = ["0 air-temp;21.0;C;1", "10 rubbish", "20 air-temp;21.5;C;2"]
    main.run(lines, main.StepClock(NOON), tmp_path, True)
    assert len(list(Store(tmp_path).between("air-temp", NOON, NOON + 21))) == 2


def test_recorded_morning_runs_twice_alike(tmp_path):
    """The recorded morning in two folders: identical commands."""
    lines = (HERE / "fixtures" / "morning.txt").read_text().splitlines()
    start = parse("2026-04-07T05:50:00+01:00")
    one, two = (main.run(lines, main.StepClock(start), tmp_path / d, True) for d in "ab")
    assert one == two and one


def test_recorded_morning_waters_both_beds(tmp_path):
    """The recorded morning: each bed is watered exactly once."""
    lines = (HERE / "fixtures" / "morning.txt").read_text().splitlines()
    said = main.run(lines, main.StepClock(parse("2026-04-07T05:50:00+01:00")), tmp_path, True)
    assert [s.split()[2] for s in said if " valve " in s] == ["bed-1", "bed-2"]


def test_removed_module_cannot_be_wired():
    """A role given to the removed thermostat: ModuleNotFoundError, with no entry in the retired list."""
    with pytest.raises(ModuleNotFoundError):
        wire({**verdant_loop.CONFIG, "controllers": {"climate": "verdant_thermo"}})


def test_wind_reaches_the_vents(tmp_path):
    """A hot noon with a gust: the loop says vent 100 and, a tick later, vent 0."""
    box, said = loop(tmp_path)
    box.take(temp(30, NOON + 5))
    box.take(Reading("wind", 18.0, "m/s", 1, NOON + 10_001))
    box.run_to(NOON + 20_000)
    assert [s.split(" ", 1)[1] for s in said if " vent " in s] == ["vent 100", "vent 0"]
