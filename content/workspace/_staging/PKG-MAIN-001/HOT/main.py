"""Verdant: climate control for one research house.

Live:      main.py --data DIR < bus
Recorded:  main.py --data DIR --lines FILE --start INSTANT
A recorded line is an offset in milliseconds, a space and the bus line.
"""
import argparse
import hashlib
import sys
from collections import Counter
from pathlib import Path

from verdant_clock import StepClock, SystemClock, parse
from verdant_intake import BadLine, Intake
from verdant_loop import Loop
from verdant_store import Store


def run(lines, clock, data, offsets):
    said = []
    start = clock.now()
    loop, intake = Loop(Store(data), start, said.append), Intake(clock)
    for line in lines:
        if offsets:
            offset, line = line.split(" ", 1)
            clock.advance(start + int(offset) - clock.now())
        try:
            reading = intake.accept(line)
        except BadLine as error:
            print(f"bad line: {error}", file=sys.stderr)
            continue
        if reading:
            loop.take(reading)
    loop.run_to(clock.now())
    return said


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--lines")
    parser.add_argument("--start")
    args = parser.parse_args(argv)
    if args.lines:
        with open(args.lines, encoding="utf-8") as lines:
            said = run(lines, StepClock(parse(args.start)), args.data, True)
    else:
        said = run(sys.stdin, SystemClock(), args.data, False)
    log = "".join(f"{line}\n" for line in said)
    Path(args.data, "commands.log").write_text(log, encoding="utf-8")
    kinds = Counter(line.split()[1] for line in said)
    print(", ".join(f"{kind} {kinds[kind]}" for kind in sorted(kinds)))
    print("commands sha256:" + hashlib.sha256(log.encode()).hexdigest())
    return 0


if __name__ == "__main__":
    sys.exit(main())
