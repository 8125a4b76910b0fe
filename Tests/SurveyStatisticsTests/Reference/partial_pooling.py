"""The beta-binomial posterior by a plain sum over a fine grid of both hyperparameters.

python3 partial_pooling.py    # Python 3.11, NumPy 2, SciPy 1.17
"""

import numpy as np
from scipy.optimize import brentq
from scipy.special import betaln, expit
from scipy.stats import beta

MEAN, SIZE = np.meshgrid(np.linspace(-12, 12, 601), np.linspace(-4, 16, 501), indexing="ij")
MEAN, SIZE = expit(MEAN).ravel(), np.exp(SIZE).ravel()
A, B = MEAN * SIZE, (1 - MEAN) * SIZE


def show(groups, wanted):
    logarithm = np.log(MEAN * (1 - MEAN)) + np.log(SIZE / (1 + SIZE) ** 2)
    for x, n in groups:
        logarithm = logarithm + betaln(A + x, B + n - x) - betaln(A, B)
    weight = np.exp(logarithm - logarithm.max())
    weight /= weight.sum()
    keep = weight > weight.max() * 1e-9
    w, a, b = weight[keep] / weight[keep].sum(), A[keep], B[keep]
    for x, n in wanted:
        share = (w * (a + x) / (a + b + n)).sum()
        ends = [brentq(lambda p: (w * beta.cdf(p, a + x, b + n - x)).sum() - q, 1e-12, 1 - 1e-12, xtol=1e-13) for q in (0.025, 0.975)]
        print((x, n), *(f"{v:.9f}" for v in [share, *ends]))


if __name__ == "__main__":
    many = [(10, 52), (1, 7), (0, 7), (5, 30), (9, 29), (2, 19), (0, 16), (3, 14), (12, 40), (1, 1)]
    show(many, many[:3])
    show([(0, 10), (3, 10), (6, 10), (1, 10), (2, 10), (7, 10)], [(3, 10), (0, 10)])
    show([(2.5, 12.5), (0, 4.25), (6.6, 11), (1.2, 20.4), (9.9, 18)], [(2.5, 12.5), (0, 4.25)])
