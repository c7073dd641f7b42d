"""The only module that may ask the machine for the time."""
import json
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "clock.json").read_text())
MINUTE_MS = 60_000


class SystemClock:
    """Wall time in whole milliseconds UTC."""

    def now(self):
        return time.time_ns() // 1_000_000


class StepClock:
    """A clock that moves only when told to, for tests and replays."""

    def __init__(self, start_ms=0):
        self._now = start_ms

    def now(self):
        return self._now

    def advance(self, ms):
        if ms < 0:
            raise ValueError("a clock does not go back")
        self._now += ms
        return self._now


def tick_of(ms, config=CONFIG):
    """Start of the control tick that an instant belongs to."""
    return ms - ms % config["tick_ms"]


def site_minute(ms, config=CONFIG):
    """Minute of the day on the site's clock, 0 to 1439."""
    return (ms // MINUTE_MS + config["site_offset_minutes"]) % 1440


def site_day(ms, config=CONFIG):
    """Calendar day on the site's clock, as an ISO date."""
    at = datetime.fromtimestamp(ms / 1000, timezone.utc) + timedelta(minutes=config["site_offset_minutes"])
    return at.date().isoformat()


def parse(text):
    """ISO instant with an explicit offset to milliseconds UTC."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"no offset in {text!r}")
    return round(at.timestamp() * 1000)
