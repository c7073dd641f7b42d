import pytest
from verdant_clock import parse
from verdant_intake import Reading
from verdant_store import Store

T0 = parse("2026-03-16T10:00:00+00:00")


def reading(value=20.0, at=T0, seq=1, sensor="air-temp", quality="good"):
    return Reading(sensor, value, "C", seq, at, quality)


def test_latest_of_empty_store_is_none(tmp_path):
    """A sensor never heard of: None and no exception."""
    assert Store(tmp_path).latest("air-temp") is None


def test_latest_returns_last_appended(tmp_path):
    """Two readings: the second one is the latest."""
    store = Store(tmp_path)
    store.append(reading(20.0))
    store.append(reading(21.0, T0 + 10, 2))
    assert store.latest("air-temp").value == 21.0


def test_value_is_written_unchanged(tmp_path):
    """The day file's text: the value of the reading, digit for digit."""
    Store(tmp_path).append(reading(20.25))
    assert (tmp_path / "air-temp" / "2026-03-16.csv").read_text() == f"{T0},20.25,C,1,good\n"


def test_memory_and_disk_agree(tmp_path):
    """One reading asked for in both ways: equal in every field."""
    store = Store(tmp_path)
    store.append(reading(20.1))
    assert store.latest("air-temp") == next(store.between("air-temp", T0, T0 + 1))


def test_sensors_have_separate_files(tmp_path):
    """Readings of two sensors: one folder each."""
    store = Store(tmp_path)
    store.append(reading())
    store.append(reading(sensor="leaf-temp"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["air-temp", "leaf-temp"]


def test_day_changes_with_the_site(tmp_path):
    """A reading at 23:30 UTC: stored in the file of the next site day."""
    Store(tmp_path).append(reading(at=parse("2026-03-16T23:30:00+00:00")))
    assert (tmp_path / "air-temp" / "2026-03-17.csv").exists()


def test_older_reading_is_refused(tmp_path):
    """A reading before the last one: ValueError, and the file does not grow."""
    store = Store(tmp_path)
    store.append(reading())
    with pytest.raises(ValueError, match="older"):
        store.append(reading(at=T0 - 1))
    assert len(list(store.between("air-temp", 0, T0 + 1))) == 1


def test_equal_time_is_accepted(tmp_path):
    """Two readings in the same millisecond: both are stored."""
    store = Store(tmp_path)
    store.append(reading())
    store.append(reading(seq=2))
    assert len(list(store.between("air-temp", T0, T0 + 1))) == 2


def test_between_is_half_open(tmp_path):
    """Readings exactly on both ends: the first is in, the last is out."""
    store = Store(tmp_path)
    for n in range(3):
        store.append(reading(at=T0 + n, seq=n))
    assert [r.seq for r in store.between("air-temp", T0, T0 + 2)] == [0, 1]


def test_between_crosses_midnight(tmp_path):
    """A query over two site days: readings from both files, in order."""
    store = Store(tmp_path)
    for n in range(3):
        store.append(reading(at=T0 + n * 43_200_000, seq=n))
    assert [r.seq for r in store.between("air-temp", T0, T0 + 172_800_000)] == [0, 1, 2]


def test_quality_survives_the_disk(tmp_path):
    """A flagged reading read back: the flag is still there."""
    store = Store(tmp_path)
    store.append(reading(99.0, quality="range"))
    assert next(store.between("air-temp", T0, T0 + 1)).quality == "range"


def test_new_store_reads_old_files(tmp_path):
    """A second store on the same folder: finds what the first wrote."""
    Store(tmp_path).append(reading())
    assert len(list(Store(tmp_path).between("air-temp", T0, T0 + 1))) == 1


def test_rollup_means_per_bucket(tmp_path):
    """Four readings in two buckets: one mean per bucket."""
    store = Store(tmp_path)
    for n in range(4):
        store.append(reading(20.0 + n, T0 + n * 30_000, n))
    assert [b.mean for b in store.rollup("air-temp", T0, T0 + 120_000, 60_000, 30_000)] == [20.5, 22.5]


def test_rollup_leaves_out_flagged_values(tmp_path):
    """A bucket with one good and one range value: the mean is the good one."""
    store = Store(tmp_path)
    store.append(reading(20.0))
    store.append(reading(99.0, T0 + 30_000, 2, quality="range"))
    assert store.rollup("air-temp", T0, T0 + 60_000, 60_000, 30_000)[0].mean == 20.0


def test_rollup_thin_bucket_has_no_mean(tmp_path):
    """One of six expected readings: the bucket is there, its mean is None."""
    store = Store(tmp_path)
    store.append(reading(20.0))
    assert store.rollup("air-temp", T0, T0 + 60_000, 60_000, 10_000)[0].mean is None


def test_rollup_half_covered_bucket_has_a_mean(tmp_path):
    """Exactly half of the expected readings: the mean is given."""
    store = Store(tmp_path)
    store.append(reading(20.0))
    assert store.rollup("air-temp", T0, T0 + 60_000, 60_000, 30_000)[0].mean == 20.0


def test_rollup_keeps_empty_buckets(tmp_path):
    """No readings at all: every bucket is listed with count 0."""
    got = Store(tmp_path).rollup("air-temp", T0, T0 + 180_000, 60_000, 10_000)
    assert [(b.count, b.expected, b.mean) for b in got] == [(0, 6, None)] * 3
