"""Holds the numbers of a report's page against the CSV files it was made from.

Nothing here is shared with telefontid: the files are read with Python's csv, and numbers are rounded with its decimal."""

import csv
import re
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(value, decimals, language, factor=1):
    """A number as the page should write it: halves away from zero, thousands in groups, a true minus sign."""
    if value in ("", None):
        return "–"
    number = Decimal(value) * factor
    text = f"{number.copy_abs().quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,f}"
    if language == "da":
        text = text.replace(",", "x").replace(".", ",").replace("x", ".")
    return ("\u2212" if number < 0 and any(c in "123456789" for c in text) else "") + text


def percent(value, language, decimals=1):
    return shown(value, decimals, language, 100) + "\u00a0%" if value not in ("", None) else "–"


def interval(row, language):
    lower, upper, rate = row["lower"], row["upper"], row["rate"]
    if rate != "" and Decimal(rate) == 0 and Decimal(lower) <= 0:
        return ("højst " if language == "da" else "at most ") + percent(upper, language)
    if rate != "" and Decimal(rate) == 1 and Decimal(upper) >= 1:
        return ("mindst " if language == "da" else "at least ") + percent(lower, language)
    return shown(lower, 1, language, 100) + "–" + percent(upper, language)


def slot(label):
    match = re.fullmatch(r"(\d\d):00-(\d\d):00", label)
    return f"{int(match[1])}–{int(match[2])}" if match else label


def with_error(value, error, decimals, language, factor=1, unit="", sign=False):
    text = shown(value, decimals, language, factor) + unit
    if sign and not text.startswith("\u2212") and any(c in "123456789" for c in text):
        text = "+" + text
    if error in ("", None):
        return text
    error_text = shown(error, decimals, language, factor)
    if not any(c in "123456789" for c in error_text) and Decimal(error) > 0:
        error_text = "<" + shown(str(Decimal(1).scaleb(-decimals)), decimals, language)
    return f"{text}\u00a0±\u00a0{error_text}"


def duration(seconds, error, language):
    """A wait with its error in seconds, as the page should write it."""
    if seconds in ("", None):
        return "–"
    whole = int(Decimal(seconds).quantize(Decimal(1), ROUND_HALF_EVEN))
    minute, second = {"da": ("min.", "sek."), "en": ("min", "s")}[language]
    parts = [f"{whole // 60}\u00a0{minute}"] * (whole >= 60) + [f"{whole % 60}\u00a0{second}"] * (whole < 60 or whole % 60 > 0)
    error_text = with_error("0", error, 0, language)[1:]
    return "\u00a0".join(parts) + error_text + (f"\u00a0{second}" if error_text else "")


def call(row):
    """What a row is an attempt at: in a survey of rounds a practice, of which the last attempt counts; else one slot on one day."""
    return row["practice"] if row.get("round") else (row["practice"], row["slot"], row.get("date"))


def sum_of(fields):
    """The sum of fields; nothing where one has no number."""
    return "" if "" in fields else str(sum(map(Decimal, fields)))


def true_share(row, language):
    return with_error(row["rate"], row["monte_carlo_se"], 1, language, 100, "\u00a0%")


def traffic(folder):
    """The rows of patients' calls: where professionals call too, they have rows of their own."""
    return [row for row in rows(f"{folder}/traffic.csv") if row.get("caller", "patient") != "professional"]


class Page:
    """What stands in a page: its tables by the id of their captions, and its words."""

    def __init__(self, browser, language):
        self.language = language
        self.tables = browser.run("""
          [...document.querySelectorAll("table")].map(table => ({
            section: table.closest("section").id, caption: table.caption.textContent,
            isOfFigure: table.closest("details") !== null,
            figure: table.closest("details")?.previousElementSibling?.previousElementSibling?.textContent ?? "",
            head: [...table.tHead.rows[0].cells].map(c => c.textContent),
            rows: [...table.tBodies[0].rows].map(r => [...r.cells].map(c => c.textContent))
          }))""")
        self.words = browser.run("""
          (() => { const page = document.body.cloneNode(true)
            page.querySelectorAll("svg").forEach(svg => svg.remove())
            return page.textContent })()""")
        # What is said in sentences, by section; code and the lines of sources aside.
        self.sentences = browser.run("""
          [...document.querySelectorAll("section")].flatMap(section =>
            [...section.querySelectorAll("h3,p,li,dd,figcaption")].map(element => {
              const words = element.cloneNode(true)
              words.querySelectorAll("code,.source").forEach(child => child.remove())
              return [section.id, words.textContent]
            }))""")
        self.compared = 0
        self.faults = []

    def same(self, found, wanted, where):
        self.compared += 1
        if found != wanted:
            self.faults.append(f"{where}: {found!r} instead of {wanted!r}")

    def holds(self, text, where):
        self.compared += 1
        if text not in self.words:
            self.faults.append(f"{where}: {text!r} does not stand in the page")

    def table(self, section, place):
        """The table of a section that is not a figure's, by place."""
        own = [t for t in self.tables if t["section"] == section and not t["isOfFigure"]]
        return own[place]

    def figure(self, section, words):
        """The table behind a figure, by its columns' heads."""
        return next(t for t in self.tables
                    if t["section"] == section and t["isOfFigure"] and set(words) <= set(t["head"]))


