/// Weights fitted to known totals of several margins, and what that takes off a variance.
///
/// Iterative proportional fitting (Deming and Stephan 1940, Annals of Mathematical Statistics 11:427): the weights of one margin's
/// categories after the other are multiplied until all have their totals. A variance is then that of what the margins do not explain
/// (Deville, Särndal and Sautory 1993, JASA 88:1013), here as R's `survey::rake` has it: scores lose the mean of their category, every
/// observation counting once, margin after margin, ten times over.
///
///     let raking = try Raking(weights: [1, 1, 2], margins: [.init(categories: [0, 1, 1], totals: [10, 30])])
///     raking.weights        // 10, 10, 20
package struct Raking: Sendable, Equatable {
  /// One column: the category of each unit, and what each category has in the population.
  package struct Margin: Sendable, Equatable {
    /// The category of each unit, from 0.
    package var categories: [Int]
    /// The total of each category, above 0.
    package var totals: [Double]

    /// A margin; checked when weights are fitted.
    package init(categories: [Int], totals: [Double]) {
      self.categories = categories
      self.totals = totals
    }
  }

  /// Why weights cannot be fitted.
  package enum Failure: Error, Equatable, Sendable {
    /// Columns of unequal length, a category without a place among the totals, or a weight or total that is not positive.
    case impossible
    /// A category of the population has no unit.
    case emptyCategory(margin: Int, category: Int)
    /// The totals contradict each other in this sample; the category that is farthest from its total, and what it has instead.
    case noConvergence(margin: Int, category: Int, fitted: Double)
  }

  /// The weight of each unit's observations.
  package let weights: [Double]
  private let margins: [Margin]
  /// How many observations each unit has.
  private let sizes: [Double]

  /// Fits weights to margins.
  ///
  /// - Parameters:
  ///   - weights: The weight of each unit's observations before.
  ///   - sizes: How many observations each unit has; left out, one.
  ///   - margins: The columns, at least one.
  /// - Throws: ``Failure``.
  /// - Complexity: O(units × margins) for each of some ten rounds, 10,000 at most.
  package init(weights: [Double], sizes: [Int]? = nil, margins: [Margin]) throws(Failure) {
    self.sizes = sizes.map { $0.map(Double.init) } ?? [Double](repeating: 1, count: weights.count)
    guard !margins.isEmpty, self.sizes.count == weights.count,
      weights.allSatisfy({ $0 > 0 && $0.isFinite }), self.sizes.allSatisfy({ $0 > 0 }),
      margins.allSatisfy({ margin in
        margin.categories.count == weights.count && margin.totals.allSatisfy { $0 > 0 && $0.isFinite }
          && margin.categories.allSatisfy(margin.totals.indices.contains)
      })
    else { throw .impossible }
    for (place, margin) in margins.enumerated() {
      var isEmpty = [Bool](repeating: true, count: margin.totals.count)
      for category in margin.categories { isEmpty[category] = false }
      if let category = isEmpty.firstIndex(of: true) {
        throw .emptyCategory(margin: place, category: category)
      }
    }
    self.margins = margins
    var fitted = weights
    var rounds = 0
    while true {
      for margin in margins {
        let sums = Self.sums(fitted, self.sizes, margin)
        for (unit, category) in margin.categories.enumerated() {
          fitted[unit] *= margin.totals[category] / sums[category]
        }
      }
      rounds += 1
      let farthest = Self.farthest(fitted, self.sizes, margins)
      if farthest.distance < Self.closeness { break }
      guard rounds < Self.mostRounds, fitted.allSatisfy({ $0 > 0 && $0.isFinite }) else {
        throw .noConvergence(
          margin: farthest.margin, category: farthest.category, fitted: farthest.fitted)
      }
    }
    self.weights = fitted
  }

  /// What is left of each unit's sum of scores, when every score loses what its categories have in common.
  ///
  /// The scores are those before they are multiplied by weights.
  /// - Complexity: O(units × margins).
  func residuals(_ scores: [Double]) -> [Double] {
    var left = scores
    for _ in 0..<(margins.count == 1 ? 1 : Self.roundsOfResiduals) {
      for margin in margins {
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: margin.totals.count)
        var counts = [Double](repeating: 0, count: margin.totals.count)
        for (unit, category) in margin.categories.enumerated() {
          sums[category].add(left[unit])
          counts[category] += sizes[unit]
        }
        for (unit, category) in margin.categories.enumerated() {
          left[unit] -= sizes[unit] * sums[category].value / counts[category]
        }
      }
    }
    return left
  }

  private static func sums(_ weights: [Double], _ sizes: [Double], _ margin: Margin) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: margin.totals.count)
    for (unit, category) in margin.categories.enumerated() { sums[category].add(weights[unit] * sizes[unit]) }
    return sums.map(\.value)
  }

  /// The category that is farthest from its total, relatively.
  private static func farthest(
    _ weights: [Double], _ sizes: [Double], _ margins: [Margin]
  ) -> (distance: Double, margin: Int, category: Int, fitted: Double) {
    var farthest = (distance: 0.0, margin: 0, category: 0, fitted: 0.0)
    for (place, margin) in margins.enumerated() {
      for (category, sum) in sums(weights, sizes, margin).enumerated() {
        let distance = abs(sum / margin.totals[category] - 1)
        if !(distance <= farthest.distance) { farthest = (distance, place, category, sum) }
      }
    }
    return farthest
  }

  /// Totals count as reached when they are off by less than this, relatively.
  private static let closeness = 1e-12
  private static let mostRounds = 10_000
  /// As many as R has; in surveys of a hundred calls more change standard errors by less than 1e-5.
  private static let roundsOfResiduals = 10
}
