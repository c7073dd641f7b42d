"""Manifests, install order, installation and deterministic archives."""
import gzip
import hashlib
import io
import json
import shutil
import tarfile
from pathlib import Path

CONFIG = json.loads((Path(__file__).resolve().parents[1] / "config" / "kit.json").read_text())


class KitError(Exception):
    """A package that must not be installed, with the reason."""


def digest(path):
    return "sha256:" + hashlib.sha256(Path(path).read_bytes()).hexdigest()


def load(package):
    manifest = json.loads((Path(package) / "manifest.json").read_text())
    missing = [f for f in CONFIG["required_fields"] if f not in manifest]
    if missing:
        raise KitError(f"{Path(package).name}: manifest lacks {', '.join(missing)}")
    return manifest


def _content(package):
    for path in sorted(Path(package).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(package).as_posix(), path


def verify(package):
    """Compare the manifest with the bytes, in both directions."""
    manifest = load(package)
    declared = {a["path"]: a["sha256"] for a in manifest["assets"]}
    present = {rel: path for rel, path in _content(package) if rel != "manifest.json"}
    for rel in sorted(declared.keys() ^ present.keys()):
        raise KitError(f"{rel}: " + ("declared but absent" if rel in declared else "present but not declared"))
    for rel, path in present.items():
        if digest(path) != declared[rel]:
            raise KitError(f"{rel}: digest differs from the manifest")
    return manifest


def order(manifests):
    """Dependencies first; among equals the lower layer, then the name."""
    todo = {m["package_id"]: m for m in manifests}
    done = []
    while todo:
        ready = [m for m in todo.values() if all(d in done for d in m["dependencies"])]
        if not ready:
            raise KitError("no install order for " + ", ".join(sorted(todo)))
        first = min(ready, key=lambda m: (m.get("layer", 0), m["package_id"]))
        done.append(first["package_id"])
        del todo[first["package_id"]]
    return done


def install(package, root, owners):
    """Copy a verified package into root; a path keeps its first owner."""
    manifest = verify(package)
    for asset in manifest["assets"]:
        owner = owners.get(asset["path"], manifest["package_id"])
        if owner != manifest["package_id"]:
            raise KitError(f"{asset['path']}: owned by {owner}")
    for asset in manifest["assets"]:
        target = Path(root) / asset["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(package) / asset["path"], target)
        owners[asset["path"]] = manifest["package_id"]
    return manifest


def pack(package, target):
    """Write an archive whose bytes depend on names and contents only."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for rel, path in _content(package):
            info = tarfile.TarInfo(rel)
            info.size, info.mode, info.mtime = path.stat().st_size, 0o644, 0
            archive.addfile(info, io.BytesIO(path.read_bytes()))
    with open(target, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write(buffer.getvalue())
    return digest(target)
