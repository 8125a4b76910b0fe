"""The kinds of page that `report` can make, each with what its numbers are held against."""

import glob
import json
import os
import random
import subprocess

import page_numbers
import page_sentences
import page_surveys
import page_worlds


def hundred_groups(path):
    """A survey of pure chance: a hundred areas with 20 calls each, one in ten not reached."""
    chance = random.Random(21)
    with open(path, "w", encoding="utf-8") as file:
        file.write("practice,slot,disposition,area\n")
        for call in range(2000):
            ending = "busy" if chance.random() < 0.1 else "answered-by-staff"
            file.write(f"P{call},{8 + call % 8:02d}:00-{9 + call % 8:02d}:00,{ending},Område {call % 100 + 1}\n")


def small(path):
    """So few calls that nothing has a share."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("practice,slot,disposition\n")
        for call in range(8):
            file.write(f"P{call},{8 + call % 2:02d}:00-{9 + call % 2:02d}:00,{'busy' if call < 3 else 'answered-by-staff'}\n")


class Kind:
    """A kind of page: its name, the arguments of `report`, what compares its tables, and the files of which its sentences speak."""

    def __init__(self, name, options, compare=lambda page: None, files=()):
        self.name, self.options, self.compare, self.files = name, options, compare, files


def results(folder):
    """The page of a folder of results."""
    first = page_numbers.rows(f"{folder}/estimates.csv")
    values = [list(row.values()) for row in first
              if (row["replication"], row.get("region")) == (first[0]["replication"], first[0].get("region"))]
    values += [list(row.values()) for name in ("summary", "truth") for row in page_numbers.rows(f"{folder}/{name}.csv")]
    values += [list(row.values()) for row in page_numbers.traffic(folder)]
    values += page_sentences.shares(f"{folder}/calls.csv", first[0]["replication"]) + page_sentences.patients(folder)
    return Kind(os.path.basename(folder), [folder], lambda page: page_numbers.check(page, folder), values)


def survey(written, name, calls, options=(), frame=(), area=None, target=None, baseline=None, report=None,
           reached=("agreement", "person"), counted=None):
    """The page of calls that people have made, held against what `estimate`, `evaluate` and `compare` write of them.

    `counted` is a file of the same calls with telefontid's own columns, where `calls` is as Danish Excel writes it."""
    by = ["--by", "slot"] + (["--by", area] if area else [])
    rules = [option for rule in reached for option in ("--reached", rule)]
    estimates = written(["estimate", calls, *frame, *by, *rules], f"{name}-estimates")
    verdicts = written(["evaluate", calls, *frame, "--target", target], f"{name}-verdicts") if target else []
    changes = written(["compare", baseline, calls], f"{name}-changes") if baseline else []

    def compare(page):
        page_surveys.check_survey(page, estimates, verdicts, area)
        if changes:
            page_surveys.check_change(page, changes)

    options = [*options, *(["--by", area] if area else []), *(["--target", target] if target else [])]
    values = [list(row.values()) for row in estimates + verdicts + changes]
    values += page_sentences.shares(counted or calls) + page_sentences.homogeneity(estimates)
    values += page_sentences.shares(baseline) if baseline else []
    return Kind(name, [report or calls, *options], compare, values)


# A small region of the shipped kind, so that a page is made in seconds.
SMALL = ["--set", 'practices.municipalities={"Odder": 30, "Struer": 10}', "--set", 'practices.gps={"1": 25, "2": 15}']

# What is uncertain of a region whose telephones are answered until 14, and a remedy for that.
UNCERTAIN = {
    "name": "uncertain", "seed": 3, "practices": {"municipalities": {"A": 12}, "gps": {"1": 12}},
    "telephone": {
        "staffing": [{"from": "08:00", "to": "16:00", "answered_by": "staff", "answerers": 2}],
        "last_answer": {"14:00": 1}, "queue_share": 1,
        "when_off": [{"from": "00:00", "to": "24:00", "shares": {"referral-message": 0.5, "rings-out": 0.5}}]},
    "patients": {"calls_per_day_per_1000_listed": 5, "call_shares": {"08:00-09:00": 0.4, "09:00-16:00": 0.6}},
    "survey": {"days": ["2015-04-14"], "slots": ["08:00-09:00", "15:00-16:00"], "interviewers": 2, "target": 0.3},
    "provenance": {
        "telephone.when_off[0].shares": {"basis": "assumed", "source": "x", "values": [
            {"referral-message": 1}, {"referral-message": 0.5, "rings-out": 0.5}, {"rings-out": 1}]},
        "patients.talk_with_staff.mean_seconds": {"basis": "assumed", "source": "x", "range": [100, 180]},
        "survey.message.seconds": {"basis": "assumed", "source": "x", "range": [10, 60]}}}
REMEDY = {
    "extends": "uncertain.json", "name": "remedy", "title": "What if every message named a substitute?",
    "telephone": {"when_off": [{"from": "00:00", "to": "24:00", "shares": {"referral-message": 1}}]}}


