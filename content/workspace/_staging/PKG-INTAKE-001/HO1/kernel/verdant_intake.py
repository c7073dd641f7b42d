"""Raw lines such as ``air-temp;21.43;C;118`` become readings."""
import json
from dataclasses import dataclass
from pathlib import Path

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "intake.json").read_text())


class BadLine(ValueError):
    """A line that is no reading at all."""


@dataclass(frozen=True)
class Reading:
    sensor: str
    value: float
    unit: str
    seq: int
    at_ms: int
    quality: str = "good"


class Intake:
    def __init__(self, clock, config=CONFIG):
        self._clock = clock
        self._sensors = config["sensors"]
        self._decimals = config["decimals"]
        self._last_seq = {}
        self._last_good = {}

    def accept(self, line):
        """Decode one line; None for a repeat. Doubtful values are kept and flagged."""
        parts = line.strip().split(";")
        if len(parts) != 4:
            raise BadLine(f"expected 4 fields, got {len(parts)}")
        sensor, raw, unit, seq = parts
        known = self._sensors.get(sensor)
        if known is None:
            raise BadLine(f"unknown sensor {sensor}")
        if unit != known["unit"]:
            raise BadLine(f"{sensor} reports {unit}, expected {known['unit']}")
        try:
            value, number = round(float(raw), self._decimals), int(seq)
        except ValueError as error:
            raise BadLine(str(error)) from error
        if number == self._last_seq.get(sensor):
            return None
        self._last_seq[sensor] = number
        quality = self._judge(sensor, value, known)
        return Reading(sensor, value, unit, number, self._clock.now(), quality)

    def _judge(self, sensor, value, known):
        if not known["low"] <= value <= known["high"]:
            return "range"
        before = self._last_good.get(sensor, value)
        self._last_good[sensor] = value
        return "good" if abs(value - before) <= known["step"] else "step"
