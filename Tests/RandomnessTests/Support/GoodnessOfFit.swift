import Glibc
import Randomness

/// Tests of fit with a stated error probability.
///
/// Each rejects a right sampler with probability 1e-6 at most, so the whole suite of some 90 of them
/// does so with probability below 1e-4; the seeds are fixed, so it does so always or never.
enum GoodnessOfFit {
  /// The probability at which every test of fit rejects.
  static let errorProbability = 1e-6

  /// The statistic of Kolmogorov and Smirnov times the square root of the sample size.
  static func kolmogorovSmirnov(_ sample: [Double], _ distribution: (Double) -> Double) -> Double {
    let sorted = sample.sorted()
    let count = Double(sorted.count)
    var greatest = 0.0
    for (rank, x) in sorted.enumerated() {
      let probability = distribution(x)
      greatest = max(greatest, probability - Double(rank) / count, Double(rank + 1) / count - probability)
    }
    return greatest * count.squareRoot()
  }

  /// The value which the Kolmogorov–Smirnov statistic exceeds with the error probability: P(K > x) ≈ 2 exp(−2x²).
  static let kolmogorovSmirnovLimit = (0.5 * log(2 / errorProbability)).squareRoot()

  /// The probability of a chi-square statistic at least as large as that of the counts.
  ///
  /// Cells with fewer than ten expected are pooled into one.
  static func chiSquareProbability(counts: [Int], probabilities: [Double]) -> Double {
    let total = Double(counts.reduce(0, +))
    var statistic = 0.0
    var cells = 0
    var pooledCount = 0.0
    var pooledExpected = 0.0
    for (count, probability) in zip(counts, probabilities) {
      let expected = total * probability
      if expected < 10 {
        pooledCount += Double(count)
        pooledExpected += expected
      } else {
        statistic += (Double(count) - expected) * (Double(count) - expected) / expected
        cells += 1
      }
    }
    if pooledExpected > 1 {
      statistic += (pooledCount - pooledExpected) * (pooledCount - pooledExpected) / pooledExpected
      cells += 1
    } else if pooledCount > 20 {
      return 0
    }
    return 1 - regularizedGamma(shape: Double(cells - 1) / 2, at: statistic / 2)
  }

  /// The distribution function of the gamma distribution with scale 1, by its power series.
  static func regularizedGamma(shape: Double, at x: Double) -> Double {
    if x <= 0 { return 0 }
    var term = 1 / shape
    var sum = term
    var divisor = shape
    while term > sum * 1e-17 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return min(1, sum * exp(shape * log(x) - x - lgamma(shape)))
  }

  /// The distribution function of the standard normal distribution.
  static func normal(_ x: Double) -> Double {
    0.5 * erfc(-x / 2.0.squareRoot())
  }
}
