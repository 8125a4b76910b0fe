"""Looks at reports in a headless Chromium: numbers, accessibility, layout, print. See README.md."""

import argparse
import glob
import importlib.util
import os
import random
import subprocess
import sys
import tempfile

import page_numbers
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
  return [...page.textContent.matchAll(/\b(the|and|of|with|each|calls|practice|practices|not|reached|share)\b(?!\.csv)[^.]{0,40}/gi)]
    .map(match => match[0]).filter(words => !/scenarios?\/|\.json|\.csv|--|of Simulation/.test(words)).slice(0, 5)
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


def pages(telefontid, work):
    """Every kind of page: its name, the arguments of `report`, and the folder of results if its numbers are to be checked."""
    hundred_groups(f"{work}/groups.csv")
    small(f"{work}/few.csv")
    with open(f"{work}/list.csv", "w", encoding="utf-8") as file:
        file.write("practice,slot,disposition\n" + "".join(f"P{n},08:00-09:00,\n" for n in range(40)))
    subprocess.run([telefontid, "sweep", "scenarios/midtjylland-2015.json", *sorted(glob.glob("scenarios/what-if-*.json")),
                    "--replications", "3", "--set", "practices.municipalities={\"Odder\": 30, \"Struer\": 10}",
                    "--set", "practices.gps={\"1\": 25, \"2\": 15}", "-o", f"{work}/sweep"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    kinds = [(os.path.basename(folder), [folder], folder) for folder in sorted(glob.glob("results/*"))
             if os.path.exists(f"{folder}/estimates.csv")]
    return kinds + [
        ("practice-and-groups", ["results/midtjylland-2015", "--by", "municipality", "--practice", "P013"], None),
        ("fieldwork", ["scenarios/fieldwork", "--target", "0.10", "--by", "municipality"], None),
        ("waves", ["scenarios/fieldwork", "--baseline", "results/midtjylland-2015"], None),
        ("groups", [f"{work}/groups.csv", "--by", "area"], None),
        ("few", [f"{work}/few.csv", "--target", "0.10"], None), ("unfilled", [f"{work}/list.csv"], None),
        ("sweep", [f"{work}/sweep"], None),
    ]


class Check:
    def __init__(self, browser, arguments):
        self.browser, self.arguments = browser, arguments
        self.faults, self.compared, self.looked = [], 0, 0
        self.axe = open(axe(), encoding="utf-8").read() if axe() else None
        self.layout = open(os.path.join(os.path.dirname(__file__), "layout.js"), encoding="utf-8").read()

    def fault(self, name, text):
        self.faults.append(f"{name}: {text}")
        print(f"FAULT {name}: {text}", file=sys.stderr)

    def report(self, name, options, results, language, work):
        path = f"{work}/{name}-{language}.html"
        figures = f"{work}/{name}-{language}"
        made = subprocess.run([self.arguments.telefontid, "report", *options, "--language", language, "-o", path, "--svg", figures],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
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
        self.accessible(label, "dark")
        self.browser.show(path, 1280)
        page = page_numbers.Page(self.browser, language)
        if results:
            page_numbers.check(page, results)
        page_numbers.check_figures(page, figures)
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

    def accessible(self, label, where):
        if not self.axe:
            return
        self.browser.run(self.axe + ";0")
        found = self.browser.run(
            "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3)))")
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
    browser = Chromium()
    try:
        with tempfile.TemporaryDirectory() as work:
            check = Check(browser, arguments)
            for name, options, results in pages(arguments.telefontid, work):
                if arguments.only in (None, name):
                    for language in LANGUAGES:
                        check.report(name, options, results, language, work)
    finally:
        browser.close()
    print(f"{check.compared} numbers compared, {check.looked} views looked at, {len(check.faults)} faults")
    sys.exit(1 if check.faults else 0)


if __name__ == "__main__":
    main()
