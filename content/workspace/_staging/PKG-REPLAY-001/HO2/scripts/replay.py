"""replay.py --data DIR --start INSTANT --end INSTANT"""
import argparse
import sys
import tempfile

from verdant_clock import parse
from verdant_replay import compare


def main(argv=None):
    parser = argparse.ArgumentParser()
    for name in ("--data", "--start", "--end"):
        parser.add_argument(name, required=True)
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        verdict = compare(args.data, parse(args.start), parse(args.end), scratch)
    print("live ", verdict.live)
    print("again", verdict.again)
    print(verdict.text())
    return 0 if verdict.same else 1


if __name__ == "__main__":
    sys.exit(main())
