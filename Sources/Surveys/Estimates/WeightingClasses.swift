package import SurveyDesign
internal import SurveyStatistics

/// The calls of each stratum, valid and not: the valid ones stand for all of them.
///
/// A stratum is a weighting class (Oh and Scheuren 1983): within it, calls that are not valid are taken to be like those that are.
package struct WeightingClasses: Sendable {
  /// Calls of one weight, counted: sums of whole numbers do not depend on the order of the rows.
  private struct Counts {
    var all: [Double: Int] = [:]
    var valid: [Double: Int] = [:]
  }

  private var counts: [Counts]

  /// No calls yet, of so many strata.
  package init(strata: Int) { counts = .init(repeating: Counts(), count: strata) }

  /// Adds a call, or several that are alike.
  ///
  /// A practice from the reserve takes the place of one that turned out to be none: it stands for nothing beyond that, so that a stratum
  /// with many such practices does not come to stand for more than it is.
  package mutating func add(
    stratum: Int, weight: Double, isValid: Bool, isReserve: Bool = false, count: Int = 1
  ) {
    if !isReserve { counts[stratum].all[weight, default: 0] += count }
    if isValid { counts[stratum].valid[weight, default: 0] += count }
  }

  /// By stratum, the weights of all calls over those of the valid ones; `nil` when nothing is to be made good: all calls are valid,
  /// or all are of one stratum.
  ///
  /// 1 for a stratum without a valid call: what it stands for is not represented.
  package var factors: [Double]? {
    guard counts.count(where: { !$0.all.isEmpty }) > 1, counts.contains(where: { $0.all != $0.valid }) else {
      return nil
    }
    return counts.map { own in
      own.valid.isEmpty || own.valid == own.all ? 1 : Self.sum(own.all) / Self.sum(own.valid)
    }
  }

  /// The strata that have calls and no valid one, by number, and how many calls each has.
  package var empty: [(stratum: Int, calls: Int)] {
    counts.enumerated().compactMap { stratum, own in
      own.valid.isEmpty && !own.all.isEmpty ? (stratum, own.all.values.reduce(0, +)) : nil
    }
  }

  private static func sum(_ weights: [Double: Int]) -> Double {
    weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.key * Double($1.value) }
  }
}

extension SurveyAnalysis {
  /// The weighting classes of one replication; `nil` where there is one stratum, or every call is valid.
  ///
  /// - Complexity: O(*c*) for *c* calls.
  func weightingClasses(
    _ definition: ReachedDefinition, in replication: SurveyCalls.Replication
  ) -> WeightingClasses? {
    func isValid(_ call: SurveyCall) -> Bool {
      definition.isReached(disposition: call.disposition, waitSeconds: call.waitSeconds) != nil
    }
    guard strataNames.count > 1, !replication.calls.allSatisfy({ isValid(calls.calls[$0]) }) else {
      return nil
    }
    var classes = WeightingClasses(strata: strataNames.count)
    for place in replication.calls {
      let call = calls.calls[place]
      classes.add(
        stratum: strata[call.practice], weight: weights[call.practice], isValid: isValid(call),
        isReserve: call.isReserve, count: call.count)
    }
    return classes
  }

  /// The strata with a call and without a valid one, by name, and how many calls each has: what they stand for is not represented.
  ///
  /// - Complexity: O(*c*) for *c* calls.
  package func strataWithoutValidCall(
    _ definition: ReachedDefinition, in replication: SurveyCalls.Replication
  ) -> [(stratum: String, calls: Int)] {
    weightingClasses(definition, in: replication)?.empty.map { (strataNames[$0.stratum], $0.calls) } ?? []
  }
}

extension SurveyCalls {
  /// Whether the file gives different weights to the practices called.
  package var hasDifferentWeights: Bool {
    guard let weights, let first = calls.first.map({ weights[$0.practice] }) else { return false }
    return calls.contains { weights[$0.practice] != first }
  }
}

extension SurveyAnalysis {
  /// Whether a call of a replication is not valid under a definition.
  package func hasInvalidCalls(
    _ definition: ReachedDefinition, in replication: SurveyCalls.Replication
  ) -> Bool {
    replication.calls.contains { place in
      let call = calls.calls[place]
      return definition.isReached(disposition: call.disposition, waitSeconds: call.waitSeconds) == nil
    }
  }
}

extension Frame {
  /// Whether practices have different weights.
  package var hasDifferentWeights: Bool { practices.contains { $0.weight != practices[0].weight } }
}
