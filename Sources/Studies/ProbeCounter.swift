internal import Scenarios
internal import SurveyDesign
internal import SurveyStatistics
internal import TelephoneAccess

/// Probes of one replication in one group, under one definition of reached.
public struct ProbeCount: Hashable, Sendable {
  /// Probes that followed the protocol, reached and not, then open ones, reached and not.
  private var counts: SIMD4<Int> = .zero

  /// Probes that followed the protocol and can be judged.
  public var probes: Int { counts[0] + counts[1] }
  /// Of these, not reached.
  public var unreached: Int { counts[1] }
  /// Open probes, which wait for ever and ring once, that can be judged.
  public var openProbes: Int { counts[2] + counts[3] }
  /// Of these, not reached.
  public var openUnreached: Int { counts[3] }

  /// The share of probes not reached that followed the protocol; `nil` without a probe.
  public var rate: Double? { probes > 0 ? Double(unreached) / Double(probes) : nil }
  /// The share of open probes not reached; `nil` without one.
  public var openRate: Double? { openProbes > 0 ? Double(openUnreached) / Double(openProbes) : nil }

  mutating func add(isOpen: Bool, isReached: Bool) {
    counts[(isOpen ? 2 : 0) + (isReached ? 0 : 1)] &+= 1
  }

  static func += (sum: inout ProbeCount, other: ProbeCount) {
    sum.counts &+= other.counts
  }
}

/// Counts probes by definition and group, on storage that is made once.
struct ProbeCounter: Sendable {
  private let definitions: [ReachedDefinition]
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
    self.definitions = definitions
    self.groups = groups.map { Members($0, slots: slots) }
    self.slots = slots
    margins = .init(repeating: ProbeCount(), count: slots + practices)
  }

  /// The counts, by definition and then by group.
  ///
  /// - Complexity: O(*d* · (*p* + *m*)) for *p* probes, *d* definitions and *m* members of all groups together.
  mutating func count(_ probes: [ProbeResult]) -> [[ProbeCount]] {
    definitions.map { count(probes, $0) }
  }

  private mutating func count(_ probes: [ProbeResult], _ definition: ReachedDefinition) -> [ProbeCount] {
    for margin in margins.indices { margins[margin] = ProbeCount() }
    for probe in probes {
      guard let isReached = definition.isReached(probe) else { continue }
      margins[probe.slot].add(isOpen: probe.isOpen, isReached: isReached)
      margins[slots + probe.practice].add(isOpen: probe.isOpen, isReached: isReached)
    }
    return groups.map { members in
      var sum = ProbeCount()
      switch members {
      case .margins(let members): for member in members { sum += margins[member] }
      case .cells(let group):
        for probe in probes where group.contains(practice: probe.practice, slot: probe.slot) {
          guard let isReached = definition.isReached(probe) else { continue }
          sum.add(isOpen: probe.isOpen, isReached: isReached)
        }
      }
      return sum
    }
  }
}

extension ReachedDefinition {
  /// Whether a probe reached the practice; `nil` if it cannot be judged.
  fileprivate func isReached(_ probe: ProbeResult) -> Bool? {
    isReached(disposition: probe.disposition, waitSeconds: Double(probe.wait) / 1000)
  }
}
