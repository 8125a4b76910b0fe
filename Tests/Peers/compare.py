"""Compares what run.sh collected: the results within three standard errors, then the times per call.

Usage: compare.py FOLDER, with files PROGRAM-MODEL-ROUND.csv. Ends with status 1 if results differ.
"""

import csv
import datetime
import glob
import math
import os
import platform
import statistics
import subprocess
import sys

PROGRAMS = {
    "telefontid": "telefontid",
    "limit": "C, the limit",
    "heap": "C, binary heap",
    "simpy": "SimPy, its resources",
    "lean": "SimPy, a queue by hand",
}
MODELS = {"queue": "M/M/2+M queue", "practice": "practice"}
# What is compared: a name, the numerator and the denominator.
CALLS = ("fresh", "redials")
RESULTS = [
    ("answered share", ("answered",), CALLS),
    ("mean wait, s", ("wait_seconds",), ("answered",)),
    ("abandoned share", ("abandoned",), CALLS),
    ("blocked share", ("blocked",), CALLS),
    ("balked share", ("balked",), CALLS),
    ("share meeting an off telephone", ("off",), CALLS),
    ("redials per fresh call", ("redials",), ("fresh",)),
]
LIMIT = 3.0


def read(folder, program, model):
    """The rounds of one program on one model, each a list of batches."""
    rounds = []
    for path in sorted(glob.glob(os.path.join(folder, f"{program}-{model}-*.csv"))):
        with open(path) as file:
            rounds.append([{k: float(v) for k, v in row.items()} for row in csv.DictReader(file)])
    return rounds


def total(batch, columns):
    return sum(batch[column] for column in columns)


def ratio(batches, above, below):
    """A ratio of sums and its standard error over independent batches, by linearisation."""
    n = len(batches)
    denominator = sum(total(b, below) for b in batches)
    value = sum(total(b, above) for b in batches) / denominator
    residuals = [total(b, above) - value * total(b, below) for b in batches]
    return value, math.sqrt(n / (n - 1) * sum(r * r for r in residuals)) / denominator


def time_per_call(rounds):
    """Nanoseconds per call of each round."""
    return [
        1e9 * sum(b["cpu_seconds"] for b in batches) / sum(total(b, CALLS) for b in batches) for batches in rounds
    ]


def compare_results(runs, model):
    differing = 0
    print(f"\n### Results: {MODELS[model]}\n")
    programs = [p for p in PROGRAMS if runs[p, model]]
    print("| | " + " | ".join(PROGRAMS[p] for p in programs) + " | largest difference, standard errors |")
    print("|---|" + "---:|" * (len(programs) + 1))
    for name, above, below in RESULTS:
        found = [ratio([b for batches in runs[p, model] for b in batches], above, below) for p in programs]
        if all(value == 0 for value, _ in found):
            continue
        # With fewer than a hundred batches per program t is nearly normal: 0.3 % of comparisons go beyond 3 by chance.
        distances = [
            abs(found[0][0] - value) / math.hypot(found[0][1], error) for value, error in found[1:]
        ] or [0.0]
        differing += max(distances) > LIMIT
        cells = [f"{value:.5g} ± {error:.2g}" for value, error in found]
        print(f"| {name} | " + " | ".join(cells) + f" | {max(distances):.1f} |")
    return differing


def compare_times(runs):
    print("\n### Processor time per call\n")
    print("| model | program | ns per call: median (range) | their time ÷ ours |")
    print("|---|---|---:|---:|")
    for model in MODELS:
        ours = time_per_call(runs["telefontid", model])
        for program in PROGRAMS:
            times = time_per_call(runs[program, model])
            if not times:
                continue
            # Rounds are compared with themselves: what disturbed one disturbed its neighbours.
            factor = statistics.median(theirs / our for theirs, our in zip(times, ours))
            print(
                f"| {MODELS[model]} | {PROGRAMS[program]} | {statistics.median(times):,.0f}"
                f" ({min(times):,.0f} to {max(times):,.0f}) | {'' if program == 'telefontid' else f'{factor:.2f} ×'} |"
            )


def version(*command):
    try:
        found = subprocess.run(command, capture_output=True, text=True, check=True)
        return (found.stdout or found.stderr).splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "unknown"


def machine():
    try:
        with open("/proc/cpuinfo") as file:
            names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        return f"{len(names)} cores of {names[0]}"
    except (OSError, IndexError):
        return platform.processor() or platform.machine()


def main():
    folder = sys.argv[1]
    runs = {(p, m): read(folder, p, m) for p in PROGRAMS for m in MODELS}
    try:
        import simpy

        with_simpy = f"SimPy {simpy.__version__} on Python {platform.python_version()}"
    except ImportError:
        with_simpy = "no SimPy"
    print(f"{datetime.date.today()}; {machine()}; {version('swift', '--version')}; {version('cc', '--version')}; {with_simpy}.")
    differing = sum(compare_results(runs, model) for model in MODELS)
    if differing:
        sys.exit(f"{differing} results differ by more than {LIMIT} standard errors: the times are not compared.")
    compare_times(runs)


if __name__ == "__main__":
    main()
