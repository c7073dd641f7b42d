"""Vent position and heating, decided together so that they never fight."""
import json
from dataclasses import dataclass
from pathlib import Path

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "vent.json").read_text())


@dataclass(frozen=True)
class Climate:
    vent: int
    heat: bool


class VentController:
    def __init__(self, config=CONFIG):
        self._config = config
        self._last = Climate(0, False)
        self._moved_ms = None
        self._storm = False

    def decide(self, reading, target, at_ms, wind=None):
        """Absolute vent position in percent, and heating; held without trust."""
        if self._storming(wind, at_ms):
            if self._last.vent:
                self._moved_ms = at_ms
            trusted = self._trusted(reading, at_ms)
            heat = self._heat(reading.value - target.heat_at) if trusted else self._last.heat
            self._last = Climate(0, heat)
        elif self._trusted(reading, at_ms):
            vent = self._vent(reading.value - target.vent_at)
            if not self._may_move(vent, at_ms):
                vent = self._last.vent
            if vent != self._last.vent:
                self._moved_ms = at_ms
            self._last = Climate(vent, vent == 0 and self._heat(reading.value - target.heat_at))
        return self._last

    def _storming(self, wind, at_ms):
        """A storm ends only on a trusted calm reading; a lost anemometer ends nothing."""
        if self._trusted(wind, at_ms):
            limit = "storm_until" if self._storm else "storm_from"
            self._storm = wind.value > self._config[limit]
        return self._storm

    def _may_move(self, wanted, at_ms):
        """Far enough to be worth it, and not too soon after the last move."""
        if self._moved_ms is not None and at_ms - self._moved_ms < self._config["dwell_ms"]:
            return False
        return wanted in (0, 100) or abs(wanted - self._last.vent) >= self._config["deadband"]

    def _trusted(self, reading, at_ms):
        if reading is None or reading.quality == "range":
            return False
        return at_ms - reading.at_ms <= self._config["max_age_ms"]

    def _vent(self, excess):
        step = self._config["step"]
        wanted = round(excess * self._config["percent_per_degree"] / step) * step
        return max(0, min(100, wanted))

    def _heat(self, excess):
        band = self._config["heat_band"]
        return excess < band if self._last.heat else excess < -band
