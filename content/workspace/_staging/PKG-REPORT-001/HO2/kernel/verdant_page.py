"""Plain text with aligned labels."""


def number(value, unit="", digits=1):
    if value is None:
        return "not known"
    return f"{value:.{digits}f} {unit}".rstrip()


def percent(share):
    return "not known" if share is None else f"{round(share * 100)} %"


def row(label, text, width):
    return f"{label:<{width}}{text}".rstrip()


def bar(value, low, high, size=20):
    """A position between low and high; a dot per hour that is not known."""
    if value is None:
        return "." * size
    filled = round((min(max(value, low), high) - low) / (high - low) * size)
    return "#" * filled + " " * (size - filled)