def weighted(calls, frame):
    """Two strata of unlike weight, some practices rung twice, and a column of groups."""
    chance = random.Random(25)
    with open(frame, "w", encoding="utf-8") as file:
        file.write("practice,stratum,weight,kind\n")
        for number in range(160):
            file.write(f"P{number},{'town' if number < 100 else 'country'},{4 if number < 100 else 1.5},{'ABC'[number % 3]}\n")
    with open(calls, "w", encoding="utf-8") as file:
        file.write("practice,slot,disposition\n")
        for call, number in enumerate([*range(160), *range(60)]):
            ending = "no-answer" if chance.random() < 0.15 else "answered-by-staff" if call % 9 else "wrong-number"
            hour = 8 + (number + call // 160) % 4
            file.write(f"P{number},{hour:02d}:00-{hour + 1:02d}:00,{ending}\n")


def two_waves(first, second):
    """Two surveys that share half of their practices."""
    chance = random.Random(15)
    for path, start, share in ((first, 0, 0.25), (second, 150, 0.10)):
        with open(path, "w", encoding="utf-8") as file:
            file.write("practice,slot,disposition,kind\n")
            for number in range(start, start + 300):
                ending = "busy" if chance.random() < share else "answered-by-doctor"
                file.write(f"P{number},{8 + number % 5:02d}:00-{9 + number % 5:02d}:00,{ending},{'ABC'[number % 3]}\n")


def pages(telefontid, work):
    """Every kind of page."""
    hundred_groups(f"{work}/groups.csv")
    small(f"{work}/few.csv")
    with open(f"{work}/list.csv", "w", encoding="utf-8") as file:
        file.write("practice,slot,disposition\n" + "".join(f"P{n},08:00-09:00,\n" for n in range(40)))

    def run(*command):
        subprocess.run([telefontid, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def written(command, name):
        run(*command, "-o", f"{work}/{name}.csv")
        return page_numbers.rows(f"{work}/{name}.csv")

    run("sweep", "scenarios/midtjylland-2015.json", *sorted(glob.glob("scenarios/what-if-*.json")), "--replications", "3",
        *SMALL, "-o", f"{work}/sweep")
    for name, scenario, *options in (
            ("rounds", "midtjylland-2015", "--set", 'survey.rounds=[{}, {"days": ["2015-04-21", "2015-04-22"], "slot": "other"}]'),
            ("professionals", "professionals-2015"), ("regions", "midtjylland-2015", "--regions", "3"),
            ("waits", "midtjylland-2015", "--set", "survey.definition=person-within=60")):
        run("simulate", scenario, *SMALL, *options, "--replications", "5", "-o", f"{work}/{name}")
    for scenario in (UNCERTAIN, REMEDY):
        with open(f"{work}/{scenario['name']}.json", "w", encoding="utf-8") as file:
            json.dump(scenario, file)
    run("sensitivity", f"{work}/uncertain.json", f"{work}/remedy.json", "--worlds", "50", "--replications", "2", "-o", f"{work}/worlds")
    run("simulate", f"{work}/uncertain.json", "--replications", "5", "-o", f"{work}/uncertain")
    weighted(f"{work}/weighted.csv", f"{work}/weights.csv")
    two_waves(f"{work}/first.csv", f"{work}/second.csv")
    midtjylland, fieldwork = "results/midtjylland-2015", "scenarios/fieldwork/calls.csv"
    frame = ["--frame", "scenarios/fieldwork/practices.csv"]
    kinds = [results(folder) for folder in sorted(glob.glob("results/*")) if os.path.exists(f"{folder}/estimates.csv")]
    practice = results(midtjylland)
    practice.name, practice.options = "practice-and-groups", [midtjylland, "--by", "municipality", "--practice", "P013"]
    beside = results(f"{work}/uncertain")
    of_results = beside.compare

    def of_both(page):
        of_results(page)
        page_worlds.check(page, f"{work}/worlds")

    beside = Kind("beside-worlds", [f"{work}/uncertain", "--sensitivity", f"{work}/worlds"], of_both,
                  beside.files + page_worlds.values(f"{work}/worlds"))
    cells = [list(row.values()) for row in page_numbers.rows(f"{work}/sweep/sweep.csv")]
    cells += [list(row.values()) for row in page_numbers.rows(f"{work}/sweep/cells.csv")]
    return kinds + [
        practice,
        survey(written, "fieldwork", fieldwork, frame=frame, area="municipality", target="0.10", report="scenarios/fieldwork"),
        survey(written, "waves", fieldwork, ["--baseline", midtjylland], baseline=f"{midtjylland}/calls.csv",
               report="scenarios/fieldwork"),
        survey(written, "groups", f"{work}/groups.csv", area="area"),
        survey(written, "few", f"{work}/few.csv", target="0.10"),
        Kind("unfilled", [f"{work}/list.csv"], files=[["40"]]),
        *(results(f"{work}/{name}") for name in ("rounds", "professionals", "regions", "waits")),
        Kind("worlds", [f"{work}/worlds"], lambda page: page_worlds.check(page, f"{work}/worlds"),
             page_worlds.values(f"{work}/worlds")),
        beside,
        survey(written, "excel", "scenarios/fieldwork/opkald-excel.csv", target="0.10", counted=fieldwork),
        survey(written, "weighted", f"{work}/weighted.csv", ["--frame", f"{work}/weights.csv"],
               frame=["--frame", f"{work}/weights.csv"], area="kind", target="0.10"),
        survey(written, "crossed", fieldwork, frame, frame=frame, area="municipality,gps"),
        survey(written, "two-waves", f"{work}/second.csv", ["--baseline", f"{work}/first.csv"], area="kind",
               baseline=f"{work}/first.csv", target="0.15"),
        Kind("sweep", [f"{work}/sweep"], lambda page: page_surveys.check_sweep(page, f"{work}/sweep"), cells),
    ]
