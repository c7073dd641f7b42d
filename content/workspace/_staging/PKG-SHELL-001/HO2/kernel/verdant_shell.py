"""Four commands for the people in the house."""
import json
from pathlib import Path

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "shell.json").read_text())
HELP = "status | water BED SECONDS | ack SENSOR | help"


class Shell:
    def __init__(self, clock, store, valves, alerts, send, config=CONFIG):
        self._clock, self._store, self._valves = clock, store, valves
        self._alerts, self._send, self._config = alerts, send, config
        self._asked = None

    def handle(self, line):
        """One line in, the answer out. Nothing but `water` and `ack` has an effect."""
        words = line.split()
        asked, self._asked = self._asked, None
        if words == ["yes"]:
            return self._confirm(asked)
        if words == ["status"]:
            return "\n".join(self._row(sensor) for sensor in self._config["show"])
        if len(words) == 3 and words[0] == "water" and words[2].isdigit():
            self._asked = (words[1], int(words[2]), self._clock.now())
            return f"water {words[1]} for {words[2]} s? answer yes"
        if len(words) == 2 and words[0] == "ack":
            self._alerts.acknowledge(words[1])
            return f"{words[1]}: no repeats until this fault ends"
        return HELP

    def _row(self, sensor):
        reading = self._store.latest(sensor)
        if reading is None:
            return f"{sensor:<10} nothing heard"
        age = (self._clock.now() - reading.at_ms) // 1000
        mark = "" if reading.quality == "good" else f" ({reading.quality})"
        old = f" {age} s old" if age > self._config["old_after_s"] else ""
        return f"{sensor:<10} {reading.value:g} {reading.unit}{mark}{old}"

    def _confirm(self, asked):
        if asked is None:
            return "nothing to confirm"
        bed, seconds, when = asked
        if self._clock.now() - when > self._config["confirm_within_s"] * 1000:
            return "too late, ask again"
        commands = self._valves.request(bed, seconds, self._clock.now())
        for command in commands:
            self._send(command)
        if not commands:
            return f"{bed}: daily limit reached"
        return f"{bed}: open for {(commands[0].until_ms - self._clock.now()) // 1000} s"
