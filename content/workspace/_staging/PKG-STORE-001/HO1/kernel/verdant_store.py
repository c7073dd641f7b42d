"""Readings on disk: one text file per sensor and site day."""
import json
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from verdant_clock import site_day
from verdant_intake import Reading

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "store.json").read_text())


@dataclass(frozen=True)
class Bucket:
    start_ms: int
    count: int
    expected: int
    mean: float | None


class Store:
    def __init__(self, folder, config=CONFIG):
        self._folder = Path(folder)
        self._config = config
        self._recent = {}

    def _file(self, sensor, at_ms):
        return self._folder / sensor / f"{site_day(at_ms)}.csv"

    def append(self, reading):
        """Write one reading; readings of a sensor must not go back in time."""
        recent = self._recent.setdefault(reading.sensor, deque(maxlen=self._config["recent"]))
        if recent and reading.at_ms < recent[-1].at_ms:
            raise ValueError(f"{reading.sensor}: older than the last reading")
        path = self._file(reading.sensor, reading.at_ms)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as out:
            out.write(f"{reading.at_ms},{reading.value!r},{reading.unit},{reading.seq},{reading.quality}\n")
        recent.append(reading)

    def latest(self, sensor):
        """The newest reading, equal to what `between` will give, or None."""
        recent = self._recent.get(sensor)
        return recent[-1] if recent else None

    def between(self, sensor, start_ms, end_ms):
        """Stored readings with start <= time < end, oldest first."""
        for path in sorted((self._folder / sensor).glob("*.csv")):
            if not site_day(start_ms) <= path.stem <= site_day(end_ms):
                continue
            for line in path.read_text(encoding="utf-8").splitlines():
                at, value, unit, seq, quality = line.split(",")
                if start_ms <= int(at) < end_ms:
                    yield Reading(sensor, float(value), unit, int(seq), int(at), quality)

    def rollup(self, sensor, start_ms, end_ms, bucket_ms, every_ms):
        """Mean per bucket; None where too few readings arrived to speak of one."""
        usable = [r for r in self.between(sensor, start_ms, end_ms) if r.quality != "range"]
        expected = max(1, bucket_ms // every_ms)
        buckets = []
        for start in range(start_ms, end_ms, bucket_ms):
            values = [r.value for r in usable if start <= r.at_ms < start + bucket_ms]
            enough = len(values) / expected >= self._config["coverage"]
            mean = sum(values) / len(values) if values and enough else None
            buckets.append(Bucket(start, len(values), expected, mean))
        return buckets
