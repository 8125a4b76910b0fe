internal import Scenarios
internal import SurveyDesign
internal import Surveys
internal import TelephoneAccess

/// One scenario of a sweep, in every region.
package struct SweepCell: Sendable {
  /// The scenario in its first region.
  package var study: Study { regions[0].study }
  /// The same scenario in each region.
  var regions: [SweepRegion]

  /// How many regions there are.
  package var regionCount: Int { regions.count }

  init(_ study: RegionalStudy, baseline: RegionalStudy) {
    regions = zip(study.regions, baseline.regions).map { SweepRegion($0, baseline: $1) }
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

  /// The row for a definition and a group; `nil` if no probe told anything.
  ///
  /// - Parameters:
  ///   - definition: The definition, by position.
  ///   - group: The group, by position.
  ///   - baseline: The first cell, for the standard error that independent runs would have had.
  package func row(definition: Int, group: Int, baseline: SweepCell) -> SweepRow? {
    let rows = zip(regions, baseline.regions).compactMap {
      $0.row(definition: definition, group: group, baseline: $1)
    }
    guard var row = SweepRow(meanOf: rows) else { return nil }
    let counts = traffic.counts(of: study.groups[group])
    row.answeredWithinTarget = counts.answeredWithinTargetShare
    row.meanWaitSeconds = counts.meanWaitSeconds
    let professionals = professionals?.counts(of: study.groups[group])
    row.professionalsAnsweredWithinTarget = professionals?.answeredWithinTargetShare
    row.professionalsMeanWaitSeconds = professionals?.meanWaitSeconds
    return row
  }
}

/// A row of `sweep.csv`: what one definition and group come to in a cell, and how that differs from the first cell.
package struct SweepRow: Equatable, Sendable {
  /// The true share not reached.
  package var rate: MonteCarloMean
  /// How much regions differ in it; `nil` for one region.
  package var rateSpread: RegionalSpread?
  /// That share less the first cell's, with the standard error of differences within replications; `nil` in the first cell.
  package var difference: MonteCarloMean?
  /// How much regions differ in the difference; `nil` for one region.
  package var differenceSpread: RegionalSpread?
  /// The standard error that the difference would have had with independent random numbers.
  package var unpairedError: Double?
  /// The mean of the surveys' estimates; `nil` if no survey had a valid call.
  package var meanEstimate: MonteCarloMean?
  /// Calls displaced to the out-of-hours service per 1,000 practice-days.
  package var displaced: MonteCarloMean
  /// Those less the first cell's.
  package var displacedDifference: MonteCarloMean?
  /// The standard error that this difference would have had with independent random numbers.
  package var displacedUnpairedError: Double?
  /// The share of patients' calls answered within target.
  package var answeredWithinTarget: Double?
  /// The mean wait of patients' calls that were answered, in seconds.
  package var meanWaitSeconds: Double?
  /// The same two of professionals' calls; `nil` where none call.
  package var professionalsAnsweredWithinTarget: Double?
  package var professionalsMeanWaitSeconds: Double?
  /// Interviewers' hours per survey.
  package var interviewerHours: MonteCarloMean?
}

extension SweepRow {
  /// What several regions' rows come to, each region with the same weight; `nil` for none.
  fileprivate init?(meanOf rows: [SweepRow]) {
    guard let first = rows.first else { return nil }
    self = first
    guard rows.count > 1 else { return }
    func mean(_ part: (SweepRow) -> MonteCarloMean?) -> MonteCarloMean? {
      MonteCarloMean(meanOf: rows.compactMap(part))
    }
    func error(_ part: (SweepRow) -> Double?) -> Double? {
      mean { part($0).map { MonteCarloMean(value: 0, standardError: $0) } }?.standardError
    }
    rate = mean(\.rate) ?? first.rate
    rateSpread = RegionalSpread(rows.map(\.rate))
    difference = mean(\.difference)
    differenceSpread = RegionalSpread(rows.compactMap(\.difference))
    unpairedError = error(\.unpairedError)
    meanEstimate = mean(\.meanEstimate)
    displaced = mean(\.displaced) ?? first.displaced
    displacedDifference = mean(\.displacedDifference)
    displacedUnpairedError = error(\.displacedUnpairedError)
    interviewerHours = mean(\.interviewerHours)
  }
}

extension TrafficSummary {
  /// The counts of a group's slots together; a group of no slots in particular has the time outside every slot too.
  func counts(of group: StudyGroup) -> TrafficCounts {
    guard let slots = group.slots else { return total }
    var sum = TrafficCounts()
    for (belongs, traffic) in zip(slots, counts) where belongs { sum += traffic }
    return sum
  }
}
