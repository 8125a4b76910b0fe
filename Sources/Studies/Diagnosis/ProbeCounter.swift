internal import SurveyDesign
internal import TelephoneAccess

/// Probes of one replication in one group, under one definition of reached.
package struct ProbeCount: Equatable, Sendable {
  /// All four counts, which are added in one step.
  private var counts: SIMD4<Int32>

  /// Creates counts: of probes that followed the protocol and can be judged, and of these not reached; and the same of open probes.
  init(underProtocol: SIMD2<Int32> = .zero, open: SIMD2<Int32> = .zero) {
    counts = SIMD4(lowHalf: underProtocol, highHalf: open)
  }

  /// Probes that followed the protocol and can be judged.
  package var probes: Int { Int(counts[0]) }
  /// Of these, not reached.
  package var unreached: Int { Int(counts[1]) }
  /// Open probes, which wait for ever and ring once, that can be judged.
  package var openProbes: Int { Int(counts[2]) }
  /// Of these, not reached.
  package var openUnreached: Int { Int(counts[3]) }

  /// The share of probes not reached that followed the protocol; `nil` without a probe.
  package var rate: Double? { probes > 0 ? Double(unreached) / Double(probes) : nil }
  /// The share of open probes not reached; `nil` without one.
  package var openRate: Double? { openProbes > 0 ? Double(openUnreached) / Double(openProbes) : nil }

  @inline(__always)
  static func += (sum: inout ProbeCount, other: ProbeCount) { sum.counts &+= other.counts }
}

/// Counts probes by definition and group, on storage that is made once.
struct ProbeCounter: Sendable {
  private let judges: [ProbeJudge]
  private let groups: [Members]
  private let slots: Int
  /// What is counted of every slot, and after these of every practice.
  private var margins: [ProbeCount]

  /// Whose probes a group is made of.
  private enum Members: Sendable {
    /// Some slots or some practices.
    case margins([Int])
    /// Some practices in some slots: the one kind that margins do not tell.
    case cells(StudyGroup)

    init(_ group: StudyGroup, slots: Int) {
      switch (group.slots, group.practices) {
      case (let some, nil): self = .margins((0..<slots).filter { some?[$0] ?? true })
      case (nil, let some?): self = .margins(some.indices.filter { some[$0] }.map { slots + $0 })
      case (.some, .some): self = .cells(group)
      }
    }
  }

  init(groups: [StudyGroup], definitions: [ReachedDefinition], slots: Int, practices: Int) {
    judges = definitions.map(ProbeJudge.init)
    self.groups = groups.map { Members($0, slots: slots) }
    self.slots = slots
    margins = .init(repeating: ProbeCount(), count: slots + practices)
  }

  /// The counts, by definition and then by group.
  ///
  /// - Complexity: O(*d* · (*p* + *m*)) for *p* probes, *d* definitions and *m* members of all groups together.
  mutating func count(_ probes: [ProbeResult]) -> [[ProbeCount]] {
    judges.map { count(probes, $0) }
  }

  private mutating func count(_ probes: [ProbeResult], _ judge: ProbeJudge) -> [ProbeCount] {
    for margin in margins.indices { margins[margin] = ProbeCount() }
    // A practice's probes stand together.
    var (practice, own) = (slots, ProbeCount())
    for probe in probes {
      let count = judge.count(probe)
      margins[probe.slot] += count
      if practice != slots + probe.practice {
        margins[practice] += own
        (practice, own) = (slots + probe.practice, ProbeCount())
      }
      own += count
    }
    if !probes.isEmpty { margins[practice] += own }
    return groups.map { members in
      var sum = ProbeCount()
      switch members {
      case .margins(let members): for member in members { sum += margins[member] }
      case .cells(let group):
        for probe in probes where group.contains(practice: probe.practice, slot: probe.slot) {
          sum += judge.count(probe)
        }
      }
      return sum
    }
  }
}

/// What a definition of reached makes of every probe, looked up: thousands of probes end in a few ways.
private struct ProbeJudge: Sendable {
  /// The longest wait within the limit, in milliseconds.
  private let longestWait: Int
  /// What a probe counts for by the disposition's ordinal: within the limit, and behind these beyond it.
  private let counts: [ProbeCount]
  /// The same of an open probe.
  private let openCounts: [ProbeCount]

  init(_ definition: ReachedDefinition) {
    longestWait = Self.longestWait(within: definition.waitLimitSeconds ?? .infinity)
    let ends: [SIMD2<Int32>] = [0, Double.infinity].flatMap { wait in
      Disposition.allCases.map { disposition in
        switch definition.isReached(disposition: disposition, waitSeconds: wait) {
        case nil: [0, 0]
        case true?: [1, 0]
        case false?: [1, 1]
        }
      }
    }
    counts = ends.map { ProbeCount(underProtocol: $0) }
    openCounts = ends.map { ProbeCount(open: $0) }
  }

  @inline(__always)
  func count(_ probe: ProbeResult) -> ProbeCount {
    var count = counts[end(of: probe.outcome)]
    count += openCounts[end(of: probe.openOutcome)]
    return count
  }

  @inline(__always)
  private func end(of outcome: ProbeOutcome) -> Int {
    outcome.disposition.ordinal + (outcome.wait > longestWait ? counts.count / 2 : 0)
  }

  /// The longest wait in whole milliseconds that is no longer than a limit in seconds, as a comparison of seconds has it.
  private static func longestWait(within limit: Double) -> Int {
    let perSecond = Double(TimeOfDay.millisecondsPerSecond)
    guard limit * perSecond < 0x1p52 else { return .max }
    var wait = Int(limit * perSecond)
    while Double(wait + 1) / perSecond <= limit { wait += 1 }
    while wait >= 0, Double(wait) / perSecond > limit { wait -= 1 }
    return wait
  }
}

extension ProbeOutcome {
  /// The waiting time, in seconds.
  @inline(__always)
  package var waitSeconds: Double { Double(wait) / Double(TimeOfDay.millisecondsPerSecond) }
}
