internal import Scenarios
internal import SurveyDesign
internal import SurveyStatistics
internal import TelephoneAccess

/// What a run of replications adds up to in each of several regions, and in all of them.
///
/// As in a ``StudyResult`` everything is a sum of whole numbers, so that parts of a run may be put together.
package struct RegionalResult: Sendable {
  /// The result of each region, in order; at least one, all with the same rows.
  package private(set) var regions: [StudyResult]

  /// Creates the result of no replication.
  package init(_ study: RegionalStudy) {
    self.init(study.regions.map { StudyResult($0) })
  }

  init(_ regions: [StudyResult]) {
    self.regions = regions
  }

  /// The rows of the tables.
  package var outline: StudyOutline { regions[0].outline }
  /// Replications of each region.
  package var replications: Int { regions.map(\.replications).min() ?? 0 }

  /// Forgets everything but the rows of the tables.
  package mutating func removeAll() {
    for region in regions.indices { regions[region].removeAll() }
  }

  /// Adds the facts of a replication of a region.
  package mutating func add(_ facts: ReplicateFacts, region: Int) {
    regions[region].add(facts)
  }

  /// Adds the result of other replications.
  ///
  /// - Precondition: Both are of the same regions of the same study.
  package mutating func add(_ other: RegionalResult) {
    precondition(regions.count == other.regions.count, "results of the same regions")
    for region in regions.indices { regions[region].add(other.regions[region]) }
  }

  /// Patients' calls of all regions.
  package var traffic: TrafficSummary {
    regions.dropFirst().reduce(into: regions[0].traffic) { $0.add($1.traffic) }
  }

  /// Professionals' calls of all regions; `nil` where none call.
  package var professionals: TrafficSummary? {
    regions.dropFirst().reduce(into: regions[0].professionals) { sum, region in
      if let own = region.professionals { sum?.add(own) }
    }
  }

  /// The true share not reached under the survey's protocol; `nil` for a group without a probe.
  package func truth(_ definition: Int, _ group: Int) -> RegionalMean? {
    RegionalMean(regions.compactMap { $0.truth.truth(definition, group) })
  }

  /// The share that a caller would not reach who waits for ever and rings once.
  package func openTruth(_ definition: Int, _ group: Int) -> RegionalMean? {
    RegionalMean(regions.compactMap { $0.truth.openTruth(definition, group) })
  }

  /// The row of `summary.csv` for a definition and one of the study's groups: estimates are judged by the truth of their own
  /// region.
  package func summary(definition: Int, group: Int) -> DiagnosisRow? {
    DiagnosisRow(meanOf: regions.compactMap { $0.summary(definition: definition, group: group) })
  }

  /// Interviewers' hours on the telephone and at the desk, per replication.
  package var interviewerHours: MonteCarloMean? {
    MonteCarloMean(meanOf: regions.compactMap { MonteCarloMean($0.diagnosis.interviewerHours) })
  }

  /// Days with at least one attempt, per replication.
  package var daysUsed: MonteCarloMean? {
    MonteCarloMean(meanOf: regions.compactMap { MonteCarloMean($0.diagnosis.daysUsed) })
  }

  /// The share of valid calls that took a step; `nil` if no replication had a valid call.
  package func reachedBy(definition: Int, step: Int) -> MonteCarloMean? {
    MonteCarloMean(meanOf: regions.compactMap { MonteCarloMean($0.diagnosis.reachedBy[definition][step]) })
  }

  /// The largest Monte Carlo standard error of any truth and any mean estimate of the groups that are estimated.
  ///
  /// `nil` for fewer than two replications: nothing is known of errors then.
  package var largestMonteCarloError: Double? {
    guard replications > 1 else { return nil }
    var largest = 0.0
    for definition in outline.definitions.indices {
      for group in 0..<outline.estimated {
        let estimates = regions.compactMap { $0.diagnosis.meanEstimate(definition, group) }
        largest = max(
          largest, truth(definition, group)?.mean.standardError ?? 0,
          MonteCarloMean(meanOf: estimates)?.standardError ?? 0)
      }
    }
    return largest
  }
}

extension DiagnosisRow {
  /// What several regions' rows come to, each region with the same weight; `nil` for none.
  init?(meanOf rows: [DiagnosisRow]) {
    guard let first = rows.first else { return nil }
    self = first
    guard rows.count > 1 else { return }
    func mean(_ part: (DiagnosisRow) -> MonteCarloMean?) -> MonteCarloMean? {
      MonteCarloMean(meanOf: rows.compactMap(part))
    }
    func spread(_ part: (DiagnosisRow) -> MonteCarloMean?) -> MonteCarloMean? {
      MonteCarloMean(rootMeanSquareOf: rows.compactMap(part))
    }
    let estimate = mean {
      MonteCarloMean(value: $0.meanEstimate, standardError: $0.meanEstimateStandardError)
    }
    let bias = mean { MonteCarloMean(value: $0.bias, standardError: $0.biasStandardError) }
    replications = rows.reduce(0) { $0 + $1.replications }
    truth = mean(\.truth) ?? first.truth
    meanEstimate = estimate?.value ?? first.meanEstimate
    meanEstimateStandardError = estimate?.standardError
    self.bias = bias?.value ?? first.bias
    biasStandardError = bias?.standardError
    protocolBias = mean(\.protocolBias)
    standardDeviation = spread(\.standardDeviation)
    rootMeanSquareError = spread(\.rootMeanSquareError)
    coverage = mean(\.coverage)
    width = mean(\.width)
    meets = mean(\.meets)
    undecided = mean(\.undecided)
    fails = mean(\.fails)
    falseVerdict = mean(\.falseVerdict)
    late = mean(\.late)
    notAttempted = mean(\.notAttempted)
  }
}
