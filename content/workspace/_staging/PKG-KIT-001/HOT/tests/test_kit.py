import json

import pytest
import verdant_kit as kit


def make(tmp_path, name, files, **more):
    base = tmp_path / name
    for rel, text in files.items():
        (base / rel).parent.mkdir(parents=True, exist_ok=True)
        (base / rel).write_text(text)
    assets = [{"path": r, "sha256": kit.digest(base / r), "classification": "library"} for r in files]
    manifest = dict(schema_version="1.2", package_id=name, version="1.0.0", spec_id="S", framework_id="F",
                    plane_id="hot", layer=0, dependencies=[], assets=assets)
    manifest.update(more)
    (base / "manifest.json").write_text(json.dumps(manifest))
    return base


def test_digest_carries_its_algorithm(tmp_path):
    """Shape of a digest: the prefix sha256: and 64 hex digits, 71 characters in all."""
    (tmp_path / "a").write_text("leaf")
    assert len(kit.digest(tmp_path / "a")) == 71 and kit.digest(tmp_path / "a").startswith("sha256:")


def test_verify_accepts_matching_package(tmp_path):
    """Manifest and bytes agree: verify returns the manifest."""
    assert kit.verify(make(tmp_path, "P", {"a.py": "x"}))["package_id"] == "P"


def test_verify_rejects_changed_byte(tmp_path):
    """One byte changed after the manifest was written: KitError names the file."""
    base = make(tmp_path, "P", {"a.py": "x"})
    (base / "a.py").write_text("y")
    with pytest.raises(kit.KitError, match="a.py: digest differs"):
        kit.verify(base)


def test_verify_rejects_undeclared_file(tmp_path):
    """A file that no manifest names: KitError, since nobody would own it."""
    base = make(tmp_path, "P", {"a.py": "x"})
    (base / "b.py").write_text("stray")
    with pytest.raises(kit.KitError, match="not declared"):
        kit.verify(base)


def test_verify_rejects_absent_asset(tmp_path):
    """A declared file that is gone: KitError says declared but absent."""
    base = make(tmp_path, "P", {"a.py": "x"})
    (base / "a.py").unlink()
    with pytest.raises(kit.KitError, match="absent"):
        kit.verify(base)


def test_load_names_missing_fields(tmp_path):
    """A manifest without spec_id: KitError lists the missing field by name."""
    base = make(tmp_path, "P", {"a.py": "x"})
    (base / "manifest.json").write_text("{}")
    with pytest.raises(kit.KitError, match="spec_id"):
        kit.load(base)


def test_order_puts_dependencies_first():
    """Two packages, one needing the other: the needed one comes first whatever the input order."""
    a = dict(package_id="A", dependencies=["B"])
    b = dict(package_id="B", dependencies=[])
    assert kit.order([a, b]) == ["B", "A"]


def test_order_is_stable_among_equals():
    """Independent packages: sorted by layer, then by name, so two machines agree."""
    three = [dict(package_id=n, dependencies=[], layer=l) for n, l in (("C", 0), ("A", 1), ("B", 0))]
    assert kit.order(three) == ["B", "C", "A"]


def test_order_refuses_a_cycle():
    """Two packages that need each other: KitError instead of an endless loop."""
    loop = [dict(package_id="A", dependencies=["B"]), dict(package_id="B", dependencies=["A"])]
    with pytest.raises(kit.KitError, match="A, B"):
        kit.order(loop)


def test_install_refuses_foreign_path(tmp_path):
    """A second package brings a path that is taken: KitError names the owner and nothing is copied."""
    owners = {}
    kit.install(make(tmp_path, "P", {"a.py": "x"}), tmp_path / "root", owners)
    with pytest.raises(kit.KitError, match="owned by P"):
        kit.install(make(tmp_path, "Q", {"a.py": "y"}), tmp_path / "root", owners)
    assert (tmp_path / "root" / "a.py").read_text() == "x"


def test_install_same_package_twice(tmp_path):
    """Reinstalling a package over itself: allowed, it owns its paths."""
    base, owners = make(tmp_path, "P", {"a.py": "x"}), {}
    kit.install(base, tmp_path / "root", owners)
    assert kit.install(base, tmp_path / "root", owners)["package_id"] == "P"


def test_pack_is_deterministic(tmp_path):
    """The same contents packed twice with other time stamps: identical archive digests."""
    one = make(tmp_path / "1", "P", {"a.py": "x", "b.py": "y"})
    two = make(tmp_path / "2", "P", {"b.py": "y", "a.py": "x"})
    (two / "manifest.json").write_text((one / "manifest.json").read_text())
    assert kit.pack(one, tmp_path / "1.tar.gz") == kit.pack(two, tmp_path / "2.tar.gz")
