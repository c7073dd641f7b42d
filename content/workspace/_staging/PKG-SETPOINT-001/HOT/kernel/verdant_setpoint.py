"""What the climate should be at a given instant."""
import json
from dataclasses import dataclass
from pathlib import Path

from verdant_clock import MINUTE_MS, site_minute

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "setpoint.json").read_text())
FIELDS = ("heat_at", "vent_at", "rh_max")


@dataclass(frozen=True)
class Target:
    heat_at: float
    vent_at: float
    rh_max: float


def _minute(text):
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


class Profile:
    def __init__(self, config=CONFIG):
        self._ramp = config["ramp_minutes"]
        self._periods = sorted((_minute(p["from"]), p) for p in config["periods"])
        starts = [start for start, _ in self._periods]
        if not starts:
            raise ValueError("a profile needs a period")
        for here, after in zip(starts, starts[1:] + [starts[0] + 1440]):
            if after - here < self._ramp:
                raise ValueError(f"period at minute {here} is shorter than the ramp")
        for start, period in self._periods:
            if not period["heat_at"] < period["vent_at"]:
                raise ValueError(f"period at minute {start} would heat and vent at once")

    def target(self, at_ms):
        """Targets at an instant, moving in a straight line during a ramp."""
        minute = site_minute(at_ms) + (at_ms % MINUTE_MS) / MINUTE_MS
        index = max((i for i, (s, _) in enumerate(self._periods) if s <= minute), default=-1)
        start, new = self._periods[index]
        old = self._periods[index - 1][1]
        elapsed = (minute - start) % 1440
        share = min(1.0, elapsed / self._ramp) if self._ramp else 1.0
        return Target(*(round(old[f] + (new[f] - old[f]) * share, 3) for f in FIELDS))
