internal import Scenarios
internal import SurveyDesign
internal import SurveyStatistics
internal import TelephoneAccess

/// Probes of one replication in one group, under one definition of reached.
public struct ProbeCount: Hashable, Sendable {
  /// Probes that followed the protocol and can be judged.
  public var probes = 0
  /// Of these, not reached.
  public var unreached = 0
  /// Open probes, which wait for ever and ring once, that can be judged.
  public var openProbes = 0
  /// Of these, not reached.
  public var openUnreached = 0

  /// The share of probes not reached that followed the protocol; `nil` without a probe.
  public var rate: Double? { probes > 0 ? Double(unreached) / Double(probes) : nil }
  /// The share of open probes not reached; `nil` without one.
  public var openRate: Double? { openProbes > 0 ? Double(openUnreached) / Double(openProbes) : nil }

  mutating func add(isOpen: Bool, isReached: Bool) {
    if isOpen {
      openProbes += 1
      openUnreached += isReached ? 0 : 1
    } else {
      probes += 1
      unreached += isReached ? 0 : 1
    }
  }

  static func += (sum: inout ProbeCount, other: ProbeCount) {
    sum.probes += other.probes
    sum.unreached += other.unreached
    sum.openProbes += other.openProbes
    sum.openUnreached += other.openUnreached
  }
}

/// Counts probes by definition and group, on storage that is made once.
struct ProbeCounter: Sendable {
  private let definitions: [ReachedDefinition]
  private let groups: [Members]
  private var bySlot: [ProbeCount]
  private var byPractice: [ProbeCount]

  /// Whose probes a group is made of.
  private enum Members: Sendable {
    case slots([Int])
    case practices([Int])
    /// Some practices in some slots: the one kind that margins do not tell.
    case cells(StudyGroup)

    init(_ group: StudyGroup, slots: Int) {
      switch (group.slots, group.practices) {
      case (let some, nil): self = .slots((0..<slots).filter { some?[$0] ?? true })
      case (nil, let some?): self = .practices(some.indices.filter { some[$0] })
      case (.some, .some): self = .cells(group)
      }
    }
  }

  init(groups: [StudyGroup], definitions: [ReachedDefinition], slots: Int, practices: Int) {
    self.definitions = definitions
    self.groups = groups.map { Members($0, slots: slots) }
    bySlot = .init(repeating: ProbeCount(), count: slots)
    byPractice = .init(repeating: ProbeCount(), count: practices)
  }

  /// The counts, by definition and then by group.
  ///
  /// - Complexity: O(*d* · (*p* + *m*)) for *p* probes, *d* definitions and *m* members of all groups together.
  mutating func count(_ probes: [ProbeResult]) -> [[ProbeCount]] {
    definitions.map { count(probes, $0) }
  }

  private mutating func count(_ probes: [ProbeResult], _ definition: ReachedDefinition) -> [ProbeCount] {
    for slot in bySlot.indices { bySlot[slot] = ProbeCount() }
    for practice in byPractice.indices { byPractice[practice] = ProbeCount() }
    for probe in probes {
      guard let isReached = definition.isReached(probe) else { continue }
      bySlot[probe.slot].add(isOpen: probe.isOpen, isReached: isReached)
      byPractice[probe.practice].add(isOpen: probe.isOpen, isReached: isReached)
    }
    return groups.map { members in
      var sum = ProbeCount()
      switch members {
      case .slots(let slots): for slot in slots { sum += bySlot[slot] }
      case .practices(let practices): for practice in practices { sum += byPractice[practice] }
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
