"""The score test over strata, straight from its definition: SciPy finds the strata's most likely shares and the bounds.

python3 stratified_score.py    # Python 3.11, NumPy 2, SciPy 1.17
"""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import t as student


def constrained(weights, successes, trials, whole):
    """The shares that maximise the likelihood where sum(weights * shares) is the whole."""

    def shares(multiplier):
        found = []
        for weight, x, n in zip(weights, successes, trials):
            pull = multiplier * weight
            roots = np.roots([pull, -(pull + n), x]) if pull else [x / n]
            inside = [min(max(r.real, 0), 1) for r in roots if abs(r.imag) < 1e-6 and -1e-9 <= r.real <= 1 + 1e-9]
            likelihood = [
                (x * np.log(max(r, 1e-300)) if x else 0) + ((n - x) * np.log(max(1 - r, 1e-300)) if n > x else 0) - pull * r
                for r in inside
            ]
            found.append(inside[int(np.argmax(likelihood))])
        return np.array(found)

    limit = sum(trials) / min(weights) / min(whole, 1 - whole)
    return shares(brentq(lambda m: weights @ shares(m) - whole, -limit, limit, xtol=1e-12, rtol=1e-15))


def statistic(weights, successes, trials, whole, step=0):
    shares = constrained(weights, successes, trials, whole)
    divisors = np.where(trials > 1, trials - 1, 1)
    variance = (weights**2 * shares * (1 - shares) / divisors).sum()
    third = (weights**3 * shares * (1 - shares) * (1 - 2 * shares) / divisors**2).sum()
    half = step * variance / (whole * (1 - whole))
    plain = (weights @ (successes / trials) + half - whole) / np.sqrt(variance)
    a = third / variance**1.5 / 6
    return (np.sqrt(max(0, 1 + 4 * a * (plain + a))) - 1) / (2 * a)


def show(weights, successes, trials, target, confidence=0.95):
    weights, successes, trials = (np.array(v, float) for v in (weights, successes, trials))
    weights = weights / weights.sum()
    degrees = int(trials.sum() - len(trials))
    limit = student.ppf(1 - (1 - confidence) / 2, degrees)
    estimate = weights @ (successes / trials)

    def bound(sign, end):
        grid = estimate + (end - estimate) * np.linspace(1e-4, 1 - 1e-9, 400)
        last = estimate + (end - estimate) * 1e-9
        for place in grid:
            if sign * statistic(weights, successes, trials, place) > limit:
                return brentq(lambda p: sign * statistic(weights, successes, trials, p) - limit, last, place, xtol=1e-14)
            last = place
        return end

    lower = bound(1, 0) if estimate > 0 else 0
    upper = bound(-1, 1) if estimate < 1 else 1
    # Verdicts are cautious by half an observation of so many as the target's variance is worth.
    meets = student.cdf(statistic(weights, successes, trials, target, 0.5), degrees)
    fails = student.sf(statistic(weights, successes, trials, target, -0.5), degrees)
    print(*(repr(float(number)) for number in (estimate, lower, upper, meets, fails)))


if __name__ == "__main__":
    show([105, 32, 31], [3, 0, 1], [10, 4, 5], 0.10)
    show([3, 2, 1], [0, 0, 0], [12, 9, 4], 0.10)
    show([105, 32, 31, 29, 16, 7], [2, 1, 0, 4, 1, 0], [20, 20, 20, 20, 9, 2], 0.05)
    show([1, 1], [9, 7], [10, 7], 0.80)
