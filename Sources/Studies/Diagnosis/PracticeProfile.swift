package import SurveyDesign
package import TelephoneAccess

/// How often each practice is not reached in each slot: what probes met, practice by practice.
package struct PracticeProfile: Sendable {
  /// The number of practices.
  package let practices: Int
  /// The number of slots.
  package let slots: Int
  private let definition: ReachedDefinition
  private var probes: [Int]
  private var unreached: [Int]

  /// Creates a profile without a probe.
  package init(practices: Int, slots: Int, definition: ReachedDefinition) {
    self.practices = practices
    self.slots = slots
    self.definition = definition
    probes = [Int](repeating: 0, count: practices * slots)
    unreached = probes
  }

  /// Adds what a replication's probes met under the protocol.
  package mutating func add(_ results: [ProbeResult]) {
    for probe in results {
      let outcome = probe.outcome
      let isReached = definition.isReached(
        disposition: outcome.disposition, waitSeconds: outcome.waitSeconds)
      guard let isReached else { continue }
      let cell = probe.practice * slots + probe.slot
      probes[cell] += 1
      unreached[cell] += isReached ? 0 : 1
    }
  }

  /// Comes to every count.
  package mutating func visit<Visitor: SumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    for cell in probes.indices {
      let (practice, slot) = cell.quotientAndRemainder(dividingBy: slots)
      let place = StudyGroup(by: "practice, slot", label: "\(practice), \(slot)")
      try visitor.visit(&probes[cell], SumName("probes", "", place))
      try visitor.visit(&unreached[cell], SumName("unreached", "", place))
    }
  }

  /// Each practice's own share not reached in a slot; practices without a probe have that of the others.
  package func rates(in slot: Int) -> [Double] {
    let mean = rate(in: slot)
    return (0..<practices).map { practice in
      let cell = practice * slots + slot
      return probes[cell] > 0 ? Double(unreached[cell]) / Double(probes[cell]) : mean
    }
  }

  /// The share not reached in a slot, each practice with the same weight; 0 without a probe.
  package func rate(in slot: Int) -> Double {
    var sum = 0.0
    var known = 0
    for practice in 0..<practices {
      let cell = practice * slots + slot
      guard probes[cell] > 0 else { continue }
      sum += Double(unreached[cell]) / Double(probes[cell])
      known += 1
    }
    return known > 0 ? sum / Double(known) : 0
  }

  /// The covariance over practices of their shares in two slots, with divisor N − 1; the variance for one slot twice.
  ///
  /// What the number of probes adds to a variance is taken off. 0 for fewer than two practices.
  package func covariance(_ first: Int, _ second: Int) -> Double {
    guard practices > 1 else { return 0 }
    let (left, right) = (rates(in: first), rates(in: second))
    let (leftMean, rightMean) = (rate(in: first), rate(in: second))
    var sum = 0.0
    var noise = 0.0
    for practice in 0..<practices {
      sum += (left[practice] - leftMean) * (right[practice] - rightMean)
      let count = probes[practice * slots + first]
      if first == second, count > 1 {
        noise += left[practice] * (1 - left[practice]) / Double(count - 1)
      }
    }
    let covariance = sum / Double(practices - 1) - noise / Double(practices)
    return first == second ? max(0, covariance) : covariance
  }

  /// The two slots whose shares not reached differ most, the earlier first; `nil` for fewer than two slots.
  package var mostDifferentSlots: (Int, Int)? {
    guard slots > 1 else { return nil }
    let rates = (0..<slots).map { rate(in: $0) }
    var (least, most) = (0, 0)
    for slot in rates.indices {
      if rates[slot] < rates[least] { least = slot }
      if rates[slot] > rates[most] { most = slot }
    }
    return least == most ? (0, 1) : (min(least, most), max(least, most))
  }
}
