from verdant_alert import Alerts
from verdant_intake import Reading

MIN = 60_000


def box():
    return Alerts(["air-temp"], 0)


def say(alerts, at, quality="good"):
    alerts.observe(Reading("air-temp", 20.0, "C", 1, at, quality))


def kinds(found):
    return [a.kind for a in found]


def test_healthy_sensor_is_quiet():
    """A good reading a minute ago: no alert."""
    alerts = box()
    say(alerts, MIN)
    assert alerts.check(2 * MIN) == []


def test_short_fault_is_ignored():
    """Implausible values for three minutes: nothing yet."""
    alerts = box()
    for n in range(4):
        say(alerts, n * MIN, "range")
    assert alerts.check(3 * MIN) == []


def test_lasting_fault_is_raised():
    """Implausible values for more than three minutes: one alert of kind range."""
    alerts = box()
    for n in range(5):
        say(alerts, n * MIN, "range")
    assert kinds(alerts.check(4 * MIN)) == ["range"]


def test_good_value_ends_a_fault():
    """A good value in between: the time starts anew."""
    alerts = box()
    for n, quality in enumerate(["range", "range", "good", "range", "range"]):
        say(alerts, n * MIN, quality)
    assert alerts.check(5 * MIN) == []


def test_step_is_no_fault():
    """Values flagged as a jump for ten minutes: no alert."""
    alerts = box()
    for n in range(10):
        say(alerts, n * MIN, "step")
    assert alerts.check(10 * MIN) == []


def test_silence_is_raised():
    """Nothing heard for more than five minutes: kind silent."""
    assert kinds(box().check(5 * MIN + 1)) == ["silent"]


def test_silence_wins_over_range():
    """A bad sensor that falls silent: one alert, kind silent."""
    alerts = box()
    say(alerts, 0, "range")
    assert kinds(alerts.check(9 * MIN)) == ["silent"]


def test_alert_is_told_once():
    """Two checks a minute apart: the second is empty."""
    alerts = box()
    alerts.check(6 * MIN)
    assert alerts.check(7 * MIN) == []


def test_alert_is_repeated_after_an_hour():
    """An unacknowledged fault an hour later: told again."""
    alerts = box()
    alerts.check(6 * MIN)
    assert kinds(alerts.check(66 * MIN)) == ["silent"]


def test_acknowledged_alert_is_not_repeated():
    """Somebody took it: no repeat."""
    alerts = box()
    alerts.check(6 * MIN)
    alerts.acknowledge("air-temp")
    assert alerts.check(120 * MIN) == []


def test_new_fault_after_recovery_is_told():
    """Acknowledged, recovered, silent again: a new alert."""
    alerts = box()
    alerts.check(6 * MIN)
    alerts.acknowledge("air-temp")
    say(alerts, 10 * MIN)
    alerts.check(11 * MIN)
    assert kinds(alerts.check(16 * MIN)) == ["silent"]


def test_text_names_sensor_and_action():
    """The message for a person: sensor first, then what to do."""
    assert box().check(6 * MIN)[0].text() == "air-temp is silent: check probe and cable"
