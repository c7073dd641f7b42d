"""Faults that last become alerts; alerts are raised once and then repeated rarely."""
import json
from dataclasses import dataclass
from pathlib import Path

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "alert.json").read_text())


@dataclass(frozen=True)
class Alert:
    sensor: str
    kind: str
    since_ms: int

    def text(self):
        what = "sends implausible values" if self.kind == "range" else "is silent"
        return f"{self.sensor} {what}: check probe and cable"


class Alerts:
    def __init__(self, sensors, start_ms, config=CONFIG):
        self._config = config
        self._heard = {s: start_ms for s in sensors}
        self._bad_since = {}
        self._told = {}
        self._quiet = set()

    def observe(self, reading):
        self._heard[reading.sensor] = reading.at_ms
        if reading.quality == "range":
            self._bad_since.setdefault(reading.sensor, reading.at_ms)
        else:
            self._bad_since.pop(reading.sensor, None)

    def _faults(self, at_ms):
        for sensor, heard in sorted(self._heard.items()):
            if at_ms - heard > self._config["silent_ms"]:
                yield Alert(sensor, "silent", heard)
            elif sensor in self._bad_since and at_ms - self._bad_since[sensor] > self._config["persist_ms"]:
                yield Alert(sensor, "range", self._bad_since[sensor])

    def check(self, at_ms):
        """Alerts to show now: new ones, and unacknowledged ones due for a repeat."""
        faults = list(self._faults(at_ms))
        self._told = {a: t for a, t in self._told.items() if a in faults}
        self._quiet &= set(faults)
        due = [a for a in faults if a not in self._quiet
               and at_ms - self._told.get(a, -self._config["repeat_ms"]) >= self._config["repeat_ms"]]
        self._told.update((a, at_ms) for a in due)
        return due

    def acknowledge(self, sensor):
        """Somebody is on the way: no repeats for this sensor's present fault."""
        self._quiet |= {a for a in self._told if a.sensor == sensor}
