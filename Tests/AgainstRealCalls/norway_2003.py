#!/usr/bin/env python3
"""The spread of Norwegian practices in autumn 2003 against the model: the level is fitted, the spread is not.

    swift build -c release && python3 Tests/AgainstRealCalls/norway_2003.py .build/release/telefontid

Counted at the exchange (Sandvik and Hunskår 2005), 100 practices: a third of calls do not get through, a quarter of practices answer
fewer than half, the worst fewer than one in ten; the mean wait is 25 s; 7 answered calls per listed person a year.
The model: practices with a busy tone, one line for each answerer and a waiting one or none, answerers by size as assumed for Denmark;
one scale of demand is fitted to the share of calls that do not get through.
"""
import csv, json, subprocess, sys, tempfile

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else "telefontid"
# Practices by number of doctors: assumed, as in Midtjylland.
SIZES = {"1": 45, "2": 28, "3": 15, "4": 7, "5": 5}
ANSWERERS = {"1": 1, "3": 2, "5": 3}
VARIANTS = {
    "one line for each answerer": {},
    "a line more to wait on": {"beyond": 1},
    "half of the practices with a queue": {"queue": 0.5},
    "lists alike": {"cv": 0.0},
    "lists twice as different": {"cv": 0.36},
    "calls differ as in England": {"calls_cv": 0.36},
    "calls differ twice as much": {"calls_cv": 0.72},
}

def scenario(demand, beyond=0, queue=0.0, cv=0.18, calls_cv=0.0):
    return {
        "name": "norway", "seed": 2003,
        # Every practice is a municipality of its own, so that truth.csv has a row for each.
        "practices": {"municipalities": {f"M{place:03}": 1 for place in range(100)}, "gps": SIZES,
                      "listed_patients_per_gp": {"mean": 1200, "cv": cv, "smallest": 500, "largest": 2500}},
        "telephone": {
            "opens": "08:00", "closes": "15:00", "queue_share": queue,
            "busy_tone_lines": {"at_least": 1, "beyond_answerers": beyond},
            "staffing": [{"from": "08:00", "to": "15:00", "answered_by": "staff", "answerers": ANSWERERS}]},
        "patients": {
            "calls_per_day_per_1000_listed": demand, "calls_cv_between_practices": calls_cv,
            "call_shares": {"08:00-10:00": 0.4, "10:00-12:00": 0.3, "12:00-15:00": 0.3},
            "weekday_index": [1.25, 1.03, 0.92, 0.92, 0.88], "busyness_cv": 0.2, "urgent_share": 0,
            "patience": {"distribution": "exponential", "mean_seconds": 300}},
        "survey": {"days": {"from": "2015-04-07", "to": "2015-04-20"}, "slots_per_practice": "all",
                   "slots": {"from": "08:00", "to": "15:00", "minutes": 60}, "definition": "person"},
    }

def spread(model, replications):
    """The share of patients' calls not through, the shares of single practices (hours alike), the mean wait, and calls answered a year."""
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/scenario.json", "w") as file:
            json.dump(model, file)
        subprocess.run([PROGRAM, "simulate", f"{folder}/scenario.json", "-o", f"{folder}/results", "--replications",
                        str(replications), "-q"], check=True, stdout=subprocess.DEVNULL)
        with open(f"{folder}/results/traffic.csv") as file:
            whole = [row for row in csv.DictReader(file) if row["slot"] == "all"][0]
        with open(f"{folder}/results/truth.csv") as file:
            practices = [float(row["open_rate"]) for row in csv.DictReader(file)
                         if row["definition"] == "person" and row["by"] == "municipality"]
        with open(f"{folder}/results/practices.csv") as file:
            listed = [float(row["listed_patients"]) for row in csv.DictReader(file)]
    tries = float(whole["fresh_calls"]) + float(whole["redials"])
    lost = 1 - float(whole["answered"]) / tries
    yearly = float(whole["answered"]) * 250 / (sum(listed) / len(listed))
    return lost, sorted(practices), float(whole["mean_wait_seconds"]), yearly

def fit(variant):
    low, high = 5.0, 120.0
    for _ in range(12):
        demand = (low * high) ** 0.5
        low, high = (low, demand) if spread(scenario(demand, **variant), 4)[0] > 1 / 3 else (demand, high)
    return demand, spread(scenario(demand, **variant), 20)

print("variant,calls_per_1000,not_through,practices_below_half,worst_answers,best_answers,mean_wait,answered_a_year")
for name, variant in VARIANTS.items():
    demand, (lost, practices, wait, yearly) = fit(variant)
    below = sum(rate > 0.5 for rate in practices) / len(practices)
    print(f"{name},{demand:.1f},{lost:.3f},{below:.2f},{1 - practices[-1]:.2f},{1 - practices[0]:.2f},{wait:.0f},{yearly:.1f}",
          flush=True)
print("counted,28,0.333,0.25,below 0.10,,25,7")
