"""Install every staged package into an empty root and test each on arrival."""
import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kernel"))
import verdant_kit as kit


def run_tests(root, manifest):
    files = [a["path"] for a in manifest["assets"] if a["classification"] == "test"]
    paths = [str(Path(root) / tier / "kernel") for tier in kit.CONFIG["tiers"]]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True,
                          timeout=kit.CONFIG["test_timeout_s"])
    count = {w: int(n) for n, w in re.findall(r"(\d+) (passed|failed|skipped|error)", done.stdout)}
    return done.returncode == 0, count


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--staging", required=True)
    parser.add_argument("--root", required=True)
    args = parser.parse_args(argv)
    staged = {p.name: p for p in sorted(Path(args.staging).glob("PKG-*"))}
    names = kit.order([kit.load(p) for p in staged.values()])
    owners, total, skipped, good = {}, 0, 0, True
    for name in names:
        ok, count = run_tests(args.root, kit.install(staged[name], args.root, owners))
        total, skipped, good = total + sum(count.values()), skipped + count.get("skipped", 0), good and ok
        print(name, "ok" if ok else "FAILED", ", ".join(f"{n} {w}" for w, n in sorted(count.items())))
    end = "failures, see above" if not good else f"all passed but {skipped} skipped" if skipped else "all passed"
    print(f"clean room: {len(names)} packages, {total} tests, {end}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
