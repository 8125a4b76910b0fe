"""Looks at reports in a headless Chromium: numbers, accessibility, layout, print. See README.md."""

import argparse
import glob
import importlib.util
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import page_numbers
import page_sentences
import page_surveys
from chromium import Chromium, program

WIDTHS = (320, 390, 1280)
LANGUAGES = ("da", "en")
# The height in pixels, at a width of 1280, of the page of the hundred groups below as telefontid made it at commit b35a7e1,
# before groups stood in a funnel and a table: the new one may be a third as high.
OLD_HEIGHT = {"da": 19982, "en": 17771}


# Words of English that stand in a Danish page outside of what is marked as English or is code.
ENGLISH = r"""
(() => {
  const page = document.body.cloneNode(true)
  page.querySelectorAll("[lang=en], code, .source").forEach(element => element.remove())
  // What is left of a file's path or name, and of an option, is no word.
  const words = page.textContent.replace(/\S*(?:\/|\.[a-z]|--|=)\S*/g, "…")
  return [...words.matchAll(/(?:\S+\s+)?\b(the|and|of|with|each|calls|practice|practices|not|reached|share)\b[^.]{0,40}/gi)]
    .map(match => match[0]).filter(found => !/of Simulation/.test(found)).slice(0, 5)
})()
"""


def axe():
    """The script of axe-core that a package from PyPI brings along, or None."""
    for package in ("axe_playwright_python", "axe_selenium_python", "axe_core_python"):
        spec = importlib.util.find_spec(package)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            for path in glob.glob(f"{folder}/**/axe.min.js", recursive=True):
                return path
    return None


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
    values = [list(row.values()) for row in first if row["replication"] == first[0]["replication"]]
    values += [list(row.values()) for name in ("summary", "truth", "traffic") for row in page_numbers.rows(f"{folder}/{name}.csv")]
    values += page_sentences.shares(f"{folder}/calls.csv", first[0]["replication"]) + page_sentences.patients(folder)
    return Kind(os.path.basename(folder), [folder], lambda page: page_numbers.check(page, folder), values)


def survey(written, name, calls, options=(), frame=(), area=None, target=None, baseline=None, report=None):
    """The page of calls that people have made, held against what `estimate`, `evaluate` and `compare` write of them."""
    by = ["--by", "slot"] + (["--by", area] if area else [])
    estimates = written(["estimate", calls, *frame, *by, "--reached", "agreement", "--reached", "person"], f"{name}-estimates")
    verdicts = written(["evaluate", calls, *frame, "--target", target], f"{name}-verdicts") if target else []
    changes = written(["compare", baseline, calls], f"{name}-changes") if baseline else []

    def compare(page):
        page_surveys.check_survey(page, estimates, verdicts, area)
        if changes:
            page_surveys.check_change(page, changes)

    options = [*options, *(["--by", area] if area else []), *(["--target", target] if target else [])]
    values = [list(row.values()) for row in estimates + verdicts + changes]
    values += page_sentences.shares(calls) + page_sentences.homogeneity(estimates)
    values += page_sentences.shares(baseline) if baseline else []
    return Kind(name, [report or calls, *options], compare, values)


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
        "--set", 'practices.municipalities={"Odder": 30, "Struer": 10}', "--set", 'practices.gps={"1": 25, "2": 15}',
        "-o", f"{work}/sweep")
    midtjylland, fieldwork = "results/midtjylland-2015", "scenarios/fieldwork/calls.csv"
    frame = ["--frame", "scenarios/fieldwork/practices.csv"]
    kinds = [results(folder) for folder in sorted(glob.glob("results/*")) if os.path.exists(f"{folder}/estimates.csv")]
    practice = results(midtjylland)
    practice.name, practice.options = "practice-and-groups", [midtjylland, "--by", "municipality", "--practice", "P013"]
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
        Kind("sweep", [f"{work}/sweep"], lambda page: page_surveys.check_sweep(page, f"{work}/sweep"), cells),
    ]


