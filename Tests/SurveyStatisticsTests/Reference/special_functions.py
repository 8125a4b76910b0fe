"""Writes special-functions.csv: exact values by mpmath 1.3 at 60 digits, from sums and roots, never from closed
library routines alone. Run: python3 special_functions.py > special-functions.csv (about a minute)."""

import csv
import json
import sys

from mpmath import mp, mpf, log, exp, loggamma, erfc, findroot, gamma, pi, sqrt, binomial
import scipy.stats as scipy_stats  # starting points of the root finder only

mp.dps = 60
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["function", "arguments", "expected"])


def row(name, arguments, value):
    out.writerow([name, json.dumps(arguments), mp.nstr(value, 20)])


def beta_tails(a, b, x):
    """I_x(a, b) and its complement, by the all-positive series 26.5.4 of Abramowitz and Stegun."""
    a, b, x = mpf(a), mpf(b), mpf(x)
    y = 1 - x

    def series(a, b, x, y):
        term = total = exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
        k = 0
        while term > total * mpf(10) ** -(mp.dps - 5):
            term *= (a + b + k) / (a + 1 + k) * x
            total += term
            k += 1
        return total

    if x <= 0:
        return mpf(0), mpf(1)
    if y <= 0:
        return mpf(1), mpf(0)
    for digits in (60, 400):
        mp.dps = digits
        small = series(a, b, x, y) if x < 0.5 else series(b, a, y, x)
        other = 1 - small
        if other > mpf(10) ** -30:
            break
    mp.dps = 60
    return (small, other) if x < 0.5 else (other, small)


def gamma_tails(a, x):
    a, x = mpf(a), mpf(x)
    term = total = exp(a * log(x) - x - loggamma(a + 1))
    k = 0
    while term > total * mpf(10) ** -400 and (k < 50 or term > mpf(10) ** -58 * total):
        k += 1
        term *= x / (a + k)
        total += term
    if 1 - total > mpf(10) ** -30:
        return total, 1 - total
    old, mp.dps = mp.dps, 400
    try:
        upper = mp.gammainc(a, x, regularized=True)
    finally:
        mp.dps = old
    return total, upper


def solve(f, start):
    return findroot(f, (mpf(start) * mpf("0.999"), mpf(start) * mpf("1.001")), tol=mpf(10) ** -50)


for x in [1e-300, 1e-10, 0.1, 0.4999, 0.5, 0.9, 0.999999, 1.0000001, 1.3, 1.5, 1.999, 2.000001, 2.4, 2.5, 3.7,
          9.99, 10, 10.5, 52.5, 421, 1e4, 1e6, 3e9, 1e15, 1e300]:
    row("logGamma", [x], loggamma(mpf(x)))
for n, k in [(1, 0), (2, 1), (5, 2), (10, 5), (52, 5), (52, 26), (420, 42), (420, 419), (1000000, 2),
             (1000000, 500000), (4000000000, 3), (4000000000, 2000000000)]:
    row("logBinomial", [n, k], loggamma(mpf(n + 1)) - loggamma(mpf(k + 1)) - loggamma(mpf(n - k + 1)))
for z in [-37, -20, -8.3, -5, -2.5, -1.959963984540054, -1, -1e-9, 0, 0.3, 1, 2, 5.5]:
    row("Normal.cdf", [z], erfc(-mpf(z) / sqrt(mpf(2))) / 2)
for p in [1e-300, 1e-100, 1e-20, 1e-10, 1e-4, 0.025, 0.05, 0.074, 0.0751, 0.2, 0.4, 0.499999, 0.6, 0.925, 0.975,
          0.995, 0.9999, 0.999999999]:
    value = findroot(lambda z: log(erfc(-z / sqrt(mpf(2))) / 2) - log(mpf(p)), float(scipy_stats.norm.ppf(p)))
    row("Normal.quantile", [p], value)
for a, x in [(0.5, 1e-20), (0.5, 0.1), (0.5, 3), (0.5, 100), (1, 1), (1, 600), (2.5, 0.01), (2.5, 10), (30, 10),
             (30, 31.5), (30, 90), (210, 200), (210, 300), (5000, 4700), (5000, 5300), (500000, 498000),
             (500000, 502000)]:
    lower, upper = gamma_tails(a, x)
    row("regularizedLower", [a, x], lower)
    row("regularizedUpper", [a, x], upper)
for df, p in [(1, 0.95), (1, 1e-10), (1, 0.5), (2, 0.975), (3, 0.01), (7, 0.999), (1.8286715, 0.95), (300, 0.025),
              (300, 0.975), (100000, 0.9)]:
    start = float(scipy_stats.chi2.ppf(p, df))
    row("ChiSquare.quantile", [df, p], solve(lambda x: log(gamma_tails(mpf(df) / 2, x / 2)[0]) - log(mpf(p)), start))
for a, b, x in [(0.5, 0.5, 1e-12), (0.5, 0.5, 0.3), (5.5, 47.5, 0.1), (5, 48, 0.01), (5, 48, 0.5), (42, 379, 0.1),
                (1, 52, 0.001), (52, 1, 0.999), (0.01, 3, 0.2), (1000, 9000, 0.105), (1000, 9000, 0.08),
                (1e6, 1e6, 0.5), (1e6, 1e6, 0.501), (1e6, 3.5, 0.999999), (1e6, 3.5, 0.99999), (2.5, 1e6, 1e-7)]:
    lower, upper = beta_tails(a, b, x)
    row("BetaDistribution.cdf", [a, b, x], lower)
    row("BetaDistribution.upperTail", [a, b, x], upper)