LEAST = 10


def check(page, folder):
    """Compares everything that a page says of a folder of results in tables, and the numbers in its sentences."""
    language = page.language
    first = rows(f"{folder}/estimates.csv")
    # Of several regions the page shows a survey of the first.
    first = [r for r in first if r.get("region") == first[0].get("region")]
    replication = first[0]["replication"]
    first = [r for r in first if r["replication"] == replication]
    definition = first[0]["definition"]
    own = [r for r in first if r["definition"] == definition]
    share = lambda row: percent(row["rate"], language) if int(row["calls"]) >= LEAST else "–"
    range_ = lambda row: interval(row, language) if int(row["calls"]) >= LEAST else "–"

    # Slot by slot: the table, and the table behind the first figure.
    groups = [r for by in ("slot", "pooled", "all") for r in own if r["by"] == by]
    table = page.table("found", 0)
    page.same(len(table["rows"]), len(groups), "found: rows")
    for cells, row in zip(table["rows"], groups):
        wanted = [shown(row["calls"], 0, language), shown(row["unreached"], 0, language), share(row), range_(row)]
        page.same(cells[1:5], wanted, f"found: {row['group']}")
    truth = {(r["by"], r["group"]): r for r in rows(f"{folder}/truth.csv") if r["definition"] == definition}
    figure = page.figure("summary", [{"da": "Sand andel", "en": "True share"}[language]])
    for cells, row in zip(figure["rows"], [r for r in own if r["by"] == "slot"]):
        page.same(cells[0], slot(row["group"]), "rate-by-hour: slot")
        page.same(cells[1:], [shown(row["calls"], 0, language), shown(row["unreached"], 0, language), share(row),
                              range_(row), true_share(truth["slot", row["group"]], language)],
                  f"rate-by-hour: {row['group']}")

    # By definition: all calls, and slot by slot.
    for cells, row in zip(page.table("definitions", 0)["rows"], [r for r in first if r["by"] == "all"]):
        page.same(cells[1:], [shown(row["calls"], 0, language), shown(row["unreached"], 0, language), share(row),
                              range_(row)], f"definitions: {row['definition']}")
    small = [t for t in page.tables if t["section"] == "definitions" and t["isOfFigure"]]
    for cells, row in zip(small[0]["rows"] if small else [], [r for r in first if r["by"] == "slot"]):
        page.same(cells[1:], [slot(row["group"]), shown(row["calls"], 0, language),
                              shown(row["unreached"], 0, language), share(row), range_(row)],
                  f"definitions by slot: {row['definition']} {row['group']}")

    # How calls ended: counted in calls.csv, the last attempt of each.
    calls = {}
    for row in rows(f"{folder}/calls.csv"):
        if row["replication"] == replication:
            # Whatever slot a later round rings in, the call belongs to the slot that it was dealt first.
            row["slot"] = calls.get(call(row), row)["slot"]
            calls[call(row)] = row
    # Where they are too few for any share they stand in a table of their own behind that of the slots.
    endings = [t for t in page.tables if t["section"] == "found" and t["isOfFigure"]]
    endings = endings or [t for t in page.tables if t["section"] == "found"][1:]
    counts = {}
    for row in calls.values():
        counts.setdefault(row["slot"], {}).setdefault(row["disposition"], 0)
        counts[row["slot"]][row["disposition"]] += 1
    # Where no slot has enough of them they stand in one row.
    every = {}
    for slot_ in counts.values():
        for ending, number in slot_.items():
            every[ending] = every.get(ending, 0) + number
    for table in endings:
        total = sum(int(c.replace(".", "").replace(",", "")) for r in table["rows"] for c in r[1:])
        page.same(total, sum(n for c in counts.values() for n in c.values()), "dispositions: all")
        for cells in table["rows"]:
            name = next((s for s in counts if slot(s) == cells[0]), "all")
            page.same(sorted(int(c.replace(".", "").replace(",", "")) for c in cells[1:] if c != "0"),
                      sorted(counts.get(name, every).values()), f"dispositions: {name}")

    # Patients' calls.
    traffic_ = traffic(folder)
    tables = [t for t in page.tables if t["section"] == "patients"]
    for cells in tables[0]["rows"] if tables else []:
        row = next(r for r in traffic_ if slot(r["slot"]) == cells[0])
        left = [sum_of([row[fate + end] for fate in ("abandoned", "balked")]) for end in ("", "_se")]
        wanted = [(row["answered"], row["answered_se"]), left, (row["blocked"], row["blocked_se"]), (row["off"], row["off_se"])]
        page.same(cells[1:5], [with_error(*pair, 2, language) for pair in wanted], f"patients: {row['slot']}")
        page.same(cells[5], duration(row["mean_wait_seconds"], row["mean_wait_seconds_se"], language), f"patients: wait {row['slot']}")
    day = next(r for r in traffic_ if r["slot"] == "all")
    page.holds(duration(day["mean_wait_seconds"], day["mean_wait_seconds_se"], language), "patients: wait")
    for column in ("fresh_calls", "redials"):
        page.holds(with_error(day[column], day.get(column + "_se"), 1, language), f"patients: {column}")
    page.holds(with_error(day["displaced_to_out_of_hours"], day.get("displaced_to_out_of_hours_se"), 0, language, 1000),
               "patients: displaced")

    # What such a survey is worth.
    worth = [r for r in rows(f"{folder}/summary.csv") if r["definition"] == definition]
    every = next(r for r in worth if r["by"] == "all")
    if int(every["replications"]) > 1:
        figure = page.figure("certainty", [{"da": "Rummer den sande andel", "en": "Holds the true share"}[language]])
        for cells, row in zip(figure["rows"], [r for r in worth if r["by"] == "slot"] + [every]):
            page.same(cells[1:], [percent(row["coverage"], language), shown(row["coverage_se"], 1, language, 100)],
                      f"coverage: {row['group']}")
        for column in ("coverage", "mean_estimate", "p_meets", "p_undecided", "p_fails", "late_share"):
            if every[column] and not (column == "late_share" and Decimal(every[column]) == 0):
                if column.startswith("p_") and every["target"] == "":
                    continue
                page.holds(with_error(every[column], every[column + "_se"], 1, language, 100, "\u00a0%"),
                           f"worth: {column}")
        if every["interviewer_hours"]:
            page.holds(with_error(every["interviewer_hours"], every["interviewer_hours_se"], 1, language),
                       "worth: interviewer_hours")
        if every["target"]:
            verdicts = page.figure("certainty", [{"da": "Uafklaret", "en": "Undecided"}[language],
                                                 {"da": "Sand andel", "en": "True share"}[language]])
            for cells, row in zip(verdicts["rows"], [r for r in worth if r["by"] == "slot"] + [every]):
                columns = ("truth", "p_meets", "p_undecided", "p_fails")
                page.same(cells[1:], [with_error(row[c], row[c + "_se"], 1, language, 100, "\u00a0%") for c in columns],
                          f"verdicts: {row['group']}")

    # The first page.
    all_ = next(r for r in own if r["by"] == "all")
    if int(all_["calls"]) >= LEAST:
        page.holds(percent(all_["rate"], language), "summary: rate")
        page.holds(interval(all_, language), "summary: interval")
    page.holds(percent(truth["all", "all"]["rate"], language), "summary: truth")


