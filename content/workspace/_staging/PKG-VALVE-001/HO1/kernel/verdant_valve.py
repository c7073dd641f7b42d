"""Irrigation as commands that carry their own end."""
import json
from dataclasses import dataclass
from pathlib import Path

from verdant_clock import MINUTE_MS, site_day, site_minute

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "valve.json").read_text())


@dataclass(frozen=True)
class Open:
    """Keep a valve open until an instant. Saying it twice changes nothing."""

    bed: str
    until_ms: int


class ValveController:
    def __init__(self, config=CONFIG):
        self._config = config
        self._used = {}
        self._done = set()

    def due(self, at_ms):
        """Scheduled commands whose minute it is; each is issued once a day."""
        day, minute = site_day(at_ms), site_minute(at_ms)
        commands = []
        for entry in self._config["schedule"]:
            hours, minutes = entry["at"].split(":")
            key = (day, entry["bed"], entry["at"])
            if minute == int(hours) * 60 + int(minutes) and key not in self._done:
                self._done.add(key)
                start = at_ms - at_ms % MINUTE_MS
                commands += self._grant(entry["bed"], entry["seconds"], start, day)
        return commands

    def request(self, bed, seconds, at_ms):
        """A person asks for water; the same limits apply."""
        return self._grant(bed, seconds, at_ms, site_day(at_ms))

    def _grant(self, bed, seconds, start_ms, day):
        left = self._config["daily_limit_s"] - self._used.get((day, bed), 0)
        granted = min(seconds, self._config["max_open_s"], left)
        if granted <= 0:
            return []
        self._used[(day, bed)] = self._used.get((day, bed), 0) + granted
        return [Open(bed, start_ms + granted * 1000)]


class Valve:
    """What the valve's own board does with a command."""

    def __init__(self):
        self._until_ms = 0

    def obey(self, command):
        self._until_ms = max(self._until_ms, command.until_ms)

    def is_open(self, at_ms):
        return at_ms < self._until_ms
