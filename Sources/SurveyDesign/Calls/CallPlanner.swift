internal import Randomness

/// A survey's fieldwork as it is wished for, checked against the frame, so that planning it cannot fail.
///
/// ```swift
/// let planner = try CallPlanner(
///   frame: frame, slots: SlotGrid(dividing: opening), days: workingDays, interviewers: 4)
/// let plan = planner.plan(seed: 2015, replication: 0)
/// ```
///
/// The same seed and replication always give the same plan, and the order of the frame's file plays no part. The minutes
/// at which a practice would be rung come from its own stream: another practice more or less does not change them.
/// Slots, days and interviewers are dealt out evenly over all practices, and so depend on who else is rung.
package struct CallPlanner: Sendable {
  /// The practices that could be rung.
  package let frame: Frame

  /// The slots of the day.
  package let slots: SlotGrid

  /// In how many slots each practice is rung.
  package let slotDesign: SlotDesign

  /// The days of the survey, ascending, each once.
  package private(set) var days: [CalendarDate]

  /// How many interviewers share the calls.
  package let interviewers: Int

  /// Whether the calls to one practice are spread over days.
  package let spread: DaySpread

  /// How the practices are chosen.
  package let sampler: Sampler

  private let slotsPerPractice: Int
  let keys: [UInt64]
  let stratumOfPractice: [Int]
  let stratumCount: Int
  /// The whole seconds of each slot, counted from midnight; none in a slot that lies within a second.
  let secondsOfSlot: [Range<Int>]
  /// The pattern of replication 0; most designs have the same in every other.
  private var pattern: CallPattern?

  /// The most days that a survey may have.
  package static let mostDays = 1_000

  /// The most interviewers that a survey may have.
  package static let mostInterviewers = 1_000

  /// Checks a survey's wishes.
  ///
  /// - Parameters:
  ///   - frame: the practices that could be rung; its strata are kept balanced.
  ///   - sampling: how practices are chosen from it.
  ///   - slots: the slots of the day.
  ///   - slotDesign: in how many of them each practice is rung.
  ///   - days: in any order; a day that stands there twice counts once. From 1 to 1,000 different ones.
  ///   - interviewers: how many share the calls, from 1 to 1,000.
  ///   - spread: whether a practice that is rung several times is rung on different days.
  ///   - reserves: practices that later rounds ring in place of those that turn out to be none.
  /// - Throws: ``DesignFaults`` with everything that cannot be.
  package init(
    frame: Frame, sampling: SamplingDesign = .census, slots: SlotGrid,
    slotDesign: SlotDesign = .onePerPractice,
    days: [CalendarDate], interviewers: Int, spread: DaySpread = .differentDays,
    reserves: Reserves? = nil
  ) throws {
    var faults: [DesignFault] = []
    let different = Array(Set(days)).sorted()
    if different.isEmpty { faults.append(DesignFault("there is no day to ring on: at least one is needed")) }
    if different.count > Self.mostDays {
      faults.append(DesignFault("\(different.count) days: a survey may have 1 to \(Self.mostDays)"))
    }
    if !(1...Self.mostInterviewers).contains(interviewers) {
      faults.append(
        DesignFault("\(interviewers) interviewers: a survey may have 1 to \(Self.mostInterviewers)"))
    }
    let perPractice = faults.collecting { try slotDesign.slotsPerPractice(of: slots.slots.count) }
    let sampler = faults.collecting { try Sampler(sampling, from: frame, reserves: reserves) }
    guard faults.isEmpty, let perPractice, let sampler else { throw DesignFaults(faults) }
    self.frame = frame
    self.slots = slots
    self.slotDesign = slotDesign
    self.days = different
    self.interviewers = interviewers
    self.spread = spread
    self.sampler = sampler
    slotsPerPractice = perPractice
    keys = frame.practices.map { RandomStream.key(of: $0.id) }
    let strata = frame.strata
    var stratumOfPractice = [Int](repeating: 0, count: frame.count)
    for (number, stratum) in strata.enumerated() {
      for member in stratum.members { stratumOfPractice[member] = number }
    }
    self.stratumOfPractice = stratumOfPractice
    stratumCount = strata.count
    let second = TimeOfDay.millisecondsPerSecond
    secondsOfSlot = slots.slots.map {
      ($0.from.milliseconds + second - 1) / second..<($0.to.milliseconds + second - 1) / second
    }
    pattern = CallPattern(shape(of: membersOfStrata(in: sampler.draw(seed: 0, replication: 0))))
  }

  /// The planner of the same survey on other days: it rings the same practices in the same slots.
  ///
  /// - Precondition: there is a day.
  package func on(_ other: [CalendarDate]) -> CallPlanner {
    precondition(!other.isEmpty, "a day to ring on")
    var planner = self
    planner.days = Array(Set(other)).sorted()
    return planner
  }

  /// Plans the calls of one replication.
  ///
  /// - Complexity: O(c log c) for c calls when every replication has as many practices per stratum as the first;
  ///   otherwise the balanced pattern has to be worked out anew, which takes some milliseconds.
  package func plan(seed: UInt64, replication: UInt64) -> CallSchedule {
    let sample = sampler.draw(seed: seed, replication: replication)
    let members = membersOfStrata(in: sample)
    let shape = shape(of: members)
    let pattern = pattern.flatMap { $0.shape == shape ? $0 : nil } ?? CallPattern(shape)
    let practices = members.flatMap {
      practicesInRandomOrder($0, keys: keys, purpose: .patternOrder, seed: seed, replication: replication)
    }
    func labels(_ count: Int, _ purpose: Purpose) -> [Int] {
      var stream = RandomStream(seed: seed, replication: replication, practice: wholeSurvey, purpose: purpose)
      return stream.permutation(of: count)
    }
    let slotLabels = labels(slots.slots.count, .slotLabels)
    let dayLabels = labels(days.count, .dayLabels)
    let interviewerLabels = labels(interviewers, .interviewerLabels)
    var calls = pattern.calls.map { call in
      let practice = practices[call.place]
      let slot = slotLabels[call.slot]
      return PlannedCall(
        practiceIndex: practice, slotIndex: slot, date: days[dayLabels[call.day]],
        due: due(practice: practice, slot: slot, seed: seed, replication: replication),
        interviewer: interviewerLabels[call.interviewer])
    }
    calls.sort()
    return CallSchedule(replication: replication, sample: sample, calls: calls)
  }

  /// A whole second of a slot, all equally likely.
  ///
  /// A practice draws one instant for every slot of the day in turn, so that its instant in a slot does not depend on which
  /// other slots it is rung in. A slot without a whole second is rung at its beginning.
  private func due(practice: Int, slot: Int, seed: UInt64, replication: UInt64) -> TimeOfDay {
    var stream = RandomStream(
      seed: seed, replication: replication, practice: keys[practice], purpose: .dueInstant)
    for earlier in secondsOfSlot[..<slot] { _ = stream.integer(below: max(earlier.count, 1)) }
    let seconds = secondsOfSlot[slot]
    guard !seconds.isEmpty else { return slots.slots[slot].from }
    let second = seconds.lowerBound + stream.integer(below: seconds.count)
    return TimeOfDay(milliseconds: second * TimeOfDay.millisecondsPerSecond)
  }

  /// The sampled practices of each stratum that has any, in frame order.
  private func membersOfStrata(in sample: Sample) -> [[Int]] {
    var members = [[Int]](repeating: [], count: stratumCount)
    for unit in sample.practices { members[stratumOfPractice[unit.practiceIndex]].append(unit.practiceIndex) }
    return members.filter { !$0.isEmpty }
  }

  private func shape(of members: [[Int]]) -> CallPattern.Shape {
    CallPattern.Shape(
      stratumSizes: members.map(\.count), slots: slots.slots.count, slotsPerPractice: slotsPerPractice,
      days: days.count, interviewers: interviewers, spread: spread)
  }
}

extension [DesignFault] {
  /// Runs something that may fail, keeps its faults, and gives `nil` when it did.
  fileprivate mutating func collecting<Value>(_ work: () throws -> Value) -> Value? {
    do {
      return try work()
    } catch let several as DesignFaults {
      self += several.faults
    } catch let one as DesignFault {
      append(one)
    } catch {
      append(DesignFault("\(error)"))
    }
    return nil
  }
}
