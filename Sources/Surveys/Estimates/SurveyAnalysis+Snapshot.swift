internal import SurveyDesign
internal import SurveyStatistics

/// How many practices one stratum of a snapshot has, and how many of them were called.
package struct StratumCensus: Equatable, Sendable {
  /// The stratum.
  package var stratum: String
  /// Its practices; `nil` where nothing says.
  package var practices: Double?
  /// Of these, the ones with a call.
  package var called: Int
}

extension SurveyAnalysis {
  /// Whether the estimate is about the practices as they were when called.
  var isSnapshot: Bool {
    switch estimand {
    case .service: false
    case .snapshot: true
    }
  }

  /// The strata of the calls of one replication, with the numbers of their practices.
  ///
  /// One stratum has the number that was given, or all practices of the frame. Of several the frame counts those of its own strata. Where
  /// the calls file has other strata, as a list that was drawn by a column has, its weights add to the number, if they are those with
  /// which it was drawn: then they add to all practices, too.
  /// - Complexity: O(*c* + *p*) for *c* calls and *p* practices.
  package func census(in replication: SurveyCalls.Replication) -> [StratumCensus] {
    var isCalled = [Bool](repeating: false, count: calls.practices.count)
    for place in replication.calls { isCalled[calls.calls[place].practice] = true }
    let practices = isCalled.indices.filter { isCalled[$0] }
    var called: [Int: Int] = [:]
    var weightOfStratum: [Int: Double] = [:]
    for practice in practices {
      called[strata[practice], default: 0] += 1
      weightOfStratum[strata[practice], default: 0] += weights[practice]
    }
    var numbers: [Int: Double] = [:]
    if called.count == 1, let only = called.keys.first {
      if let all = populationOfAll { numbers[only] = Double(all) }
    } else if let frame, practices.allSatisfy({ frame.practices[$0].stratum == strataLabels[$0] }) {
      for practice in frame.practices {
        guard let stratum = numberOfStratum[practice.stratum] else { continue }
        numbers[stratum, default: 0] += 1
      }
    } else if calls.weights != nil, let all = populationOfAll,
      abs(weightOfStratum.values.sorted().reduce(0, +) / Double(all) - 1) < Self.roundingOfWeights
    {
      numbers = weightOfStratum.mapValues { $0.rounded() }
    }
    return called.sorted { $0.key < $1.key }.map {
      StratumCensus(stratum: strataNames[$0.key], practices: numbers[$0.key], called: $0.value)
    }
  }

  /// The same by the numbers of strata, for the variance.
  func strataPopulations(in replication: SurveyCalls.Replication) -> [Int: Double] {
    Dictionary(
      uniqueKeysWithValues: census(in: replication).compactMap { stratum in
        stratum.practices.flatMap { count in numberOfStratum[stratum.stratum].map { ($0, count) } }
      })
  }

  /// Whether the groups of a grouping are parts of the practices, called or not, or parts of the calls.
  ///
  /// A slot and everything else that a call has of its own is what some practices were asked for: the others would have been in it, too. A
  /// column of the calls file describes practices if none has two of its values.
  /// - Complexity: O(*c* + *p*) for *c* calls and *p* practices.
  func drawing(
    of grouping: SurveyGrouping, in replication: SurveyCalls.Replication
  ) -> ClusterDesign.Drawing {
    if grouping.isPooled { return .ofObservations }
    if SurveyGrouping.columns(of: grouping.by).contains(where: { SurveyColumn(rawValue: $0) != nil }) {
      return .ofObservations
    }
    guard grouping.practices == nil, grouping.groups != nil else { return .ofClusters }
    var groups = [Int?](repeating: nil, count: calls.practices.count)
    for place in replication.calls {
      let (practice, group) = (calls.calls[place].practice, grouping.group(of: place))
      if let known = groups[practice], known != group { return .ofObservations }
      groups[practice] = group
    }
    return .ofClusters
  }

  private var populationOfAll: Int? {
    switch estimand {
    case .service: nil
    case .snapshot(let practices): practices ?? frame?.count
    }
  }

  /// Weights in a file are rounded: their sum may be off by so much, relatively.
  private static let roundingOfWeights = 0.005
}
