"""Holds the numbers of a page's sentences against the files it was made from."""

import bisect
import csv
import math
import re
from decimal import Decimal

from page_numbers import call, rows

# What texts say by themselves: levels and limits, and points that a call moves a small group.
CONSTANTS = [Decimal(n) for n in ("95", "99", "99.8", "100", "10", "14")]


def check(page, tables):
    """Holds that every number of a sentence is one of a file, as it is, as a percentage or per thousand, at the decimals that are shown.

    `tables` are lists of rows. Sums and shares of what stands in one row count too: calls answered by anybody, those not answered."""
    values = list(CONSTANTS)
    for table in tables:
        for row in table:
            numbers = [number for number in map(decimal, row) if number is not None]
            values += numbers
            # Names and dates have numbers in them, too.
            values += [Decimal(n) for field in row if decimal(field) is None for n in re.findall(r"\d+", field)]
            whole = [n for n in numbers if n == n.to_integral_value() and n >= 0]
            values.append(sum(whole, Decimal(0)))
    values = sorted({abs(value * factor) for value in values for factor in (1, 100, 1000)})
    mark, group = (",", ".") if page.language == "da" else (".", ",")
    for section, text in page.sentences:
        if section in SECTIONS_OF_WORDS:
            continue
        for match in re.finditer(r"(?<![\w.,])[\u2212+]?\d[\d.,]*", text):
            digits = match[0].rstrip(".,").lstrip("\u2212+").replace(group, "")
            decimals = len(digits.split(mark)[1]) if mark in digits else 0
            value = decimal(digits.replace(mark, "."))
            half = Decimal(1).scaleb(-decimals) / 2 + Decimal("1e-7")
            page.compared += 1
            place = bisect.bisect_left(values, value - half) if value is not None else len(values)
            if place == len(values) or values[place] > value + half:
                around = text[max(0, match.start() - 40):match.end() + 30]
                page.faults.append(f"{section}: {match[0]} is in no file: …{around}…")


# What the method, the assumptions and the lists of files say stands in the scenario, not in tables.
SECTIONS_OF_WORDS = ("limits", "method", "parameters", "checklist", "files")


def decimal(text):
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    return number if number.is_finite() else None


def shares(path, replication=None):
    """How calls ended, counted in a calls file: shares of all, of whatever endings together a sentence may speak."""
    counts, dates = {}, set()
    for row in rows(path):
        if replication in (None, row.get("replication")):
            dates.add(row.get("date") or "")
            counts[call(row)] = row["disposition"]
    endings = {}
    for ending in counts.values():
        endings[ending] = endings.get(ending, 0) + 1
    valid = sum(n for ending, n in endings.items() if ending not in ("wrong-number", "not-attempted"))
    by_practice = sum(endings.get(e, 0) for e in ("answered-by-doctor", "answered-by-staff"))
    return [[str(n), str(Decimal(n) / max(1, valid))] for n in [*endings.values(), by_practice, valid]] + [sorted(dates)]


def patients(folder):
    """From traffic.csv, of patients and professionals, the share of call attempts in a slot that a person did not answer, the share
    answered within target, and waits in minutes and seconds."""
    found = []
    for row in rows(f"{folder}/traffic.csv"):
        others = ("abandoned", "balked", "blocked", "off")
        answered, lost = Decimal(row["answered"]), sum(Decimal(row[fate]) for fate in others)
        if answered + lost:
            share = answered / (answered + lost)
            # The greatest error that those of the counts allow, and that of the mean wait.
            error = (1 - share) * Decimal(row["answered_se"] or 0) + share * sum(Decimal(row[f"{fate}_se"] or 0) for fate in others)
            found.append([str(1 - share), str(error / (answered + lost))])
        if row["answered_within_target"]:
            found.append([row["answered_within_target"], row["answered_within_target_se"] or "0"])
        if row["mean_wait_seconds"]:
            found.append([str(part) for part in divmod(round(Decimal(row["mean_wait_seconds"])), 60)])
    return found


def homogeneity(estimates):
    """How probable differences between the slots as large as these are if all were alike: Pearson's chi-square."""
    slots = [r for r in estimates if r["by"] == "slot" and r["definition"] == estimates[0]["definition"] and int(r["calls"])]
    calls, unreached = (sum(int(r[c]) for r in slots) for c in ("calls", "unreached"))
    if len(slots) < 2 or unreached in (0, calls):
        return []
    share = unreached / calls
    square = sum((int(r["unreached"]) - int(r["calls"]) * share) ** 2 / (int(r["calls"]) * share * (1 - share)) for r in slots)
    return [[str(Decimal(chi_square_tail(square, len(slots) - 1)))]]


def chi_square_tail(square, degrees):
    """The upper tail by its closed form for whole degrees of freedom (Abramowitz and Stegun 26.4.4 and 26.4.5)."""
    half = square / 2
    tail = math.erfc(math.sqrt(half)) if degrees % 2 else 0.0
    power = 0.5 if degrees % 2 else 0.0
    while power < degrees / 2:
        tail += math.exp(-half) * half ** power / math.gamma(power + 1)
        power += 1
    return tail


def lines(path):
    """A CSV file without its head."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]