def check_figures(page, folder):
    """Compares the table behind every figure with the file of its numbers, to the last decimal shown."""
    import glob
    import os
    for path in sorted(glob.glob(f"{folder}/*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file))[1:]
        name = os.path.basename(path)
        match = next((t for t in page.tables if t["isOfFigure"] and t["rows"]
                      and agrees(t["rows"], thinned(lines, len(t["rows"])), page.language)), None)
        page.compared += sum(len(line) for line in lines)
        if match is None:
            page.faults.append(f"{name}: no table of the page has these numbers")


def thinned(lines, count):
    """The rows of the file that a table of so many rows shows: all, or every second, third and so on of a curve; none for any other number."""
    for stride in range(1, len(lines) + 1):
        if len(lines[::stride]) == count:
            return lines[::stride]
    return []


def agrees(cells, lines, language):
    """Whether every number that a row of the page shows is one of the row of the file, as a share or as it is."""
    mark = "," if language == "da" else "."
    if len(cells) != len(lines):
        return False
    for row, line in zip(cells, lines):
        numbers = []
        for field in line:
            try:
                numbers.append(Decimal(field))
            except ArithmeticError:
                pass
        for cell in row[1:]:
            if re.fullmatch(r"\d+–\d+", cell):
                continue  # the name of a slot
            for text in re.findall(r"[\u2212+<]?\d[\d.,]*", cell):
                sign = -1 if text[0] == "\u2212" else 1
                digits = text.strip("\u2212+<").replace("." if language == "da" else ",", "")
                decimals = len(digits.split(mark)[1]) if mark in digits else 0
                value = sign * Decimal(digits.replace(mark, "."))
                half = Decimal(1).scaleb(-decimals) / 2 + Decimal("1e-7")
                if "min" in cell or "sek" in cell or " s" in cell or "\u00a0s" in cell or "\u00a0h" in cell:
                    continue  # lengths of time are two numbers for one
                if text[0] == "<":
                    half = value  # an error that rounds to zero is somewhere below
                if not any(abs(number * factor - value) <= half for number in numbers for factor in (1, 100)):
                    return False
    return True
