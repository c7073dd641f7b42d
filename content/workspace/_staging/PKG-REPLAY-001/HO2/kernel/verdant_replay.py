"""Run a stored day through the control loop again and compare the commands."""
import hashlib
import heapq
import json
from dataclasses import dataclass
from pathlib import Path

from verdant_loop import Loop
from verdant_store import Store

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "replay.json").read_text())


class ReplayError(Exception):
    """There is nothing to replay or nothing to compare with."""


@dataclass(frozen=True)
class Verdict:
    same: bool
    live: str
    again: str
    first: str

    def text(self):
        return "replay: same" if self.same else f"replay: different, first at {self.first}"


def digest(lines):
    return "sha256:" + hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def readings(folder, start_ms, end_ms, config=CONFIG):
    """All stored readings of the interval, in the order of their time."""
    store = Store(folder)
    streams = [store.between(sensor, start_ms, end_ms) for sensor in config["sensors"]]
    return heapq.merge(*streams, key=lambda r: r.at_ms)


def replay(folder, start_ms, end_ms, scratch):
    """The commands that the loop gives for the stored readings."""
    said, last = [], None
    loop = Loop(Store(scratch), start_ms, said.append)
    for reading in readings(folder, start_ms, end_ms):
        loop.take(reading)
        last = reading.at_ms
    if last is None:
        raise ReplayError("no stored readings in the interval")
    loop.run_to(last)
    return said


def compare(folder, start_ms, end_ms, scratch, config=CONFIG):
    log = Path(folder) / config["log"]
    if not log.exists():
        raise ReplayError(f"no {config['log']} to compare with")
    live = log.read_text(encoding="utf-8").splitlines()
    again = replay(folder, start_ms, end_ms, scratch)
    size = max(len(live), len(again))
    pairs = zip(live + [None] * (size - len(live)), again + [None] * (size - len(again)))
    first = next((f"line {n}" for n, (a, b) in enumerate(pairs, 1) if a != b), "")
    return Verdict(not first, digest(live), digest(again), first)