class Check:
    """Looks at pages with a browser of its own, and keeps what it finds."""

    def __init__(self, arguments):
        self.browser, self.arguments = Chromium(), arguments
        self.faults, self.compared, self.looked = [], 0, 0
        self.axe = open(axe(), encoding="utf-8").read() if axe() else None
        self.layout = open(os.path.join(os.path.dirname(__file__), "layout.js"), encoding="utf-8").read()

    def fault(self, name, text):
        self.faults.append(f"{name}: {text}")
        print(f"FAULT {name}: {text}", file=sys.stderr)

    def report(self, kind, language, work):
        name = kind.name
        path = f"{work}/{name}-{language}.html"
        figures = f"{work}/{name}-{language}"
        command = [self.arguments.telefontid, "report", *kind.options, "--language", language, "-o", path, "--svg", figures]
        made = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        if made.returncode != 0:
            return self.fault(path, made.stderr)
        label = f"{name} ({language})"
        for width in WIDTHS:
            self.browser.show(path, width)
            for fault in self.browser.run(self.layout):
                self.fault(label, f"at {width}: {fault}")
            self.accessible(label, f"at {width}")
            self.looked += 1
        self.browser.show(path, 1280, dark=True)
        # On dark paper colours are other, and nothing else.
        self.accessible(label, "dark", ", runOnly: ['color-contrast']")
        self.browser.show(path, 1280)
        page = page_numbers.Page(self.browser, language)
        kind.compare(page)
        page_numbers.check_figures(page, figures)
        page_sentences.check(page, [kind.files, *map(page_sentences.lines, sorted(glob.glob(f"{figures}/*.csv")))])
        for fault in page.faults:
            self.fault(label, fault)
        self.compared += page.compared
        if language == "da":
            for word in self.browser.run(ENGLISH):
                self.fault(label, f"speaks English: {word}")
        if name == "groups":
            height = self.browser.run("document.documentElement.scrollHeight")
            print(f"{label}: {height} pixels, {height / OLD_HEIGHT[language]:.2f} of what it was")
            if height > OLD_HEIGHT[language] / 3:
                self.fault(label, f"{height} pixels high, more than a third of {OLD_HEIGHT[language]}")
        self.first_page(label, path)
        if self.arguments.pictures:
            self.pictures(name, language, path)

    def accessible(self, label, where, rules=""):
        if not self.axe:
            return
        self.browser.run(self.axe + ";0")
        found = self.browser.run(
            "axe.run({resultTypes: ['violations']" + rules + "}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3)))")
        for violation in found:
            self.fault(label, f"{where}: axe: {violation}")

    def first_page(self, label, path):
        """What stands in the summary fits on the first sheet of A4."""
        # 210 by 297 mm less the margins of the style sheet, at 96 pixels to the inch.
        width, height = round((210 - 32) / 25.4 * 96), (297 - 31) / 25.4 * 96
        self.browser.show(path, width, media="print")
        end = self.browser.run("document.getElementById('summary').getBoundingClientRect().bottom + scrollY")
        if end > height:
            self.fault(label, f"the first page ends at {end:.0f} of {height:.0f} pixels of an A4 sheet")

    def pictures(self, name, language, path):
        """The page as PNGs at four sizes, dark, in grey, and as it is printed."""
        folder = self.arguments.pictures
        os.makedirs(folder, exist_ok=True)
        for width in (320, 390, 768, 1280):
            self.browser.show(path, width)
            self.browser.picture(f"{folder}/{name}-{language}-{width}.png", width)
        self.browser.show(path, 1280, dark=True)
        self.browser.picture(f"{folder}/{name}-{language}-dark.png", 1280)
        self.browser.show(path, 1280, vision="achromatopsia")
        self.browser.picture(f"{folder}/{name}-{language}-grey.png", 1280)
        self.browser.show(path, 1000, media="print")
        self.browser.show(path, 1000)
        self.browser.pdf(f"{folder}/{name}-{language}.pdf")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--telefontid", default=".build/debug/telefontid", help="the built program")
    parser.add_argument("--pictures", help="a folder for PNGs and PDFs of every page, to be looked at")
    parser.add_argument("--only", help="one kind of page by name")
    arguments = parser.parse_args()
    if not program():
        sys.exit("There is no Chromium.")
    if not axe():
        print("axe-core is not installed: accessibility is not checked.", file=sys.stderr)
    # As many browsers as there are processors to speak of; each looks at whole pages.
    checks = [Check(arguments) for _ in range(min(2, os.cpu_count() or 1))]
    try:
        with tempfile.TemporaryDirectory() as work, ThreadPoolExecutor(len(checks)) as pool:
            kinds = [kind for kind in pages(arguments.telefontid, work) if arguments.only in (None, kind.name)]
            waiting = [(kind, language) for kind in kinds for language in LANGUAGES]

            def look(check):
                while waiting:
                    check.report(*waiting.pop(0), work)

            for looked in [pool.submit(look, check) for check in checks]:
                looked.result()
    finally:
        for check in checks:
            check.browser.close()
    faults = [fault for check in checks for fault in check.faults]
    print(f"{sum(check.compared for check in checks)} numbers compared, {sum(check.looked for check in checks)} views looked at, "
          f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
