/// A set of 2 × 2 tables that is closed under "the first group's share is still greater": a one-sided rejection region.
///
/// Exact tests of two groups order the tables so that more successes in the first group, or fewer in the second, never
/// count as less extreme (Barnard 1947). Such a set is a staircase: for each count of the first group it holds all
/// tables up to some count of the second.
struct Staircase: Sendable, Equatable {
  /// Trials of the second group.
  let secondTrials: Int
  /// By count of the first group, the greatest count of the second inside the set, −1 for none; never falls.
  let heights: [Int]

  /// Trials of the first group.
  var firstTrials: Int { heights.count - 1 }

  /// Walks along the edge of the set: first + second + 2 questions.
  init(firstTrials: Int, secondTrials: Int, contains: (_ first: Int, _ second: Int) -> Bool) {
    self.secondTrials = secondTrials
    var heights = [Int](repeating: -1, count: firstTrials + 1)
    var height = -1
    for first in 0...firstTrials {
      while height < secondTrials && contains(first, height + 1) { height += 1 }
      heights[first] = height
    }
    self.heights = heights
  }

  func contains(_ first: Int, _ second: Int) -> Bool {
    second <= heights[first]
  }

  /// The set's probability when the groups have these shares.
  ///
  /// O(first + second), fewer where the binomial masses are negligible.
  func probability(first p: Double, second q: Double) -> Double {
    let left = BinomialMasses(trials: firstTrials, probability: p)
    let right = BinomialMasses(trials: secondTrials, probability: q)
    var below = 0.0
    var next = right.range.lowerBound
    var total = 0.0
    for first in left.range {
      let height = heights[first]
      while next <= height && next < right.range.upperBound {
        below += right[next]
        next += 1
      }
      total += left[first] * below
    }
    return total
  }

  /// The greatest probability of the set over a common share of both groups: the size of a test.
  ///
  /// A grid on the scale of arcsin √π, on which binomial deviations have the same width everywhere, then golden
  /// sections around every local peak that could still win. Relative error below 1e-9.
  func greatestProbability() -> Double {
    UnconditionalMaximum.over(trials: firstTrials + secondTrials) { probability(first: $0, second: $0) }
  }
}

/// The binomial probabilities of all counts that are not negligible.
struct BinomialMasses {
  /// The counts kept.
  let range: Range<Int>
  private let masses: [Double]

  subscript(_ count: Int) -> Double {
    range.contains(count) ? masses[count - range.lowerBound] : 0
  }

  /// From the mode outwards by ratios of neighbours, until the masses are below 1e-18.
  ///
  /// O(√trials) terms.
  init(trials: Int, probability p: Double) {
    let distribution = Binomial(trials: trials, probability: p)
    let mode = min(Int(Double(trials + 1) * p), trials)
    let odds = p / (1 - p)
    let peak = distribution.pmf(mode)
    var above: [Double] = [peak]
    var count = mode
    while count < trials, let last = above.last, last > Self.negligible {
      above.append(last * odds * Double(trials - count) / Double(count + 1))
      count += 1
    }
    var below: [Double] = []
    var mass = peak
    count = mode
    while count > 0, mass > Self.negligible {
      mass *= Double(count) / Double(trials - count + 1) / odds
      below.append(mass)
      count -= 1
    }
    range = (mode - below.count)..<(mode + above.count)
    masses = below.reversed() + above
  }

  private static let negligible = 1e-18
}

/// The maximum of a probability over the nuisance share of an exact unconditional test.
enum UnconditionalMaximum {
  /// The greatest value of f over shares in [0, 1], f being smooth on the scale of `trials` binomial trials.
  static func over(trials: Int, _ f: (_ share: Double) -> Double) -> Double {
    func value(_ angle: Double) -> Double {
      let s = sin(angle)
      return f(s * s)
    }
    let quarter = 0.5 * Double.pi
    // Ten points per standard deviation of arcsin √p, which is 1/(2√n).
    let points = max(64, Int(20 * quarter * Double(trials).squareRoot()))
    let step = quarter / Double(points)
    let grid = (0...points).map { value(Double($0) * step) }
    let best = grid.max() ?? 0
    var greatest = best
    for index in 1..<points where grid[index] >= promising * best {
      guard grid[index] >= grid[index - 1], grid[index] >= grid[index + 1] else { continue }
      greatest = max(
        greatest, goldenMaximum(from: Double(index - 1) * step, to: Double(index + 1) * step, value))
    }
    return greatest
  }

  /// A peak between grid points cannot rise above its neighbours by more than this factor.
  private static let promising = 0.98

  private static func goldenMaximum(from start: Double, to end: Double, _ f: (Double) -> Double) -> Double {
    let ratio = 0.5 * (5.0.squareRoot() - 1)
    var (low, high) = (start, end)
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var (atLeft, atRight) = (f(left), f(right))
    // Near a maximum the value is quadratic: half the digits of the place give all of the value.
    while high - low > 1e-6 * (end - start) {
      if atLeft > atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = f(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = f(right)
      }
    }
    return max(atLeft, atRight)
  }
}
