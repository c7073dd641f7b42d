from pathlib import Path

import pytest
from verdant_clock import StepClock, parse
from verdant_intake import Intake, Reading
from verdant_loop import Loop
from verdant_replay import ReplayError, Verdict, compare, digest, readings, replay
from verdant_store import Store

T0 = parse("2026-04-24T12:00:00+01:00")
END = T0 + 3_600_000


def live(folder, values, sensor="air-temp", quality="good"):
    """A short live run: one value a minute; returns what was said."""
    said = []
    loop = Loop(Store(folder), T0, said.append)
    for n, value in enumerate(values):
        loop.take(Reading(sensor, value, "C", n, T0 + n * 60_000 + 500, quality))
    loop.run_to(T0 + (len(values) - 1) * 60_000 + 500)
    (Path(folder) / "commands.log").write_text("".join(f"{s}\n" for s in said))
    return said


def test_digest_depends_on_order():
    """Two lines swapped: another digest."""
    assert digest(["a", "b"]) != digest(["b", "a"])


def test_readings_are_merged_by_time(tmp_path):
    """Two sensors in turn: one stream in order of time."""
    store = Store(tmp_path)
    for n in range(4):
        store.append(Reading(("wind", "air-temp")[n % 2], 1.0, "C", n, T0 + n))
    assert [r.seq for r in readings(tmp_path, T0, END)] == [0, 1, 2, 3]


def test_readings_stop_before_the_end(tmp_path):
    """A reading exactly at the end: not replayed."""
    store = Store(tmp_path)
    for at in (T0, END):
        store.append(Reading("wind", 1.0, "m/s", at, at))
    assert [r.at_ms for r in readings(tmp_path, T0, END)] == [T0]


def test_replay_repeats_a_live_run(tmp_path):
    """A stored hour: the same lines as were said live."""
    said = live(tmp_path / "d", [21.0, 24.5, 26.0, 28.5, 20.0])
    assert replay(tmp_path / "d", T0, END, tmp_path / "s") == said


def test_replay_twice_is_alike(tmp_path):
    """Two replays of the same folder: identical lines."""
    live(tmp_path / "d", [21.0, 27.0, 18.0])
    assert replay(tmp_path / "d", T0, END, tmp_path / "a") == replay(tmp_path / "d", T0, END, tmp_path / "b")


def test_replay_leaves_the_data_alone(tmp_path):
    """The data folder after a replay: the same files with the same bytes."""
    live(tmp_path / "d", [21.0, 27.0])
    before = {p: p.read_bytes() for p in (tmp_path / "d").rglob("*") if p.is_file()}
    replay(tmp_path / "d", T0, END, tmp_path / "s")
    assert before == {p: p.read_bytes() for p in (tmp_path / "d").rglob("*") if p.is_file()}


def test_flags_are_replayed(tmp_path):
    """A run of implausible values: vents held in the replay as they were live."""
    said = live(tmp_path / "d", [99.0] * 6, quality="range")
    assert replay(tmp_path / "d", T0, END, tmp_path / "s") == said


def test_equal_logs_compare_as_same(tmp_path):
    """Log and replay agree: same is true and both digests are equal."""
    live(tmp_path / "d", [21.0, 27.0, 18.0])
    verdict = compare(tmp_path / "d", T0, END, tmp_path / "s")
    assert verdict.same and verdict.live == verdict.again


def test_first_difference_is_named(tmp_path):
    """The second line of the log altered: different, first at line 2."""
    said = live(tmp_path / "d", [21.0, 27.0])
    said[1] = said[1].replace("off", "on")
    (tmp_path / "d" / "commands.log").write_text("".join(f"{s}\n" for s in said))
    assert compare(tmp_path / "d", T0, END, tmp_path / "s").text() == "replay: different, first at line 2"


def test_missing_tail_is_a_difference(tmp_path):
    """The last line of the log cut off: different, at that line."""
    said = live(tmp_path / "d", [21.0, 27.0])
    (tmp_path / "d" / "commands.log").write_text("".join(f"{s}\n" for s in said[:-1]))
    assert compare(tmp_path / "d", T0, END, tmp_path / "s").first == f"line {len(said)}"


def test_missing_log_is_an_error(tmp_path):
    """A folder without a command log: ReplayError names the file."""
    with pytest.raises(ReplayError, match="commands.log"):
        compare(tmp_path, T0, END, tmp_path / "s")


def test_empty_interval_is_an_error(tmp_path):
    """No readings in the interval: ReplayError and no empty agreement."""
    with pytest.raises(ReplayError, match="no stored readings"):
        replay(tmp_path, T0, END, tmp_path / "s")


def test_verdict_reads_as_a_sentence():
    """The words for agreement: replay: same."""
    assert Verdict(True, "x", "x", "").text() == "replay: same"


def test_bus_lines_with_two_decimals_replay(tmp_path):
    """Live values from the intake with two decimals on the bus: the replay is the same."""
    said, clock = [], StepClock(T0)
    intake, loop = Intake(clock), Loop(Store(tmp_path / "d"), T0, said.append)
    for n, value in enumerate((23.36, 23.84, 24.46, 23.11, 25.97)):
        clock.advance(700_000)
        loop.take(intake.accept(f"air-temp;{value};C;{n}"))
    loop.run_to(clock.now())
    assert replay(tmp_path / "d", T0, END + 3_600_000, tmp_path / "s") == said
