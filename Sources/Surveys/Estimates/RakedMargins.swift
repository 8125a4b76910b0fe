package import SurveyDesign
internal import SurveyStatistics

/// The columns of a frame to which weights are raked: how many practices, or patients, each of their values has.
package struct RakedMargins: Sendable {
  /// One column.
  package struct Margin: Sendable {
    /// Its name in the frame.
    package var column: String
    /// Its values in natural order.
    package var labels: [String]
    /// How many practices, or patients, each has.
    package var totals: [Double]
    /// The place of each practice's value, in the frame's order.
    package var categories: [Int]
  }

  /// The columns in the order in which they were asked for.
  package let margins: [Margin]

  /// The columns' names.
  package var columns: [String] { margins.map(\.column) }

  /// The margins of a frame's columns; `nil` if the frame lacks one.
  ///
  /// - Complexity: O(*p* log *p*) for *p* practices, for each column.
  package init?(_ columns: [String], of frame: Frame, total: SurveyTotal) {
    var margins: [Margin] = []
    for column in columns {
      guard let name = frame.column(named: column), let groups = frame.groups(by: name) else { return nil }
      var categories = [Int](repeating: 0, count: frame.count)
      for (place, group) in groups.enumerated() { for member in group.members { categories[member] = place } }
      let totals = groups.map { group in
        switch total {
        case .calls, .hours: Double(group.members.count)
        case .patients: group.members.reduce(0) { $0 + Double(frame.practices[$1].listedPatients) }
        }
      }
      margins.append(
        Margin(column: name, labels: groups.map(\.label), totals: totals, categories: categories))
    }
    self.margins = margins
  }

  /// Weights of calls fitted to the margins.
  ///
  /// - Parameters:
  ///   - observations: The calls.
  ///   - weights: The weight of each practice called, or of each call.
  ///   - number: The place of a practice among those called; `nil` where calls are the units.
  func raking(
    _ observations: [RateEstimator.Observation], _ weights: [Double], number: ((Int) -> Int)? = nil
  ) throws(Raking.Failure) -> Raking {
    var practices = [Int](repeating: 0, count: weights.count)
    var sizes = [Int](repeating: 0, count: weights.count)
    for (place, observation) in observations.enumerated() {
      let unit = number?(observation.practice) ?? place
      practices[unit] = observation.practice
      sizes[unit] += observation.count
    }
    return try Raking(
      weights: weights, sizes: sizes,
      margins: margins.map { margin in
        Raking.Margin(categories: practices.map { margin.categories[$0] }, totals: margin.totals)
      })
  }
}

/// What stands in the way of raking, at one value of one column.
package struct RakingFault: Equatable, Sendable {
  /// Why.
  package enum Reason: Equatable, Sendable {
    /// The value's practices have no patients, and weights are by patients.
    case noPatients
    /// No valid call went to a practice of the value.
    case noValidCall
    /// The columns contradict each other in the calls; what the weights come to instead of the total.
    case noConvergence(fitted: Double)
  }

  /// The column's name in the frame.
  package var column: String
  /// The value.
  package var label: String
  /// How many practices, or patients, it has in the frame.
  package var total: Double
  /// The first practice of the frame that has it.
  package var practice: String?
  /// Why.
  package var reason: Reason
}

extension SurveyAnalysis {
  /// Everything that stands in the way of raking the valid calls of a replication; none where weights can be raked.
  ///
  /// - Complexity: O(*c* + *p*) for *c* calls and *p* practices, and the raking.
  package func rakingFaults(
    _ margins: RakedMargins, _ definition: ReachedDefinition, in replication: SurveyCalls.Replication
  ) -> [RakingFault] {
    let observations = samples(1, definition, in: replication) { _ in 0 }[0].observations
    // Without a valid call there is no rate, whatever the weights.
    guard !observations.isEmpty else { return [] }
    var faults: [RakingFault] = []
    func add(_ margin: RakedMargins.Margin, _ value: Int, _ reason: RakingFault.Reason) {
      let practice = margin.categories.firstIndex(of: value).flatMap { frame?.practices[$0].id }
      faults.append(
        RakingFault(
          column: margin.column, label: margin.labels[value], total: margin.totals[value], practice: practice,
          reason: reason))
    }
    for margin in margins.margins {
      var isCalled = [Bool](repeating: false, count: margin.labels.count)
      for observation in observations { isCalled[margin.categories[observation.practice]] = true }
      for value in margin.labels.indices {
        if margin.totals[value] <= 0 {
          add(margin, value, .noPatients)
        } else if !isCalled[value] {
          add(margin, value, .noValidCall)
        }
      }
    }
    guard faults.isEmpty else { return faults }
    switch CallDesign(observations, margins: margins).rakingFailure {
    case .noConvergence(let margin, let category, let fitted):
      add(margins.margins[margin], category, .noConvergence(fitted: fitted))
    case .impossible, .emptyCategory, nil: break
    }
    return faults
  }
}
