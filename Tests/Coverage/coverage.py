#!/usr/bin/env python3
"""How often intervals hold the truth and verdicts are wrong, by simulation through the commands themselves.

    swift build -c release
    Tests/Coverage/coverage.py .build/release/telefontid [--surveys 2000] [--only all,lists,pooling,raked,snapshots]

Every row of the tables is so many surveys with a known truth, written to one calls file and read by `estimate` and `evaluate`
with their default methods. Python's standard library is all that is needed. The Monte Carlo standard error of 95 % of 2,000
surveys is 0.5 points.
"""

import argparse
import csv
import io
import pathlib
import random
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FRAME = ROOT / "scenarios/fieldwork/practices.csv"
SIZES = [105, 32, 31, 29, 29, 28, 19, 19, 19, 16, 16, 15, 14, 13, 13, 7, 7, 7, 1]
SLOTS = [f"{hour:02}:00-{hour + 1:02}:00" for hour in range(8, 16)]


def spread(low, high, count):
    return [low + (high - low) * place / (count - 1) for place in range(count)]


def patterns(count):
    """The shares not reached in the strata, the largest first."""
    return {
        "0.05": [0.05] * count,
        "0.10": [0.10] * count,
        "0.30": [0.30] * count,
        "0.20 in the largest, 0.05": [0.20] + [0.05] * (count - 1),
        "0.05 in the largest, 0.20": [0.05] + [0.20] * (count - 1),
        "0.05 to 0.30": spread(0.05, 0.30, count),
        "0.30 to 0.05": spread(0.30, 0.05, count),
    }


class Telefontid:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, *arguments):
        ended = subprocess.run([self.program, *arguments], capture_output=True, text=True)
        if ended.returncode:
            raise SystemExit(ended.stderr)
        return ended.stdout

    def rows(self, command, calls, *options):
        out = self.run(command, str(calls), *options, "-o", "-")
        return list(csv.DictReader(io.StringIO(out)))


def interval_row(rows):
    """Coverage and mean width of rows, each with its truth."""
    held = width = count = 0
    for row, truth in rows:
        if row["lower"] == "":
            continue
        count += 1
        held += float(row["lower"]) - 1e-12 <= truth <= float(row["upper"]) + 1e-12
        width += float(row["upper"]) - float(row["lower"])
    return held / count, width / count, count


def percent(share):
    return f"{100 * share:.1f}"


def rates_over_strata(program, surveys, random_source):
    print("\n### The rate over all strata\n")
    print("| calls in each of 19 strata | rates | coverage, % | width, points | wrongly fails, % | wrongly meets, % |")
    print("| --- | --- | --- | --- | --- | --- |")
    total = sum(SIZES)
    designs = [(f"{each}, or all", [min(each, size) for size in SIZES]) for each in (4, 9, 20)]
    designs.append(("152 in proportion", [max(1, round(152 * size / total)) for size in SIZES]))
    for name, calls in designs:
        for pattern, rates in patterns(len(SIZES)).items():
            truth = sum(size * rate for size, rate in zip(SIZES, rates)) / total
            path = program.folder / "all.csv"
            with open(path, "w") as file:
                file.write("replication,practice,slot,reached,stratum,weight\n")
                for survey in range(surveys):
                    for stratum, (size, count, rate) in enumerate(zip(SIZES, calls, rates)):
                        file.writelines(
                            f"{survey},{stratum}x{call},8-9,{int(random_source.random() >= rate)},{stratum},{size / count:.12g}\n"
                            for call in range(count)
                        )
            groups = ["--by", "stratum"]
            own = [(row, truth) for row in program.rows("estimate", path, *groups) if row["by"] == "all"]
            coverage, width, _ = interval_row(own)
            verdicts = [row["verdict"] for row in program.rows("evaluate", path, "--target", repr(truth), *groups) if row["by"] == "all"]
            fails, meets = (verdicts.count(word) / len(verdicts) for word in ("fails", "meets"))
            print(f"| {name} | {pattern} | {percent(coverage)} | {percent(width)} | {percent(fails)} | {percent(meets)} |", flush=True)


