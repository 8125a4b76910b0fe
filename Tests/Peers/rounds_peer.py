#!/usr/bin/env python3
"""A second model of a survey in rounds, and a comparison with telefontid.

    telefontid simulate Tests/Peers/rounds.json --replications 200 -o /tmp/rounds-run
    python3 Tests/Peers/rounds_peer.py /tmp/rounds-run/reached.csv [--replications N]

simulates Tests/Peers/rounds.json from the words of the page "Scenario files" and holds the shares of reached.csv against its own,
each with its difference in standard errors. It knows that scenario's features only: one answerer, two lines and a busy tone, no
redials of patients, an interviewer for every practice. Times are seconds, chance is Python's; only the standard library is used.
It fails if a share is more than four standard errors off.
"""
import csv, heapq, math, random, sys
from collections import defaultdict

SLOTS = [(8, 10), (10, 12), (12, 14), (14, 16)]
ROUNDS = [("draw", 2, 900), ("other", 1, 0), ("same", 2, 300)]
RING_LIMIT, MESSAGE, PRACTICES = 60, 30, 100
ANSWERED, FAILED, SETTLED = "answered", "failed", "settled"


def lognormal(chance, mean, sd):
    variance = math.log(1 + (sd / mean) ** 2)
    return chance.lognormvariate(math.log(mean) - variance / 2, math.sqrt(variance))


def day(chance, last_answer, off, first_dial, attempts, gap, slot_end):
    """One practice's day: patients come and go, an interviewer dials at `first_dial`. Gives each attempt's outcome in turn."""
    events = []  # (time, order, kind)
    order = 0

    def push(time, kind):
        nonlocal order
        heapq.heappush(events, (time, order, kind))
        order += 1

    for start, end, rate in ((8, 10, 24), (10, 16, 12)):
        time = start * 3600.0
        while (time := time + chance.expovariate(rate / 3600)) < end * 3600:
            push(time, ("call", None))
    push(first_dial, ("call", 1))
    free_at, waiting, outcomes = 0.0, None, []  # `waiting` is (who, gives up at)

    def end_attempt(time, outcome):
        outcomes.append(outcome)
        again = time + gap
        if outcome == FAILED and len(outcomes) < attempts and again < slot_end:
            push(again, ("call", len(outcomes) + 1))

    def answer(time, who):
        nonlocal free_at
        talk = lognormal(chance, 140, 110) if who is None else lognormal(chance, 80, 45)
        free_at = time + talk
        push(free_at, ("free", None))
        if who is not None:
            end_attempt(time + talk, ANSWERED)

    while events:
        time, _, (kind, who) = heapq.heappop(events)
        if kind == "free":
            if waiting is not None and free_at <= time:
                (other, _), waiting = waiting, None
                answer(time, other)
            continue
        if kind == "gives up":
            if waiting is not None and waiting[1] == time:
                other, waiting = waiting[0], None
                if other is not None:
                    end_attempt(time, FAILED)
            continue
        if time >= last_answer * 3600:
            if who is not None and off == "rings-out":
                end_attempt(time + RING_LIMIT, FAILED)
            elif who is not None:
                end_attempt(time + MESSAGE, SETTLED)
        elif free_at <= time and waiting is None:
            answer(time, who)
        elif waiting is not None:
            if who is not None:
                end_attempt(time, FAILED)  # both lines are taken
        else:
            until = time + (chance.expovariate(1 / 60) if who is None else RING_LIMIT)
            waiting = (who, until)
            push(until, ("gives up", None))
    return outcomes


def survey(chance, traits):
    """One replication: by practice the attempt and the round that reached it, or None."""
    slots = [k % 4 for k in range(PRACTICES)]
    chance.shuffle(slots)
    reached = []
    for (last, off), home in zip(traits, slots):
        number, tried, found = 0, set(), None
        for place, (rule, attempts, gap) in enumerate(ROUNDS):
            slot = home if rule != "other" else chance.choice([s for s in range(4) if s not in tried])
            tried.add(slot)
            start, end = (hour * 3600 for hour in SLOTS[slot])
            outcomes = day(chance, last, off, chance.randrange(start, end), attempts, gap, end)
            number += len(outcomes)
            if outcomes[-1] != FAILED:
                found = (number, place + 1)
                break
        reached.append(found)
    return reached


def main():
    path = sys.argv[1]
    replications = int(sys.argv[sys.argv.index("--replications") + 1]) if "--replications" in sys.argv else 200
    ours = {
        (row["by"], row["group"]): (float(row["share"]), float(row["monte_carlo_se"]))
        for row in csv.DictReader(open(path, encoding="utf-8")) if row["definition"] == "agreement"
    }
    chance = random.Random(20260901)
    # Dealt by quota: 40 of 100 stop answering at 12, and 70 of each 100 ring out when they are off.
    traits = [(12 if k < 40 else 16, "rings-out" if k % 10 < 7 else "message") for k in range(PRACTICES)]
    sums, squares = defaultdict(float), defaultdict(float)
    for _ in range(replications):
        shares = defaultdict(float)
        for found in survey(chance, traits):
            way = "never" if found is None else "first-attempt" if found[0] == 1 else "after-redialling"
            shares["way", way] += 1 / PRACTICES
            if found:
                shares["attempt", str(found[0])] += 1 / PRACTICES
                shares["round", str(found[1])] += 1 / PRACTICES
        for key in ours:
            sums[key] += shares[key]
            squares[key] += shares[key] ** 2
    worst = 0.0
    print("| reached | telefontid | this program | difference in standard errors |\n|---|---|---|---|")
    for key, (share, error) in ours.items():
        mean = sums[key] / replications
        own = math.sqrt(max(squares[key] / replications - mean ** 2, 0) / (replications - 1))
        both = math.hypot(error, own)
        z = (share - mean) / both if both else 0.0
        worst = max(worst, abs(z))
        print(f"| {key[0]} {key[1]} | {share:.4f} ± {error:.4f} | {mean:.4f} ± {own:.4f} | {z:+.1f} |")
    sys.exit(f"a share is {worst:.1f} standard errors off" if worst > 4 else 0)


main()
