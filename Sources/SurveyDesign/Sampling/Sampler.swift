internal import Randomness

/// A sampling design that has been checked against a frame, so that drawing from it cannot fail.
///
/// Practices are chosen by permanent random numbers: each practice draws from its own stream, so a practice more
/// or less in the frame changes a sample as little as can be.
/// Source: E. Ohlsson, "Coordination of Samples Using Permanent Random Numbers", in Business Survey Methods (1995).
package struct Sampler: Sendable {
  /// The design that is drawn from.
  package let design: SamplingDesign

  /// The inclusion probability of every practice of the frame, in frame order.
  package let inclusionProbabilities: [Double]

  private let method: Method
  private let keys: [UInt64]

  /// How a checked design is drawn.
  private enum Method {
    case everyPractice
    /// The practices with the smallest random numbers in each group, and behind them those in reserve.
    case smallest([(members: [Int], count: Int, reserves: Int)])
    /// Even distances in an order.
    case evenDistances(order: [Int], count: Int)
    /// Even distances in the sums of the probabilities, in random order.
    case systematicBySize(count: Int)
  }

  /// Checks a design against a frame.
  ///
  /// - Throws: ``DesignFault`` or ``DesignFaults`` when the frame cannot give such a sample, or no such reserves.
  package init(_ design: SamplingDesign, from frame: Frame, reserves: Reserves? = nil) throws {
    let total = Double(frame.count)
    self.design = design
    keys = frame.practices.map { RandomStream.key(of: $0.id) }
    switch design {
    case .census:
      try Self.refuse(reserves)
      method = .everyPractice
      inclusionProbabilities = frame.practices.map { _ in 1 }
    case .simpleRandom(let count):
      try Self.check(count, of: frame)
      var held = 0
      switch reserves {
      case nil: break
      case .share?: held = try reserves?.count(in: "", sampled: count, left: frame.count - count) ?? 0
      case .byStratum?:
        throw DesignFault("reserves by stratum: a simple random sample has no strata; give a share")
      }
      method = .smallest([(Array(frame.practices.indices), count, held)])
      inclusionProbabilities = frame.practices.map { _ in Double(count) / total }
    case .stratified(let stratified):
      let strata = try stratified.strata(of: frame)
      var probabilities = [Double](repeating: 0, count: frame.count)
      for stratum in strata {
        for member in stratum.members {
          probabilities[member] = Double(stratum.count) / Double(stratum.members.count)
        }
      }
      method = .smallest(
        try Self.holding(
          reserves, in: strata, labels: (frame.groups(by: stratified.column) ?? []).map(\.label)))
      inclusionProbabilities = probabilities
    case .systematic(let count, let column):
      try Self.refuse(reserves)
      try Self.check(count, of: frame)
      method = .evenDistances(order: try frame.order(by: column), count: count)
      inclusionProbabilities = frame.practices.map { _ in Double(count) / total }
    case .proportionalToSize(let count, let column):
      try Self.refuse(reserves)
      try Self.check(count, of: frame)
      let sizes = try frame.sizes(in: column)
      method = .systematicBySize(count: count)
      inclusionProbabilities = InclusionProbabilities.proportionalToSize(sizes, count: count)
    }
  }

  /// Draws the sample of one replication; the same seed and replication always draw the same.
  ///
  /// - Complexity: O(N log N) for N practices.
  package func draw(seed: UInt64, replication: UInt64) -> Sample {
    let chosen =
      switch method {
      case .everyPractice:
        Array(keys.indices)
      case .smallest(let groups):
        groups.flatMap { group in
          randomOrder(of: group.members, .samplePriority, seed, replication).prefix(group.count)
        }
      case .evenDistances(let order, let count):
        Self.evenDistances(order, count: count, seed: seed, replication: replication)
      case .systematicBySize(let count):
        systematicBySize(count: count, seed: seed, replication: replication)
      }
    return Sample(
      practices: chosen.sorted().map {
        SampledPractice(practiceIndex: $0, inclusionProbability: inclusionProbabilities[$0])
      })
  }

  /// The practices in reserve, group by group, each group's in the order in which they are released.
  package func reserves(seed: UInt64, replication: UInt64) -> [[Int]] {
    switch method {
    case .smallest(let groups):
      groups.map { group in
        guard group.reserves > 0 else { return [] }
        let order = randomOrder(of: group.members, .samplePriority, seed, replication)
        return Array(order.dropFirst(group.count).prefix(group.reserves))
      }
    case .everyPractice, .evenDistances, .systematicBySize: []
    }
  }

  /// The members of each group, of whom some are sampled and some in reserve.
  var groups: [[Int]] {
    switch method {
    case .smallest(let groups): groups.map(\.members)
    case .everyPractice, .evenDistances, .systematicBySize: []
    }
  }

  private static func refuse(_ reserves: Reserves?) throws {
    guard reserves != nil else { return }
    throw DesignFault(
      "reserves: only simple-random and stratified samples leave practices in reserve, in a random order")
  }

  private static func holding(
    _ reserves: Reserves?, in strata: [(members: [Int], count: Int)], labels: [String]
  ) throws -> [(members: [Int], count: Int, reserves: Int)] {
    var faults: [DesignFault] = []
    if case .byStratum(let counts)? = reserves {
      for label in NaturalOrder.sorted(Array(counts.keys)) where !labels.contains(label) {
        faults.append(
          DesignFault(
            "reserves in stratum \"\(label)\": there is none; the strata are \(labels.joined(separator: ", "))"
          ))
      }
    }
    let held = zip(strata, labels).map { stratum, label in
      do {
        let count = try reserves?.count(
          in: label, sampled: stratum.count, left: stratum.members.count - stratum.count)
        return (stratum.members, stratum.count, count ?? 0)
      } catch let fault as DesignFault {
        faults.append(fault)
      } catch {
        faults.append(DesignFault("\(error)"))
      }
      return (stratum.members, stratum.count, 0)
    }
    if reserves != nil, faults.isEmpty, held.allSatisfy({ $0.2 == 0 }) {
      faults.append(DesignFault("reserves: no stratum has a practice that is not sampled"))
    }
    guard faults.isEmpty else { throw DesignFaults(faults) }
    return held
  }

  private static func check(_ count: Int, of frame: Frame) throws {
    guard (1...frame.count).contains(count) else {
      throw DesignFault("a sample of \(count) practices: the frame gives 1 to \(frame.count)")
    }
  }

  /// The practices in the order of their own random numbers.
  private func randomOrder(
    of members: [Int], _ purpose: Purpose, _ seed: UInt64, _ replication: UInt64
  ) -> [Int] {
    practicesInRandomOrder(members, keys: keys, purpose: purpose, seed: seed, replication: replication)
  }

  /// Every position floor((start + k·N)/n), with a whole random start from 0 to N − 1.
  ///
  /// In whole numbers no rounding can take a practice twice, and each has exactly the probability n/N.
  private static func evenDistances(_ order: [Int], count: Int, seed: UInt64, replication: UInt64) -> [Int] {
    var stream = RandomStream(
      seed: seed, replication: replication, practice: wholeSurvey, purpose: .sampleStart)
    let start = stream.integer(below: order.count)
    return (0..<count).map { order[(start + $0 * order.count) / count] }
  }

  /// Units in random order; one is taken whenever the sum of the probabilities passes start + 0, 1, 2, ….
  private func systematicBySize(count: Int, seed: UInt64, replication: UInt64) -> [Int] {
    var chosen = keys.indices.filter { inclusionProbabilities[$0] >= 1 }
    let uncertain = keys.indices.filter { inclusionProbabilities[$0] < 1 }
    let order = randomOrder(of: uncertain, .sampleOrder, seed, replication)
    var stream = RandomStream(
      seed: seed, replication: replication, practice: wholeSurvey, purpose: .sampleStart)
    var next = stream.unitUniform()
    var sum = 0.0
    for unit in order {
      sum += inclusionProbabilities[unit]
      // The sum is a whole number in truth; what rounding took from it must not cost the last unit.
      if unit == order.last { sum = Double(count - (keys.count - uncertain.count)) }
      if sum > next {
        chosen.append(unit)
        next += 1
      }
    }
    return chosen
  }
}

/// Practices in the order of a random number that each draws from its own stream.
///
/// Equal numbers, once in 2⁶⁴ pairs, are ordered by place.
func practicesInRandomOrder(
  _ members: [Int], keys: [UInt64], purpose: Purpose, seed: UInt64, replication: UInt64
) -> [Int] {
  let drawn = members.map { member in
    var stream = RandomStream(seed: seed, replication: replication, practice: keys[member], purpose: purpose)
    return (number: stream.next(), member: member)
  }
  return drawn.sorted { ($0.number, $0.member) < ($1.number, $1.member) }.map(\.member)
}