for a, b, p in [(0.5, 0.5, 0.025), (0.5, 52.5, 0.025), (0.5, 52.5, 1e-10), (5, 48, 0.025), (6, 47, 0.975),
                (5.5, 47.5, 0.025), (43, 378, 0.975), (1, 1e6, 0.975), (1000, 999001, 0.025), (0.05, 2, 0.3),
                (5e5, 5e5, 0.975), (48, 5, 0.999999)]:
    start = float(scipy_stats.beta.ppf(p, a, b))
    row("BetaDistribution.quantile", [a, b, p], solve(lambda x: log(beta_tails(a, b, x)[0]) - log(mpf(p)), start))


def t_lower(df, t):
    df, t = mpf(df), mpf(t)
    half = beta_tails(df / 2, mpf(1) / 2, df / (df + t * t))[0] / 2
    return half if t < 0 else 1 - half


for df, t in [(1, -1), (1, -1e6), (1, 0.5), (2.5, -3), (14, -2.144786687916928), (14, 1.1), (197, -1.97), (197, -8),
              (419, -0.01), (1e6, -1.96), (1e6, -5)]:
    row("StudentT.cdf", [df, t], t_lower(df, t))
for df, p in [(1, 0.975), (1, 1e-8), (1.5, 0.6), (2, 0.95), (14, 0.975), (14, 0.50001), (51, 0.025), (197, 0.975),
              (419, 0.995), (1e6, 0.975)]:
    start = float(scipy_stats.t.ppf(p, df))
    row("StudentT.quantile", [df, p], solve(lambda t: t_lower(df, t) - mpf(p), start))
for df, t in [(1, 0), (3, -2), (14, 1.5), (197, -2), (1e6, 1)]:
    d = mpf(df)
    density = exp(loggamma((d + 1) / 2) - loggamma(d / 2) - log(pi * d) / 2 - (d + 1) / 2 * log(1 + mpf(t) ** 2 / d))
    row("StudentT.pdf", [df, t], density)
for d1, d2, f in [(1.8286715, 360.2482863, 17.247444), (1, 14, 4.6), (2, 394, 3.02), (7, 7, 0.2), (400, 3, 9)]:
    x = mpf(d1) * mpf(f) / (mpf(d1) * mpf(f) + mpf(d2))
    row("FDistribution.upperTail", [d1, d2, f], beta_tails(mpf(d1) / 2, mpf(d2) / 2, x)[1])
for n, p, k in [(0, 0.3, 0), (1, 0.3, 0), (1, 0.3, 1), (52, 0.1, 5), (52, 0.1, 0), (52, 0.1, 52), (420, 0.1, 42),
                (420, 0.1, 100), (1000000, 0.1, 100000), (1000000, 0.1, 101500), (1000000, 1e-6, 3),
                (1000000, 0.999, 998900)]:
    P = mpf(p)
    pmf = lambda j: exp(loggamma(mpf(n + 1)) - loggamma(mpf(j + 1)) - loggamma(mpf(n - j + 1))
                        + j * log(P) + (n - j) * log(1 - P))
    row("Binomial.pmf", [n, p, k], pmf(k))
    term, total = pmf(k), mpf(0)
    for j in range(k, -1, -1):
        total += term
        if j == 0 or (term < total * mpf(10) ** -30):
            break
        term *= mpf(j) / (n - j + 1) * (1 - P) / P
    row("Binomial.cdf", [n, p, k], total)
    term, total = pmf(k), mpf(0)
    for j in range(k, n + 1):
        total += term
        if j == n or (term < total * mpf(10) ** -30):
            break
        term *= mpf(n - j) / (j + 1) * P / (1 - P)
    row("Binomial.upperTail", [n, p, k], total)
for N, M, n, k in [(0, 0, 0, 0), (1, 1, 1, 1), (20, 10, 20, 10), (420, 42, 52, 5), (420, 42, 52, 0),
                   (420, 42, 52, 30), (420, 15, 52, 5), (420, 85, 52, 5), (420, 419, 52, 52), (420, 400, 410, 390),
                   (1000000, 100000, 2000, 230), (1000000, 500000, 500000, 250700)]:
    weight = lambda j: binomial(mpf(M), j) * binomial(mpf(N - M), n - j) / binomial(mpf(N), n)
    row("Hypergeometric.pmf", [N, M, n, k], weight(k))
    lowest, highest = max(0, n - (N - M)), min(n, M)
    term, total = weight(k), mpf(0)
    for j in range(k, lowest - 1, -1):
        total += term
        if j == lowest or term < total * mpf(10) ** -30:
            break
        term *= mpf(j) * (N - M - n + j) / (mpf(M - j + 1) * (n - j + 1))
    row("Hypergeometric.cdf", [N, M, n, k], total)
    term, total = weight(k), mpf(0)
    for j in range(k, highest + 1):
        total += term
        if j == highest or term < total * mpf(10) ** -30:
            break
        term *= mpf(M - j) * (n - j) / (mpf(j + 1) * (N - M - n + j + 1))
    row("Hypergeometric.upperTail", [N, M, n, k], total)
for n, a, b, k in [(0, 1, 1, 0), (10, 1, 1, 4), (52, 2.5, 20, 5), (52, 0.3, 0.7, 0), (52, 1e6, 9e6, 5),
                   (1000000, 1000, 1, 0), (1000000, 3, 27, 100000)]:
    value = exp(loggamma(mpf(n + 1)) - loggamma(mpf(k + 1)) - loggamma(mpf(n - k + 1))
                + loggamma(mpf(k) + a) + loggamma(mpf(n - k) + b) - loggamma(mpf(n) + a + b)
                + loggamma(mpf(a) + b) - loggamma(mpf(a)) - loggamma(mpf(b)))
    row("BetaBinomial.pmf", [n, a, b, k], value)
