internal import SurveyDesign
internal import Surveys
internal import TelephoneAccess

/// How long the probes of a group waited for a person, over replications.
///
/// Those who wait and are not answered are censored, as `estimate --waits` has it; a message or a busy tone is no wait.
struct ProbeWaits: Equatable, Sendable {
  /// The waits of all replications; the `abandoned` are the censored ones.
  var waits = WaitCounts()
  /// By ``TrafficQuantile/allCases``: the quantiles of single replications, where they are known.
  var quantiles = [RunningMoments](repeating: RunningMoments(), count: TrafficQuantile.allCases.count)

  /// Adds a replication.
  mutating func add(_ own: WaitCounts) {
    waits += own
    for (place, quantile) in TrafficQuantile.allCases.enumerated() {
      if let wait = own.quantileSeconds(quantile.share, stillWaiting: 0) { quantiles[place].add(wait) }
    }
  }

  /// Adds other replications.
  mutating func add(_ other: ProbeWaits) {
    waits += other.waits
    for place in quantiles.indices { quantiles[place].add(other.quantiles[place]) }
  }

  /// Where a slot's bins for an end begin, by the disposition's ordinal, looked up: of waits shorter than a day, and behind these of
  /// longer ones; below 0 for ends that are no wait.
  private static let firstBins: [Int] = [0, Double.infinity].flatMap { wait in
    Disposition.allCases.map {
      switch WaitEnd($0, waitSeconds: wait) {
      case .answered: 0
      case .censored: WaitBins.count
      case .notWaiting, nil: -1
      }
    }
  }
  private static let wholeDay = 86_400_000

  /// The waits of one replication's probes, by group; a slot's probes belong to the groups that are listed for it.
  ///
  /// - Complexity: O(*p* + *g* · *b*) for *p* probes, *g* groups and *b* bins.
  static func byGroup(_ probes: [ProbeResult], groups: Int, ofSlot: [[Int]]) -> [WaitCounts] {
    let (firstBins, bins) = (firstBins, WaitBins.count)
    // Slot by slot, answered and then censored waits: one array, because there are thousands of probes.
    var counts = [Int](repeating: 0, count: 2 * bins * ofSlot.count)
    for probe in probes {
      let (disposition, wait) = (probe.outcome.disposition, probe.outcome.wait)
      let first = firstBins[disposition.ordinal + (wait < wholeDay ? 0 : firstBins.count / 2)]
      guard first >= 0 else { continue }
      counts[2 * bins * probe.slot + first + (wait > 0 ? WaitBins.bin(of: wait) : 0)] += 1
    }
    var waits = [WaitCounts](repeating: WaitCounts(), count: groups)
    for (slot, members) in ofSlot.enumerated() {
      let start = 2 * bins * slot
      let own = WaitCounts(
        answered: Array(counts[start..<start + bins]),
        abandoned: Array(counts[start + bins..<start + 2 * bins]))
      for group in members { waits[group] += own }
    }
    return waits
  }
}

extension MonteCarloMean {
  /// A quantile of the waits of probes, of one region or several together.
  ///
  /// The standard error comes from the quantiles of single replications, and is `nil` if they are not known of each.
  init?(wait quantile: TrafficQuantile, _ regions: [(waits: ProbeWaits, replications: Int)]) {
    let all = regions.reduce(into: WaitCounts()) { $0 += $1.waits.waits }
    guard let value = all.quantileSeconds(quantile.share, stillWaiting: 0) else { return nil }
    let place = TrafficQuantile.allCases.firstIndex(of: quantile) ?? 0
    let isKnown = regions.allSatisfy { $0.waits.quantiles[place].count == $0.replications }
    let means = regions.compactMap { MonteCarloMean($0.waits.quantiles[place]) }
    self.init(
      value: value, standardError: isKnown ? MonteCarloMean(meanOf: means)?.standardError : nil)
  }
}

extension RegionalResult {
  /// A quantile of the waits of one of the estimated groups' probes; `nil` for other groups, and where fewer are known to be answered.
  func wait(_ quantile: TrafficQuantile, group: Int) -> MonteCarloMean? {
    guard group < outline.estimated else { return nil }
    return MonteCarloMean(
      wait: quantile, regions.map { ($0.probeWaits[group], $0.replications) })
  }
}
