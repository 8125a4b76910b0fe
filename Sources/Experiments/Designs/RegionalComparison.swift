package import Studies
internal import SurveyStatistics

/// One slot design in several regions: what it is worth in each of them, and in all.
package struct RegionalComparison: Sendable {
  /// The design in each region; at least one.
  package let regions: [DesignComparison]

  /// Puts the regions of one design together.
  package init(_ regions: [DesignComparison]) {
    precondition(!regions.isEmpty, "a design is tried in a region")
    self.regions = regions
  }

  /// The design in the first region.
  package var first: DesignComparison { regions[0] }

  /// Every number, the mean over regions, in a fixed order.
  package var figures: [RegionalFigure] {
    let own = regions.map(\.figures)
    return own[0].indices.compactMap { place in RegionalFigure(own.map { $0[place] }) }
  }

  /// One number, the mean over regions; `nil` where there is none.
  package func figure(_ part: (DesignComparison) -> DesignComparison.Figure?) -> RegionalFigure? {
    RegionalFigure(regions.compactMap(part))
  }

  /// A number of the simulation, the mean over regions; `nil` where there is none.
  package func mean(_ part: (DesignTrial) -> MonteCarloMean?) -> MonteCarloMean? {
    MonteCarloMean(meanOf: regions.compactMap { part($0.trial) })
  }
}

/// One number of a design over several regions.
package struct RegionalFigure: Sendable {
  /// The mean over regions; of standard deviations, the root of the mean square.
  package let figure: DesignComparison.Figure
  /// How much regions differ in what was simulated; `nil` for one region.
  package let spread: RegionalSpread?

  /// What each region has; `nil` without a region.
  init?(_ regions: [DesignComparison.Figure]) {
    guard var figure = regions.first else { return nil }
    let simulated = regions.compactMap(\.simulated)
    let analytic = regions.compactMap(\.analytic).map { MonteCarloMean(value: $0, standardError: nil) }
    switch figure.measure {
    case .standardDeviation, .differenceDeviation:
      figure.simulated = MonteCarloMean(rootMeanSquareOf: simulated)
      figure.analytic = MonteCarloMean(rootMeanSquareOf: analytic)?.value
    case .intervalWidth, .meets, .undecided, .fails, .power, .attemptsPerPractice, .interviewerHours, .late:
      figure.simulated = MonteCarloMean(meanOf: simulated)
      figure.analytic = MonteCarloMean(meanOf: analytic)?.value
    }
    self.figure = figure
    spread = RegionalSpread(simulated)
  }
}
