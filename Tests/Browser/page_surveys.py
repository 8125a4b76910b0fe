"""Holds the tables of a page on surveys, on two waves or on a sweep against what the commands write of the same files."""

from decimal import Decimal

from page_numbers import LEAST, interval, percent, rows, shown, slot, with_error


def check_survey(page, estimates, verdicts, areas=None):
    """Compares the tables of a real survey with what `estimate -o` and `evaluate -o` write of the same calls."""
    language = page.language
    share = lambda row: percent(row["rate"], language) if int(row["calls"]) >= LEAST else "–"
    range_ = lambda row: interval(row, language) if int(row["calls"]) >= LEAST else "–"
    wanted = lambda row: [shown(row["calls"], 0, language), shown(row["unreached"], 0, language), share(row), range_(row)]
    own = [r for r in estimates if r["definition"] == estimates[0]["definition"]]
    groups = [r for by in ("slot", "all") for r in own if r["by"] == by]
    table = page.table("found", 0)
    page.same(len(table["rows"]), len(groups), "found: rows")
    judged = {(r["by"], r["group"]): r for r in verdicts if r["definition"] == estimates[0]["definition"]}
    # Only what Holm's correction names misses the target slot by slot.
    words = {"da": {"meets": "opfyldt", "fails": "ikke opfyldt", "undecided": "uafklaret"},
             "en": {"meets": "met", "fails": "not met", "undecided": "undecided"}}[language]
    for cells, row in zip(table["rows"], groups):
        page.same(cells[1:5], wanted(row), f"found: {row['group']}")
        verdict = judged.get((row["by"], row["group"]))
        if verdict:
            named = verdict["verdict"] != "fails" or row["by"] == "all" or Decimal(verdict["adjusted_p_value"]) <= Decimal("0.05")
            page.same(cells[5].rstrip("\u00a0†"), words[verdict["verdict"] if named else "undecided"], f"verdict: {row['group']}")
            # Over strata it matters where calls were, so there is no limit.
            is_over_strata = row["by"] == "all" and verdict["judged_calls"] != verdict["calls"]
            never = "–" if is_over_strata else {"da": "aldrig", "en": "never"}[language]
            page.same(cells[6:8], [shown(verdict[c], 0, language) if verdict[c] else never
                                   for c in ("meets_if_at_most", "fails_if_at_least")], f"bounds: {row['group']}")
    for cells, row in zip(page.table("definitions", 0)["rows"], [r for r in estimates if r["by"] == "all"]):
        page.same(cells[1:], wanted(row), f"definitions: {row['definition']}")
    if areas:
        own = {r["group"]: r for r in own if r["by"] == areas}
        tables = [t for t in page.tables if t["section"] == "feedback-1" and len(t["rows"]) > 1]
        page.same(bool(tables), True, "groups: a table")
        for table in tables:
            place = 1 if table["head"][0] in ("Gruppe", "Group", "Kommune", "Municipality") else 0
            for cells in table["rows"]:
                name = cells[0].rstrip("\u00a0*")
                if name in own and place:
                    page.same(cells[1:5], wanted(own[name]), f"groups: {name}")


def check_change(page, changes):
    """Compares the table of two waves with what `compare -o` writes of them."""
    language = page.language
    own = [r for r in changes if r["definition"] == changes[0]["definition"]]
    groups = [r for by in ("slot", "all") for r in own if r["by"] == by]
    table = page.table("change", 0)
    page.same(len(table["rows"]), len(groups), "change: rows")
    for cells, row in zip(table["rows"], groups):
        page.same(cells[1:], [percent(row["baseline_rate"], language), percent(row["followup_rate"], language),
                              signed(row["change"], language),
                              signed(row["lower"], language) + {"da": " til ", "en": " to "}[language] + signed(row["upper"], language)],
                  f"change: {row['group']}")


def check_sweep(page, folder):
    """Compares the tables of a sweep, cell by cell, with its file."""
    language = page.language
    cells_ = rows(f"{folder}/sweep.csv")
    definition = cells_[0]["definition"]
    titles = {r["cell"]: r["title"] for r in rows(f"{folder}/cells.csv")}
    tables = [t for t in page.tables if t["section"] == "found" and not t["isOfFigure"]]
    for table in tables:
        place = table["caption"].split(": ")[-1].removeprefix("kl.\u00a0")
        found = [r for r in cells_ if r["definition"] == definition and r["by"] in ("slot", "all")
                 and (slot(r["group"]) == place or r["group"] == "all" and place in ("alle opkald", "all calls"))]
        page.same(sorted(map(tuple, (cells[1:] for cells in table["rows"]))),
                  sorted(tuple(sweep_cells(row, len(table["head"]), language)) for row in found), f"sweep: {place}")
        if language == "en":
            page.same({cells[0] for cells in table["rows"]}, {titles[r["cell"]] for r in found}, f"sweep: names, {place}")


def sweep_cells(row, width, language):
    change = "–" if row["difference"] == "" else with_error(
        row["difference"], row["paired_se"], 2, language, 100, sign=True)
    cells = [with_error(row["rate"], row["monte_carlo_se"], 2, language, 100, "\u00a0%"), change]
    if width > 3:
        cells.append(with_error(row["displaced_per_1000_practice_days"], row["displaced_se"], 1, language))
    return cells


def signed(value, language):
    text = shown(value, 1, language, 100)
    return text if text.startswith("\u2212") or not any(c in "123456789" for c in text) else "+" + text
