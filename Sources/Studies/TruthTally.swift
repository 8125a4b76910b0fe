internal import Scenarios
public import SurveyDesign
internal import SurveyStatistics
public import TelephoneAccess

/// What probes met, by definition of reached and by group: the estimand that estimates are judged by.
///
/// Every practice is probed once in every slot of a replication, so a group's truth is the mean over its practices and
/// slots, each slot with the same weight whatever its width, over minutes and over days.
public struct TruthTally: Sendable {
  /// The groups, in order.
  public let groups: [StudyGroup]
  private let definitions: [ReachedDefinition]
  /// Groups by slot and practice: those that a probe counts for.
  private let members: [[Int]]
  private let practices: Int
  private var protocolRates: [[RunningMoments]]
  private var openRates: [[RunningMoments]]
  private var counts: [[Count]]

  /// Probes of one replication in one group.
  struct Count: Sendable {
    var probes = 0
    var unreached = 0
    var openProbes = 0
    var openUnreached = 0

    /// The share of probes not reached that followed the protocol.
    var rate: Double? { probes > 0 ? Double(unreached) / Double(probes) : nil }
  }

  /// Creates a tally of nothing.
  public init(groups: [StudyGroup], definitions: [ReachedDefinition], slots: Int, practices: Int) {
    self.groups = groups
    self.definitions = definitions
    self.practices = practices
    members = (0..<slots * practices).map { place in
      groups.indices.filter { groups[$0].contains(practice: place % practices, slot: place / practices) }
    }
    let moments = [[RunningMoments]](
      repeating: .init(repeating: RunningMoments(), count: groups.count), count: definitions.count)
    (protocolRates, openRates) = (moments, moments)
    counts = .init(repeating: .init(repeating: Count(), count: groups.count), count: definitions.count)
  }

  /// Adds a replication's probes and gives the share not reached in it, by definition and then by group.
  ///
  /// - Complexity: O(*p* · *d* · *g*) for *p* probes, *d* definitions and *g* groups that a probe counts for.
  public mutating func add(_ probes: [ProbeResult]) -> [[Double?]] {
    for definition in definitions.indices {
      for group in groups.indices { counts[definition][group] = Count() }
      for probe in probes {
        let reached = definitions[definition].isReached(
          disposition: probe.disposition, waitSeconds: Double(probe.wait) / 1000)
        guard let reached else { continue }
        for group in members[probe.slot * practices + probe.practice] {
          if probe.isOpen {
            counts[definition][group].openProbes += 1
            if !reached { counts[definition][group].openUnreached += 1 }
          } else {
            counts[definition][group].probes += 1
            if !reached { counts[definition][group].unreached += 1 }
          }
        }
      }
      for (group, count) in counts[definition].enumerated() {
        if let rate = count.rate { protocolRates[definition][group].add(rate) }
        if count.openProbes > 0 {
          openRates[definition][group].add(Double(count.openUnreached) / Double(count.openProbes))
        }
      }
    }
    return counts.map { $0.map(\.rate) }
  }

  /// The true share not reached under the survey's protocol, with its Monte Carlo standard error.
  ///
  /// With a single replication the standard error is binomial; `nil` for a group without a probe.
  public func truth(_ definition: Int, _ group: Int) -> MonteCarloMean? {
    mean(protocolRates[definition][group], probes: counts[definition][group].probes)
  }

  /// The share that a caller would not reach who waits for ever and rings once.
  public func openTruth(_ definition: Int, _ group: Int) -> MonteCarloMean? {
    mean(openRates[definition][group], probes: counts[definition][group].openProbes)
  }

  private func mean(_ moments: RunningMoments, probes: Int) -> MonteCarloMean? {
    guard moments.count > 0 else { return nil }
    let binomial = (moments.mean * (1 - moments.mean) / Double(max(probes, 1))).squareRoot()
    return MonteCarloMean(value: moments.mean, standardError: moments.standardError ?? binomial)
  }
}

/// A mean over replications and its Monte Carlo standard error.
public struct MonteCarloMean: Hashable, Sendable {
  /// The mean.
  public var value: Double
  /// Its standard error.
  public var standardError: Double

  /// Creates a mean.
  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }
}
