#!/usr/bin/env python3
"""Runs telefontid on inputs that grow tenfold, and says how its time and memory grow.

Usage: grow.py TELEFONTID [--largest SIZE] [NAME...]

Each line of the table is one size: processor time (user and system) and peak memory of the whole command, and beside them how many times
those of the size above it they are. A straight line is 10 ×, n log n a little more, a square 100 ×. The smallest sizes are mostly start-up.
Processor time is disturbed by neighbours less than time on the wall, and not never: the least of --rounds runs counts.

Ends with status 1 if a command fails, or if a step takes more than LIMIT times the time of the one before. It needs nothing but Python.
"""

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
# A step of 10 in size may take so many times the processor time: n log n, caches that become too small, and a busy machine.
LIMIT = 20
CODES = ["answered-by-doctor", "answered-by-staff", "referral-message", "no-answer", "busy", "hold-limit"]


def calls_file(path, rows, groups):
    """A calls file of so many rows, each of another practice, over eight slots and so many areas."""
    draw = random.Random(1)
    with open(path, "w") as file:
        file.write("practice,slot,date,area,disposition\n")
        for row in range(rows):
            hour = 8 + row % 8
            file.write(
                f"{row},{hour:02d}:00-{hour + 1:02d}:00,2026-09-01,a{row % groups},{CODES[draw.randrange(len(CODES))]}\n")


def frame_file(path, practices):
    """A frame of so many practices in a hundred municipalities."""
    draw = random.Random(1)
    with open(path, "w") as file:
        file.write("practice,municipality,gps,listed_patients,stratum,weight\n")
        for practice in range(practices):
            gps = draw.choice([1, 1, 2, 3, 4])
            file.write(f"{practice + 1},M{practice % 100},{gps},{gps * draw.randrange(1200, 1900)},{gps},1\n")


def groups(folder, size):
    calls_file(os.path.join(folder, "calls.csv"), 2 * size, size)


def rows(folder, size):
    calls_file(os.path.join(folder, "calls.csv"), size, 100)


def frame(folder, size):
    frame_file(os.path.join(folder, "frame.csv"), size)
    parent = os.path.join(ROOT, "scenarios", "midtjylland-2015.json")
    with open(os.path.join(folder, "s.json"), "w") as file:
        json.dump({"extends": parent, "name": "grown", "practices": {"frame": "frame.csv"}}, file)


def small(folder, size):
    shutil.copy(os.path.join(ROOT, "scenarios", "arithmetic.json"), os.path.join(folder, "s.json"))


def shards(folder, size):
    """So many folders of one replication each, made by the program itself."""
    small(folder, size)
    for number in range(size):
        subprocess.run(
            [PROGRAM, "simulate", "s.json", "--replications", f"{number}-{number}", "--jobs", "1", "-q", "-o",
             f"shard-{number:05}"], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def merge(folder, size):
    return ["merge"] + [f"shard-{number:05}" for number in range(size)] + ["-o", "whole", "-q"]


def sweep(folder, size):
    # So many numbers of interviewers and ring limits: cells of one survey each.
    return [
        "sweep", "s.json", "--vary", f"survey.ring_limit_seconds={','.join(str(30 + n) for n in range(size // 10))}",
        "--vary", f"survey.interviewers={','.join(str(1 + n) for n in range(10))}", "--replications", "1", "--jobs", "1",
        "-q", "-o", "cells"]


# Name: what grows, the sizes, what makes the input, the command.
CASES = {
    "estimate-rows": ("rows of `estimate`", [50_000, 500_000, 5_000_000], rows,
                      lambda f, n: ["estimate", "calls.csv", "--by", "slot", "-q", "-o", "out.csv"]),
    "estimate-groups": ("groups of `estimate --by`", [10_000, 100_000, 1_000_000], groups,
                        lambda f, n: ["estimate", "calls.csv", "--by", "area", "-q", "-o", "out.csv"]),
    "evaluate-groups": ("groups of `evaluate --by`", [10_000, 100_000, 1_000_000], groups,
                        lambda f, n: ["evaluate", "calls.csv", "--target", "0.3", "--by", "area", "-q", "-o", "out.csv"]),
    "simulate-frame": ("practices of a frame, `simulate`", [1_000, 10_000, 100_000], frame,
                       lambda f, n: ["simulate", "s.json", "--replications", "1", "--jobs", "1", "-q", "-o", "out"]),
    "sweep-cells": ("cells of `sweep`", [10, 100, 1_000], small, sweep),
    "merge-shards": ("shards of `merge`", [10, 100, 1_000], shards, merge),
    # The smaller the difference, the more calls it takes to see it: these take so many.
    "boschloo": ("calls that `plan power --boschloo` finds", [77, 743], lambda f, n: None,
                 lambda f, n: ["plan", "power", "--rate", "0.1", "--alternative", "0.06" if n > 77 else "0.005", "--boschloo",
                               "-q", "-o", "out.csv"]),
}


def run(words, folder):
    """Processor seconds and the most kilobytes in memory of one run of the program."""
    with open(os.path.join(folder, "stdout"), "wb") as out, open(os.path.join(folder, "stderr"), "wb") as err:
        child = subprocess.Popen([PROGRAM] + words, cwd=folder, stdout=out, stderr=err)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        with open(os.path.join(folder, "stderr")) as err:
            raise SystemExit(f"{' '.join(words)[:200]}: status {child.returncode}: {err.read()[:1000]}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss


def main():
    global PROGRAM
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("program")
    options.add_argument("names", nargs="*", help=", ".join(CASES))
    options.add_argument("--largest", type=int, default=10**9, help="leave out larger sizes")
    options.add_argument("--rounds", type=int, default=1, help="runs of each size, of which the least time counts")
    given = options.parse_args()
    PROGRAM = os.path.abspath(given.program)
    steep = 0
    print("| what grows | size | seconds | × | MB | × |\n|---|---:|---:|---:|---:|---:|", flush=True)
    for name in given.names or CASES:
        what, sizes, prepare, words = CASES[name]
        before = None
        for size in [size for size in sizes if size <= given.largest]:
            folder = tempfile.mkdtemp(prefix="telefontid-growth-")
            prepare(folder, size)
            runs = [run(words(folder, size), folder) for _ in range(given.rounds)]
            seconds, kilobytes = min(r[0] for r in runs), min(r[1] for r in runs)
            shutil.rmtree(folder)
            step = f"{seconds / before[0]:.1f} | {kilobytes / 1024:.0f} | {kilobytes / before[1]:.1f}" if before else \
                f" | {kilobytes / 1024:.0f} | "
            print(f"| {what} | {size:,} | {seconds:.2f} | {step} |", flush=True)
            if before and before[0] > 0.1 and seconds > LIMIT * before[0]:
                steep += 1
            before = (seconds, kilobytes)
    sys.exit(1 if steep else 0)


if __name__ == "__main__":
    main()
