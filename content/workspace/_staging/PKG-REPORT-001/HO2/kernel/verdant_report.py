"""One page for one site day."""
import json
from collections import Counter
from pathlib import Path

from verdant_page import bar, number, percent, row
from verdant_stats import degree_hours, extremes, gaps, known, share_in_band

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "report.json").read_text())


def commands_of(log, start_ms, end_ms):
    """How often each kind of command was given in the interval."""
    pairs = (line.split(" ", 2) for line in log)
    return Counter(kind for at, kind, _ in pairs if start_ms <= int(at) < end_ms)


def page(store, log, day, start_ms, config=CONFIG):
    end_ms = start_ms + 24 * 3_600_000
    buckets = store.rollup(config["sensor"], start_ms, end_ms, config["bucket_ms"], config["every_ms"])
    means = [b.mean for b in buckets]
    low, high = config["band"]
    coldest, warmest = extremes(means)
    width = config["label_width"]
    counts = commands_of(log, start_ms, end_ms)
    lines = [f"{day}  {config['sensor']}",
             row("hours known", f"{len(known(means))} of {len(means)}", width),
             row("coldest hour", number(coldest, "C"), width),
             row("warmest hour", number(warmest, "C"), width),
             row("hours in band", percent(share_in_band(means, low, high)), width),
             row("degree hours", number(degree_hours(means, config["base"])), width),
             row("commands", ", ".join(f"{k} {counts[k]}" for k in sorted(counts)) or "none", width)]
    lines += [row("gap", f"{a:02d}:00 to {b + 1:02d}:00", width) for a, b in gaps(means)]
    lines += [f"{hour:02d} {bar(mean, low, high)}|" for hour, mean in enumerate(means)]
    return "\n".join(lines) + "\n"
