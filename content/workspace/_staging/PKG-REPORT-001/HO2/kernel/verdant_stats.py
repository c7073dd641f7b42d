"""Figures over hourly means. None means not known, and stays visible."""


def known(means):
    return [m for m in means if m is not None]


def extremes(means):
    values = known(means)
    return (min(values), max(values)) if values else (None, None)


def share_in_band(means, low, high):
    """Share of the known hours whose mean lies in the band, limits included."""
    values = known(means)
    return sum(low <= v <= high for v in values) / len(values) if values else None


def degree_hours(means, base):
    """Sum of degrees above base over the known hours; negative hours count zero."""
    values = known(means)
    return sum(max(0.0, v - base) for v in values) if values else None


def gaps(means):
    """Runs of unknown hours as (first, last), both included."""
    found = []
    for hour, mean in enumerate(means):
        if mean is not None:
            continue
        if found and found[-1][1] == hour - 1:
            found[-1] = (found[-1][0], hour)
        else:
            found.append((hour, hour))
    return found
