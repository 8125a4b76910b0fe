"""Holds the table of what holds whatever is assumed against the files that `sensitivity` wrote."""

import re
from decimal import Decimal

from page_numbers import percent, rows, shown, slot, with_error


def check(page, folder):
    """Compares every row with its conclusion, and every parameter that it hangs on with its index."""
    language = page.language
    conclusions = rows(f"{folder}/conclusions.csv")
    own = [r for r in conclusions if r["definition"] == conclusions[0]["definition"]]
    rates = [r for by in ("slot", "all") for r in own if r["kind"] == "rate" and r["by"] == by]
    effects = sorted((r for r in own if r["kind"] == "effect" and r["by"] == "all"), key=lambda r: Decimal(r["nominal"]))
    table = next(t for t in page.tables if t["section"] == "worlds" and not t["isOfFigure"])
    page.same(len(table["rows"]), len(rates + effects), "worlds: rows")
    to = {"da": " til ", "en": " to "}[language]
    for cells, row in zip(table["rows"], rates + effects):
        where = f"worlds: {row['kind']} {row['group']} {row['remedy']}"
        if row["kind"] == "rate":
            page.same(cells[0], {"da": "Alle opkald", "en": "All calls"}[language] if row["by"] == "all" else slot(row["group"]),
                      where)
            nominal = with_error(row["nominal"], row["nominal_se"], 1, language, 100, "\u00a0%")
            ends = [percent(row[end], language) for end in ("p05", "p95")]
        else:
            nominal = with_error(row["nominal"], row["nominal_se"], 2, language, 100, sign=True)
            ends = [with_error(row[end], "", 1, language, 100, sign=True) for end in ("p05", "p95")]
        page.same(cells[1:3], [nominal, ends[0] if ends[0] == ends[1] else to.join(ends)], where)
        page.same(cells[3], with_error(row["holds"], row["holds_se"], 0, language, 100, "\u00a0%"), f"{where}: holds")
        page.same(re.findall(r"\(([^()]*%)\)", cells[4]), parts(folder, row["conclusion"], language)[:3], f"{where}: parts")


def parts(folder, conclusion, language):
    """What the parameters that are told from error carry of a conclusion, the greatest first, with limits."""
    found = [r for r in rows(f"{folder}/indices.csv") if r["conclusion"] == conclusion and r["told"] == "yes"]
    texts = []
    for row in sorted(found, key=lambda r: -Decimal(r["total"])):
        total, half = Decimal(row["total"]), Decimal(row["total_half_width"])
        ends = [max(total - half, 0), total + half]
        texts.append(f"{percent(row['total'], language, 0)}, {shown(str(ends[0]), 0, language, 100)}–{percent(str(ends[1]), language, 0)}")
    return texts


def values(folder):
    """The numbers of which sentences on worlds may speak."""
    found = [list(row.values()) for row in rows(f"{folder}/conclusions.csv")]
    for row in rows(f"{folder}/indices.csv"):
        total, half = Decimal(row["total"]), Decimal(row["total_half_width"])
        found.append([row["total"], str(max(total - half, 0)), str(total + half)])
    return found
