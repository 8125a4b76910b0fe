internal import Scenarios
internal import SurveyDesign
internal import SurveyStatistics
internal import TelephoneAccess

/// A mean over regions: its Monte Carlo error and, apart from it, how much the regions differ.
///
/// More replications make the Monte Carlo error smaller. What regions with the same shares differ by stays.
package struct RegionalMean: Equatable, Sendable {
  /// The mean over regions, each with the same weight, and its Monte Carlo standard error: what repeating the replications in
  /// these very regions would change.
  package var mean: MonteCarloMean
  /// How much the regions differ; `nil` for a single one.
  package var spread: RegionalSpread?

  /// Creates a mean that is known otherwise.
  package init(mean: MonteCarloMean, spread: RegionalSpread? = nil) {
    self.mean = mean
    self.spread = spread
  }

  /// The mean of what each region has; `nil` without a region.
  package init?(_ regions: [MonteCarloMean]) {
    guard let mean = MonteCarloMean(meanOf: regions) else { return nil }
    self.mean = mean
    spread = RegionalSpread(regions)
  }
}

/// How much regions differ.
package struct RegionalSpread: Equatable, Sendable {
  /// The standard deviation between regions, with *n* − 1; what Monte Carlo error adds to it is taken off.
  package var standardDeviation: Double
  /// The lowest of the regions' figures, Monte Carlo error included.
  package var lowest: Double
  /// The highest of them.
  package var highest: Double

  /// Creates a spread that is known otherwise.
  package init(standardDeviation: Double, lowest: Double, highest: Double) {
    self.standardDeviation = standardDeviation
    self.lowest = lowest
    self.highest = highest
  }

  /// The spread of what each region has; `nil` for fewer than two regions.
  package init?(_ regions: [MonteCarloMean]) {
    guard regions.count > 1, let lowest = regions.map(\.value).min(), let highest = regions.map(\.value).max()
    else { return nil }
    let count = Double(regions.count)
    let mean = regions.reduce(0) { $0 + $1.value } / count
    let square = regions.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / (count - 1)
    let noise = regions.reduce(0) { $0 + ($1.standardError ?? 0) * ($1.standardError ?? 0) } / count
    self.init(standardDeviation: max(square - noise, 0).squareRoot(), lowest: lowest, highest: highest)
  }
}

extension MonteCarloMean {
  /// The mean of independent means, each with the same weight; `nil` for none.
  package init?(meanOf means: [MonteCarloMean]) {
    guard let first = means.first else { return nil }
    guard means.count > 1 else {
      self = first
      return
    }
    let count = Double(means.count)
    let squares = means.reduce(0.0 as Double?) { sum, mean in
      mean.standardError.flatMap { error in sum.map { $0 + error * error } }
    }
    self.init(
      value: means.reduce(0) { $0 + $1.value } / count, standardError: squares.map { $0.squareRoot() / count }
    )
  }

  /// The root of the mean of squares of independent numbers: of standard deviations, say; `nil` for none.
  package init?(rootMeanSquareOf numbers: [MonteCarloMean]) {
    guard numbers.count > 1 else {
      guard let first = numbers.first else { return nil }
      self = first
      return
    }
    let count = Double(numbers.count)
    let value = (numbers.reduce(0) { $0 + $1.value * $1.value } / count).squareRoot()
    let squares = numbers.reduce(0.0) { sum, number in
      let part = number.value * (number.standardError ?? 0)
      return sum + part * part
    }
    self.init(value: value, standardError: value > 0 ? squares.squareRoot() / (count * value) : 0)
  }
}
