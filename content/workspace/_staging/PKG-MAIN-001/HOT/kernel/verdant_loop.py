"""The control loop: readings in, commands out, one decision per tick."""
import importlib
import json
from pathlib import Path

from verdant_alert import Alerts
from verdant_clock import CONFIG as CLOCK
from verdant_clock import tick_of
from verdant_setpoint import Profile

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "wiring.json").read_text())


def wire(config=CONFIG):
    """Import the module behind each role; a superseded one is refused."""
    for role, module in config["controllers"].items():
        if module in config["retired"]:
            raise ValueError(f"{role}: {module} is superseded")
    return {role: importlib.import_module(m) for role, m in config["controllers"].items()}


class Loop:
    def __init__(self, store, start_ms, say, config=CONFIG):
        modules = wire(config)
        self._climate = modules["climate"].VentController()
        self._valves = modules["irrigation"].ValveController()
        self._alerts = Alerts(config["sensors"], start_ms)
        self._profile = Profile()
        self._store, self._say, self._config = store, say, config
        self._tick = tick_of(start_ms)
        self._last = None

    def take(self, reading):
        """Store one reading, after closing every tick that ended before it."""
        self.run_to(reading.at_ms)
        self._store.append(reading)
        self._alerts.observe(reading)

    def run_to(self, at_ms):
        while self._tick + CLOCK["tick_ms"] <= at_ms:
            self._tick += CLOCK["tick_ms"]
            self._decide(self._tick)

    def _decide(self, at_ms):
        reading = self._store.latest(self._config["temperature"])
        wind = self._store.latest(self._config["wind"])
        now = self._climate.decide(reading, self._profile.target(at_ms), at_ms, wind)
        if self._last is None or now.vent != self._last.vent:
            self._say(f"{at_ms} vent {now.vent}")
        if self._last is None or now.heat != self._last.heat:
            self._say(f"{at_ms} heat {'on' if now.heat else 'off'}")
        self._last = now
        for command in self._valves.due(at_ms):
            self._say(f"{at_ms} valve {command.bed} until {command.until_ms}")
        for alert in self._alerts.check(at_ms):
            self._say(f"{at_ms} alert {alert.text()}")