def drawn_lists(program, surveys, random_source):
    print("\n### Slots and municipalities of lists that `draw` stratifies by municipality\n")
    print("| list | rates | slots: coverage, % | wrongly fails, % | wrongly meets, % | municipalities: coverage, % | all: coverage, % |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    frame = list(csv.DictReader(open(FRAME)))
    sizes = {}
    for practice in frame:
        sizes[practice["municipality"]] = sizes.get(practice["municipality"], 0) + 1
    names = sorted(sizes, key=lambda name: -sizes[name])
    lists = {
        "152, equal": ["--sample", "152", "--division", "equal"],
        "152, proportional": ["--sample", "152", "--division", "proportional"],
        "304, proportional, 2 slots each": ["--sample", "304", "--division", "proportional", "--slots-per-practice", "2"],
    }
    draws = min(surveys, 100)
    for name, options in lists.items():
        drawn = []
        for seed in range(draws):
            out = program.run("draw", "--frame", str(FRAME), "--stratify", "municipality", *options, "--seed", str(seed), "--first-date", "2026-09-01", "-o", "-")
            drawn.append([(r["practice"], r["slot"], r["municipality"], r["weight"]) for r in csv.DictReader(io.StringIO(out))])
        for pattern, rates in patterns(len(names)).items():
            # The last hour is half as bad again as the first.
            factor = {slot: 0.8 + 0.4 * place / (len(SLOTS) - 1) for place, slot in enumerate(SLOTS)}
            rate = dict(zip(names, rates))
            truth = {slot: sum(sizes[m] * rate[m] for m in names) / len(frame) * factor[slot] for slot in SLOTS}
            everything = sum(truth.values()) / len(SLOTS)
            path = program.folder / "lists.csv"
            with open(path, "w") as file:
                file.write("replication,practice,slot,reached,stratum,weight\n")
                for survey in range(surveys):
                    for practice, slot, municipality, weight in drawn[survey % draws]:
                        reached = int(random_source.random() >= rate[municipality] * factor[slot])
                        file.write(f"{survey},{practice},{slot},{reached},{municipality},{weight}\n")
            rows = program.rows("estimate", path, "--by", "slot", "--by", "stratum")
            slots = interval_row([(row, truth[row["group"]]) for row in rows if row["by"] == "slot"])
            areas = interval_row([(row, rate[row["group"]]) for row in rows if row["by"] == "stratum"])
            whole = interval_row([(row, everything) for row in rows if row["by"] == "all"])
            wrong = {"fails": 0, "meets": 0}
            judged = 0
            for slot in SLOTS:
                for row in program.rows("evaluate", path, "--target", repr(truth[slot]), "--by", "slot"):
                    if row["group"] == slot:
                        judged += 1
                        if row["verdict"] in wrong:
                            wrong[row["verdict"]] += 1
            print(f"| {name} | {pattern} | {percent(slots[0])} | {percent(wrong['fails'] / judged)} | {percent(wrong['meets'] / judged)} | {percent(areas[0])} | {percent(whole[0])} |", flush=True)


def pooled_groups(program, surveys, random_source):
    print("\n### Partial pooling of eight groups\n")
    print("| calls in each | rates | coverage, % | width, points | Wilson's width, points |")
    print("| --- | --- | --- | --- | --- |")
    kinds = {
        "0.10": lambda: [0.10] * 8,
        "0.05 to 0.30": lambda: spread(0.05, 0.30, 8),
        "0.05, one 0.30": lambda: [0.30] + [0.05] * 7,
        "Beta(3, 27)": lambda: [random_source.betavariate(3, 27) for _ in range(8)],
    }
    for calls in (13, 52):
        for pattern, kind in kinds.items():
            path = program.folder / "pooling.csv"
            truths = []
            with open(path, "w") as file:
                file.write("replication,practice,slot,reached\n")
                for survey in range(surveys):
                    truths.append(kind())
                    for group, rate in enumerate(truths[-1]):
                        file.writelines(
                            f"{survey},{group}x{call},{SLOTS[group]},{int(random_source.random() >= rate)}\n" for call in range(calls)
                        )
            held = width = wilson = count = 0
            for row in program.rows("estimate", path, "--by", "slot", "--partial-pooling"):
                if row["by"] == "slot" and row["model_lower"] != "":
                    truth = truths[int(row["replication"])][SLOTS.index(row["group"])]
                    lower, upper = float(row["model_lower"]), float(row["model_upper"])
                    count += 1
                    held += lower <= truth <= upper
                    width += upper - lower
                    wilson += float(row["upper"]) - float(row["lower"])
            print(f"| {calls} | {pattern} | {percent(held / count)} | {percent(width / count)} | {percent(wilson / count)} |", flush=True)


def write_frame(program, name, columns):
    """A copy of the shipped frame with strata by size or none, with three sizes and with its municipalities put together to four parts."""
    practices = list(csv.DictReader(open(FRAME)))
    parts = {name: str(place % 4) for place, name in enumerate(sorted({p["municipality"] for p in practices}))}
    for practice in practices:
        practice["part"] = parts[practice["municipality"]]
        practice["size"] = str(min(int(practice["stratum"][0]), 3))
    path = program.folder / name
    with open(path, "w") as file:
        file.write(",".join(columns) + "\n")
        file.writelines(",".join(p[c] for c in columns) + "\n" for p in practices)
    return path, practices


def raked_surveys(program, surveys, random_source):
    print("\n### Raked weights\n")
    print("| strata | calls | rates | all: coverage, % | bias, points | unraked bias, points | error / spread | slots: coverage, % |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    kinds = {
        "0.10 everywhere": (lambda size, part: 0.10),
        "0.05 to 0.25 by size": (lambda size, part: 0.10 * int(size) - 0.05),
        "0.06 to 0.32 by size and part": (lambda size, part: 0.10 * int(size) - 0.04 + 0.02 * int(part)),
    }
    frames = {
        "none": ["practice", "size", "part"], "by size": ["practice", "size", "part", "stratum"],
    }
    for strata, columns in frames.items():
        frame, practices = write_frame(program, "frame.csv", columns)
        for calls in (80, 200):
            for pattern, kind in kinds.items():
                rate = {p["practice"]: kind(p["size"], p["part"]) for p in practices}
                truth = sum(rate.values()) / len(rate)
                path = program.folder / "raked.csv"
                with open(path, "w") as file:
                    file.write("replication,practice,slot,disposition\n")
                    for survey in range(surveys):
                        while True:
                            drawn = random_source.sample(practices, calls)
                            # Of larger practices more numbers are wrong: without raking they count too little.
                            valid = [p for p in drawn if random_source.random() >= 0.12 * int(p["size"])]
                            if len({p["size"] for p in valid}) == 3 and len({p["part"] for p in valid}) == 4:
                                break
                        for place, practice in enumerate(drawn):
                            word = "wrong-number" if practice not in valid else "busy" if random_source.random() < rate[practice["practice"]] else "answered-by-staff"
                            file.write(f"{survey},{practice['practice']},{SLOTS[place % 8]},{word}\n")
                options = ["--frame", str(frame), "--reached", "agreement", "--by", "slot"]
                rows = program.rows("estimate", path, *options, "--rake", "size,part")
                whole = [row for row in rows if row["by"] == "all"]
                plain = [float(row["rate"]) for row in program.rows("estimate", path, *options, "--invalid", "left-out") if row["by"] == "all"]
                rates = [float(row["rate"]) for row in whole]
                mean = sum(rates) / len(rates)
                spread_of_rates = (sum((r - mean) ** 2 for r in rates) / (len(rates) - 1)) ** 0.5
                error = sum(float(row["standard_error"]) for row in whole) / len(whole)
                cells = [
                    strata, calls, pattern, percent(interval_row([(row, truth) for row in whole])[0]), f"{100 * (mean - truth):.2f}",
                    f"{100 * (sum(plain) / len(plain) - truth):.2f}", f"{error / spread_of_rates:.2f}",
                    percent(interval_row([(row, truth) for row in rows if row["by"] == "slot"])[0]),
                ]
                print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def snapshots(program, surveys, random_source):
    print("\n### Snapshots of strata\n")
    print("| calls in each of 19 strata | rates | all: coverage, % | width, points | without the correction, points | strata: coverage, % |")
    print("| --- | --- | --- | --- | --- | --- |")
    designs = [(f"{each}, or all", [min(each, size) for size in SIZES]) for each in (4, 9, 20)]
    for name, calls in designs:
        for pattern, rates in list(patterns(len(SIZES)).items()):
            path = program.folder / "snapshot.csv"
            truths = []
            with open(path, "w") as file:
                file.write("replication,practice,slot,reached,stratum,weight,area\n")
                for survey in range(surveys):
                    own = []
                    for stratum, (size, count, rate) in enumerate(zip(SIZES, calls, rates)):
                        state = [int(random_source.random() >= rate) for _ in range(size)]
                        own.append(1 - sum(state) / size)
                        file.writelines(
                            f"{survey},{stratum}x{call},8-9,{state[call]},{stratum},{size / count:.12g},{stratum}\n" for call in range(count)
                        )
                    truths.append((sum(s * o for s, o in zip(SIZES, own)) / sum(SIZES), own))
            options = ["--by", "area", "--practices", str(sum(SIZES))]
            rows = program.rows("estimate", path, *options, "--fpc")
            whole = interval_row([(row, truths[int(row["replication"])][0]) for row in rows if row["by"] == "all"])
            areas = interval_row([(row, truths[int(row["replication"])][1][int(row["group"])]) for row in rows if row["by"] == "area"])
            plain = interval_row([(row, 0) for row in program.rows("estimate", path, *options) if row["by"] == "all"])
            print(f"| {name} | {pattern} | {percent(whole[0])} | {percent(whole[1])} | {percent(plain[1])} | {percent(areas[0])} |", flush=True)


TABLES = {
    "all": rates_over_strata, "lists": drawn_lists, "pooling": pooled_groups, "raked": raked_surveys, "snapshots": snapshots,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--surveys", type=int, default=2000)
    parser.add_argument("--only", default=",".join(TABLES))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = Telefontid(str(pathlib.Path(given.program).resolve()), pathlib.Path(folder))
        for name in given.only.split(","):
            TABLES[name](program, given.surveys, random.Random(20261128))


if __name__ == "__main__":
    main()
