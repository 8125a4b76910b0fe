"""Exact values for one answerer whom patients and professionals ring, as a Markov chain solved by NumPy.

Patients come at rate 0.7 and professionals, who go first, at rate 0.5; talks are exponential of mean 1, patience exponential of mean 2 for
patients and 1.5 for professionals. On a number of their own professionals take none of the K lines; otherwise all calls share them.

    python3 professionals.py
"""

import numpy as np


def solve(lines, own_number, rates=(0.7, 0.5), patience=(2.0, 1.5), most=40):
    """The stationary chain of (who talks, patients waiting, professionals waiting)."""
    states = [(0, 0, 0)]
    place = {(0, 0, 0): 0}
    for talking in (1, 2):  # 1 a patient, 2 a professional
        for i in range(lines + 1):
            for j in range(most + 1):
                used = i + (talking == 1) + (0 if own_number else j + (talking == 2))
                if used <= lines:
                    place[(talking, i, j)] = len(states)
                    states.append((talking, i, j))
    Q = np.zeros((len(states), len(states)))
    lam, (theta, eta) = rates, [1 / p for p in patience]
    lost = [np.zeros(len(states)), np.zeros(len(states))]

    def flow(a, b, rate):
        Q[place[a], place[b]] += rate
        Q[place[a], place[a]] -= rate

    for s in states:
        talking, i, j = s
        if talking == 0:
            flow(s, (1, 0, 0), lam[0])
            flow(s, (2, 0, 0), lam[1])
            continue
        for who, target in ((0, (talking, i + 1, j)), (1, (talking, i, j + 1))):
            if target in place:
                flow(s, target, lam[who])
            elif who == 0 or not own_number:
                lost[who][place[s]] = 1
        if i:
            flow(s, (talking, i - 1, j), i * theta)
        if j:
            flow(s, (talking, i, j - 1), j * eta)
        after = (2, i, j - 1) if j else (1, i - 1, 0) if i else (0, 0, 0)
        flow(s, after, 1.0)
    A = np.vstack([Q.T, np.ones(len(states))])
    p = np.linalg.lstsq(A, np.append(np.zeros(len(states)), 1.0), rcond=None)[0]
    waiting = [sum(p[place[s]] * s[1 + who] for s in states) for who in (0, 1)]
    return {
        "blocked": [float(p @ lost[who]) for who in (0, 1)],
        "abandoned": [float(waiting[who] / patience[who] / lam[who]) for who in (0, 1)],
        "wait per call": [float(waiting[who] / lam[who]) for who in (0, 1)],
    }


for lines, own in ((2, True), (3, False)):
    print(lines, "lines,", "a number of their own:" if own else "the ordinary number:", solve(lines, own))

# Two classes at c answerers, non-preemptive, no loss, mean talk 1: Kella and Yechiali (1985), with Erlang's C for all calls together.
from math import factorial

c, first, second = 3, 1.0, 1.4
a = first + second
tail = a**c / factorial(c) * c / (c - a)
erlang_c = tail / (sum(a**n / factorial(n) for n in range(c)) + tail)
print("C", erlang_c, "first", erlang_c / (c - first), "second", erlang_c * c / ((c - first) * (c - a)),
      "without priority", erlang_c / (c - a))
