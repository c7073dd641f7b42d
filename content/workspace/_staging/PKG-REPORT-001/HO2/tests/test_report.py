from verdant_clock import parse
from verdant_intake import Reading
from verdant_page import bar, number, percent, row
from verdant_report import CONFIG, commands_of, page
from verdant_stats import degree_hours, extremes, gaps, known, share_in_band
from verdant_store import Store

T0 = parse("2026-05-26T00:00:00+01:00")
HOUR = 3_600_000


def filled(folder, hours, value=20.0):
    store = Store(folder)
    for hour in hours:
        for minute in range(60):
            at = T0 + hour * HOUR + minute * 60_000
            store.append(Reading("air-temp", value, "C", at, at))
    return store


def line(text, start):
    return next(x for x in text.splitlines() if x.startswith(start))


def test_known_drops_only_none():
    """A list with a zero and a None: the zero stays."""
    assert known([0.0, None]) == [0.0]


def test_extremes_of_a_day():
    """Three known hours: the lowest and the highest mean."""
    assert extremes([18.0, None, 25.0, 21.0]) == (18.0, 25.0)


def test_extremes_of_nothing():
    """No known hour: two times None."""
    assert extremes([None]) == (None, None)


def test_share_counts_known_hours_only():
    """One hour in the band, one outside, two unknown: a half."""
    assert share_in_band([20.0, 30.0, None, None], 16, 26) == 0.5


def test_share_includes_the_limits():
    """Hours exactly on both limits: both in the band."""
    assert share_in_band([16.0, 26.0], 16, 26) == 1.0


def test_share_of_nothing_is_not_known():
    """No known hour: None and not zero."""
    assert share_in_band([None, None], 16, 26) is None


def test_degree_hours_add_up():
    """Two hours of 12 and 15 degrees over a base of 10: seven."""
    assert degree_hours([12.0, 15.0], 10.0) == 7.0


def test_cold_hours_do_not_subtract():
    """An hour below the base: counts zero."""
    assert degree_hours([8.0, 12.0], 10.0) == 2.0


def test_degree_hours_of_nothing_are_not_known():
    """No known hour: None."""
    assert degree_hours([], 10.0) is None


def test_gaps_of_a_full_day():
    """Every hour known: no gap."""
    assert gaps([1.0] * 24) == []


def test_neighbouring_gaps_are_joined():
    """Two unknown hours in a row: one gap with both ends."""
    assert gaps([1.0, None, None, 1.0]) == [(1, 2)]


def test_separate_gaps_stay_separate():
    """Unknown hours with a known one between: two gaps."""
    assert gaps([None, 1.0, None]) == [(0, 0), (2, 2)]


def test_gap_may_reach_the_end():
    """The last hours unknown: the gap ends with the list."""
    assert gaps([1.0, None, None]) == [(1, 2)]


def test_number_with_unit():
    """A value and its unit: one digit after the point."""
    assert number(20.04, "C") == "20.0 C"


def test_number_that_is_not_known():
    """None in place of a value: words, and no unit."""
    assert number(None, "C") == "not known"


def test_percent_is_rounded():
    """Two thirds: 67 percent."""
    assert percent(2 / 3) == "67 %"


def test_percent_that_is_not_known():
    """None in place of a share: words."""
    assert percent(None) == "not known"


def test_rows_are_aligned():
    """Two labels of different length: the texts begin in the same column."""
    assert row("a", "x", 5).index("x") == row("abc", "x", 5).index("x")


def test_bar_fills_in_proportion():
    """A value half-way: half of the bar."""
    assert bar(21, 16, 26) == "#" * 10 + " " * 10


def test_bar_stops_at_its_ends():
    """Values outside the band: an empty and a full bar."""
    assert (bar(0, 16, 26), bar(40, 16, 26)) == (" " * 20, "#" * 20)


def test_bar_shows_what_is_not_known():
    """An unknown hour: dots, unlike an empty bar."""
    assert bar(None, 16, 26) == "." * 20


def test_commands_are_counted_by_kind():
    """A log with two vents and one heat: both counts."""
    assert commands_of([f"{T0} vent 5", f"{T0} vent 9", f"{T0} heat on"], T0, T0 + 1) == {"vent": 2, "heat": 1}


def test_commands_of_other_days_do_not_count():
    """Lines before and at the end of the day: left out."""
    assert commands_of([f"{T0 - 1} vent 5", f"{T0 + 1} vent 9"], T0, T0 + 1) == {}


def test_page_of_a_full_day(tmp_path):
    """All hours at 20 degrees: 24 known, all in the band, 240 degree hours."""
    text = page(filled(tmp_path, range(24)), [], "2026-05-26", T0)
    got = [line(text, start).split("  ")[-1].strip() for start in ("hours known", "hours in band", "degree hours")]
    assert got == ["24 of 24", "100 %", "240.0"]


def test_page_names_its_gap(tmp_path):
    """Three silent hours: the gap is named and not averaged over."""
    text = page(filled(tmp_path, [h for h in range(24) if h not in (2, 3, 4)]), [], "2026-05-26", T0)
    assert line(text, "gap").endswith("02:00 to 05:00") and line(text, "hours known").endswith("21 of 24")


def test_page_of_an_empty_day(tmp_path):
    """No readings at all: every figure is not known, and nothing fails."""
    text = page(Store(tmp_path), [], "2026-05-26", T0)
    assert text.count("not known") == 4 and text.count("." * 20) == 24


def test_page_is_repeatable(tmp_path):
    """The same day twice: the same bytes."""
    store = filled(tmp_path, range(24))
    assert page(store, [], "2026-05-26", T0, CONFIG) == page(store, [], "2026-05-26", T0, CONFIG)
