"""Looks at reports in a headless Chromium: numbers, accessibility, layout, print. See README.md."""

import argparse
import glob
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import page_kinds
import page_numbers
import page_sentences
from chromium import Chromium, program

WIDTHS = (320, 390, 1280)
LANGUAGES = ("da", "en")
# The height of a sheet of A4, and of its lower margin with the number, in points.
SHEET, MARGIN = 842, 42
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
        self.sheets(label, path)
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
        # A browser prints everything smaller if one table is wider than the paper.
        wide = self.browser.run("document.documentElement.scrollWidth")
        if wide > width:
            self.fault(label, f"on A4 the page is {wide} wide in {width}")
        end = self.browser.run("document.getElementById('summary').getBoundingClientRect().bottom + scrollY")
        if end > height:
            self.fault(label, f"the first page ends at {end:.0f} of {height:.0f} pixels of an A4 sheet")

    def sheets(self, label, path):
        """No sheet is left half empty but before a part that begins on a sheet of its own, and at the end."""
        if not shutil.which("pdftotext"):
            return
        self.browser.show(path, 1000)
        parts = self.browser.run("[...document.querySelectorAll('section.page h2')].map(h => h.textContent.split(/\\s+/)[0])")
        self.browser.pdf(path + ".pdf")
        boxes = subprocess.run(["pdftotext", "-bbox", path + ".pdf", "-"], stdout=subprocess.PIPE, text=True, check=True).stdout
        pages = [re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)', page)
                 for page in boxes.split("<page ")[1:]]
        for number, (page, after) in enumerate(zip(pages, pages[1:]), 1):
            # The number of the sheet stands below everything, in the margin.
            bottoms = [float(bottom) for _, bottom, _ in page if float(bottom) < SHEET - MARGIN]
            first = min(after, key=lambda word: float(word[0]))[2] if after else ""
            if first not in parts and max(bottoms, default=0) < SHEET / 2:
                self.fault(label, f"sheet {number} of {len(pages)} is empty below {max(bottoms, default=0) / SHEET:.0%}")

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
            kinds = [kind for kind in page_kinds.pages(arguments.telefontid, work) if arguments.only in (None, kind.name)]
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
