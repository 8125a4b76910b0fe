import Randomness
import SurveyDesign
import Testing

/// Counts of calls by two numbers each, for asking how even they are.
private func counts(_ pairs: [(Int, Int)], _ rows: Int, _ columns: Int) -> [[Int]] {
  var table = [[Int]](repeating: [Int](repeating: 0, count: columns), count: rows)
  for (row, column) in pairs { table[row][column] += 1 }
  return table
}

/// The largest less the smallest.
private func spread(_ counts: [Int]) -> Int {
  (counts.max() ?? 0) - (counts.min() ?? 0)
}

@Suite("Call plan")
struct CallPlanTests {
  /// Practices 1 to `count` in strata of the given sizes.
  static func frame(_ sizes: [Int]) throws -> Frame {
    let strata = sizes.enumerated().flatMap { [String](repeating: "stratum \($0)", count: $1) }
    return try Frame(
      strata.enumerated().map { FramePractice(id: "\($0 + 1)", stratum: $1) })
  }

  static func days(_ count: Int) throws -> [CalendarDate] {
    let first = try CalendarDate(parsing: "2015-04-07")
    return Array(
      DanishCalendar.workingDays(from: first, to: first.adding(days: 3 * count + 20)).prefix(count))
  }

  static func planner(
    _ sizes: [Int], sampling: SamplingDesign = .census, _ design: SlotDesign, days count: Int = 10,
    interviewers: Int = 4, spread: DaySpread = .differentDays, opening: String = "8-16"
  ) throws -> CallPlanner {
    try CallPlanner(
      frame: frame(sizes), sampling: sampling, slots: SlotGrid(dividing: Slot(parsing: opening)),
      slotDesign: design, days: days(count), interviewers: interviewers, spread: spread)
  }

  @Test("420 practices in 8 slots: 52 or 53 per slot, 42 per day, 105 per interviewer, everybody once")
  func midtjylland() throws {
    let planner = try Self.planner(
      [105, 32, 31, 29, 29, 28, 19, 19, 19, 16, 16, 15, 14, 13, 13, 2], .onePerPractice)
    let calls = planner.plan(seed: 2015, replication: 0).calls
    #expect(calls.map(\.practiceIndex).sorted() == Array(0..<400))
    let whole = try Self.planner([420], .onePerPractice).plan(seed: 2015, replication: 0).calls
    let slots = (0..<8).map { slot in whole.count { $0.slotIndex == slot } }
    #expect(slots.sorted() == [52, 52, 52, 52, 53, 53, 53, 53])
    #expect(
      try Self.days(10).map { day in whole.count { $0.date == day } } == [Int](repeating: 42, count: 10))
    #expect((0..<4).map { who in whole.count { $0.interviewer == who } } == [105, 105, 105, 105])
  }

  @Test("2 of 8 over 420 practices: every pair of slots 15 times, every slot 105 times")
  func pairs() throws {
    let planner = try Self.planner([420], .rotation(slotsPerPractice: 2))
    for replication in 0..<3 as Range<UInt64> {
      var meetings = [Int](repeating: 0, count: 64)
      let calls = planner.plan(seed: 1, replication: replication).calls
      var slotsOfPractice = [[Int]](repeating: [], count: 420)
      for call in calls { slotsOfPractice[call.practiceIndex].append(call.slotIndex) }
      for slots in slotsOfPractice.map({ $0.sorted() }) { meetings[slots[0] * 8 + slots[1]] += 1 }
      for first in 0..<8 {
        #expect(calls.count { $0.slotIndex == first } == 105)
        for second in (first + 1)..<8 { #expect(meetings[first * 8 + second] == 15) }
      }
    }
  }

  // By hand: where every set is used equally often, each pair meets n·k(k−1)/(s(s−1)) times, so the spread is 0; for k = 2 it is
  // at most 1. It cannot be below 2 for 3 of 8 over 420, where slots are used 157 or 158 times and the mean of the pairs is
  // whole, nor for 7 of 8 and 3 of 4, where a pair is missed as often as its two slots are. For 4 of 8 over 63 and 12 of 24
  // the spread was found by the search and stands here so that a change for the worse shows.
  @Test(
    "rotations keep slots within one and pairs within what is stated",
    arguments: [
      (2, 8, 420, 0), (2, 8, 421, 1), (2, 8, 433, 1), (2, 5, 33, 1), (2, 7, 100, 1), (3, 8, 56, 0),
      (3, 8, 420, 2), (3, 6, 47, 1), (4, 8, 420, 0), (4, 8, 63, 2), (4, 8, 14, 1), (6, 8, 420, 0),
      (6, 8, 100, 1),
      (7, 8, 100, 2), (8, 8, 100, 0), (12, 24, 100, 5), (2, 24, 552, 0), (3, 4, 10, 2), (2, 8, 1, 1),
    ])
  func rotations(perPractice: Int, slots: Int, practices: Int, pairSpread: Int) throws {
    let planner = try CallPlanner(
      frame: Self.frame([practices]), slots: SlotGrid(dividing: Slot(parsing: "0-\(slots)")),
      slotDesign: .rotation(slotsPerPractice: perPractice), days: Self.days(1), interviewers: 1)
    var slotsOfPractice = [[Int]](repeating: [], count: practices)
    var uses = [Int](repeating: 0, count: slots)
    for call in planner.plan(seed: 1, replication: 0).calls {
      slotsOfPractice[call.practiceIndex].append(call.slotIndex)
      uses[call.slotIndex] += 1
    }
    #expect(slotsOfPractice.allSatisfy { Set($0).count == perPractice && $0.count == perPractice })
    #expect(spread(uses) <= 1)
    var meetings: [Int] = []
    for first in 0..<slots {
      for second in (first + 1)..<slots {
        meetings.append(slotsOfPractice.count { $0.contains(first) && $0.contains(second) })
      }
    }
    #expect(spread(meetings) <= pairSpread, "\(meetings)")
  }

  @Test("one slot per practice is even over all, in every stratum, on every day and for every interviewer")
  func onePerPracticeIsBalanced() throws {
    var stream = SplitMix64(state: 12)
    for _ in 0..<15 {
      let sizes = (0..<(1 + stream.integer(below: 9))).map { _ in 1 + stream.integer(below: 60) }
      let dayCount = 1 + stream.integer(below: 15)
      let team = 1 + stream.integer(below: 6)
      let planner = try Self.planner(sizes, .onePerPractice, days: dayCount, interviewers: team)
      let days = planner.days
      let strata = planner.frame.strata
      let calls = planner.plan(seed: stream.next(), replication: 5).calls
      let byDay = calls.map { call in days.firstIndex(of: call.date) ?? -1 }
      #expect(spread((0..<8).map { slot in calls.count { $0.slotIndex == slot } }) <= 1)
      for stratum in strata {
        let own = calls.filter { stratum.members.contains($0.practiceIndex) }
        #expect(spread((0..<8).map { slot in own.count { $0.slotIndex == slot } }) <= 1)
      }
      #expect(spread((0..<dayCount).map { day in byDay.count { $0 == day } }) <= 1)
      #expect(spread((0..<team).map { who in calls.count { $0.interviewer == who } }) <= 1)
      for slot in counts(zip(calls, byDay).map { ($0.slotIndex, $1) }, 8, dayCount) {
        #expect(spread(slot) <= 1)
      }
      for slot in counts(calls.map { ($0.slotIndex, $0.interviewer) }, 8, team) { #expect(spread(slot) <= 1) }
    }
  }

  // Not a theorem: what the exchanges reach on these frames, so that a change for the worse shows.
  @Test("strata and days are nearly even too")
  func nearlyBalanced() throws {
    let planner = try Self.planner([105, 85, 70, 60, 50, 30, 20], .onePerPractice)
    let days = planner.days
    let calls = planner.plan(seed: 4, replication: 0).calls
    for stratum in planner.frame.strata {
      let own = calls.filter { stratum.members.contains($0.practiceIndex) }
      #expect(spread(days.map { day in own.count { $0.date == day } }) <= 1)
      #expect(spread((0..<4).map { who in own.count { $0.interviewer == who } }) <= 1)
    }
    for day in days {
      let own = calls.filter { $0.date == day }
      #expect(spread((0..<4).map { who in own.count { $0.interviewer == who } }) <= 1)
      for slot in 0..<8 {
        let hour = own.filter { $0.slotIndex == slot }
        #expect(spread((0..<4).map { who in hour.count { $0.interviewer == who } }) <= 1)
      }
    }
  }

  @Test(
    "a practice rung in several slots is rung on different days, and slots, days and strata stay even",
    arguments: [
      ([420], 2, 10), ([100, 57, 3, 40], 2, 10), ([60, 35], 4, 10), ([40], 8, 10), ([30, 17], 8, 8),
      ([31, 5], 3, 5),
    ])
  func differentDays(sizes: [Int], perPractice: Int, dayCount: Int) throws {
    let planner = try Self.planner(sizes, .rotation(slotsPerPractice: perPractice), days: dayCount)
    let days = planner.days
    let calls = planner.plan(seed: 9, replication: 2).calls
    #expect(calls.count == sizes.reduce(0, +) * perPractice)
    for practice in planner.frame.practices.indices {
      let own = calls.filter { $0.practiceIndex == practice }
      #expect(Set(own.map(\.date)).count == perPractice)
      #expect(Set(own.map(\.slotIndex)).count == perPractice)
    }
    #expect(spread(days.map { day in calls.count { $0.date == day } }) <= 1)
    for slot in 0..<8 {
      let own = calls.filter { $0.slotIndex == slot }
      #expect(spread(days.map { day in own.count { $0.date == day } }) <= 1)
      #expect(spread((0..<4).map { who in own.count { $0.interviewer == who } }) <= 1)
    }
    for stratum in planner.frame.strata {
      let own = calls.filter { stratum.members.contains($0.practiceIndex) }
      #expect(spread((0..<8).map { slot in own.count { $0.slotIndex == slot } }) <= 1)
    }
  }

  @Test("too few days are shared as evenly as can be, and one day per practice can be asked for")
  func fewDays() throws {
    let few = try Self.planner([20], .allSlots, days: 3).plan(seed: 1, replication: 0)
    for practice in 0..<20 {
      let own = few.calls.filter { $0.practiceIndex == practice }
      #expect(try Self.days(3).map { day in own.count { $0.date == day } }.sorted() == [2, 3, 3])
    }
    let planner = try Self.planner([64], .rotation(slotsPerPractice: 2), days: 4, spread: .sameDay)
    let same = planner.plan(seed: 1, replication: 0)
    for practice in 0..<64 {
      #expect(Set(same.calls.filter { $0.practiceIndex == practice }.map(\.date)).count == 1)
    }
    #expect(spread(planner.days.map { day in same.calls.count { $0.date == day } }) == 0)
  }

  // 2,000 replications of one practice over 8 slots, 5 days and 3 interviewers, each a chi-square test. The limits are the
  // 1 − 1e-6 quantiles, from SciPy 1.x: scipy.stats.chi2.ppf(1 - 1e-6, [7, 4, 2]) = 40.52, 33.38, 27.63, so a right planner
  // fails with probability below 3e-6; the seed is fixed.
  @Test("over replications a practice meets every slot, day and interviewer equally often")
  func uniformity() throws {
    let planner = try Self.planner([5, 8], .onePerPractice, days: 5, interviewers: 3)
    let days = planner.days
    var slots = [Int](repeating: 0, count: 8)
    var dates = [Int](repeating: 0, count: 5)
    var team = [Int](repeating: 0, count: 3)
    for replication in 0..<2_000 as Range<UInt64> {
      for call in planner.plan(seed: 1, replication: replication).calls where call.practiceIndex == 7 {
        slots[call.slotIndex] += 1
        dates[days.firstIndex(of: call.date) ?? 0] += 1
        team[call.interviewer] += 1
      }
    }
    func chiSquare(_ counts: [Int]) -> Double {
      let expected = 2_000 / Double(counts.count)
      return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    }
    #expect(chiSquare(slots) < 40.52)
    #expect(chiSquare(dates) < 33.38)
    #expect(chiSquare(team) < 27.63)
  }

  // 20,000 instants in 60 minutes: chi-square with 59 degrees of freedom, limit scipy.stats.chi2.ppf(1 - 1e-6, 59) = 125.66.
  @Test("calls fall due at whole seconds inside their slot, at every minute equally often")
  func instants() throws {
    let planner = try Self.planner([100], .onePerPractice)
    var minutes = [Int](repeating: 0, count: 60)
    var strays = 0
    for replication in 0..<200 as Range<UInt64> {
      for call in planner.plan(seed: 2, replication: replication).calls {
        let isInside = planner.slots.slots[call.slotIndex].contains(call.due)
        if !isInside || call.due.milliseconds % 1_000 != 0 { strays += 1 }
        minutes[call.due.minute] += 1
      }
    }
    #expect(strays == 0)
    let expected = 20_000.0 / 60
    let chiSquare = minutes.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(chiSquare < 125.66)
  }

  @Test("the same seed and replication give the same plan, others another, whatever the order of the file")
  func reproducible() throws {
    let planner = try Self.planner([30, 50], .rotation(slotsPerPractice: 2))
    let plan = planner.plan(seed: 5, replication: 3)
    #expect(planner.plan(seed: 5, replication: 3) == plan)
    #expect(planner.plan(seed: 6, replication: 3).calls != plan.calls)
    #expect(planner.plan(seed: 5, replication: 4).calls != plan.calls)
    let reversed = try CallPlanner(
      frame: Frame(planner.frame.practices.reversed()), slots: planner.slots, slotDesign: planner.slotDesign,
      days: planner.days.reversed() + planner.days, interviewers: 4)
    #expect(reversed.plan(seed: 5, replication: 3) == plan)
    #expect(zip(plan.calls, plan.calls.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("another practice in the frame leaves everybody's minutes alone")
  func minutesStay() throws {
    let before = try Self.planner([40], .allSlots)
    let after = try Self.planner([41], .allSlots)
    func minutes(_ planner: CallPlanner) -> [[String]] {
      planner.plan(seed: 8, replication: 1).calls
        .map { [planner.frame.practices[$0.practiceIndex].id, "\($0.slotIndex)", "\($0.due)"] }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    let old = minutes(before)
    #expect(minutes(after).filter { $0[0] != "41" } == old)
    // And a slot's minute does not depend on which other slots are rung.
    let rotated = minutes(try Self.planner([40], .rotation(slotsPerPractice: 3)))
    #expect(rotated.allSatisfy(old.contains))
  }

  @Test("a sample is planned as a census is, also when strata come out differently each time")
  func sampled() throws {
    let planner = try Self.planner([30, 50, 20], sampling: .simpleRandom(count: 40), .onePerPractice)
    for replication in 0..<5 as Range<UInt64> {
      let plan = planner.plan(seed: 5, replication: replication)
      #expect(plan.calls.map(\.practiceIndex).sorted() == plan.sample.practices.map(\.practiceIndex))
      #expect((0..<8).allSatisfy { slot in plan.calls.count { $0.slotIndex == slot } == 5 })
    }
  }

  @Test("every wish that cannot be is told at once")
  func refusing() throws {
    let frame = try Self.frame([10])
    let slots = try SlotGrid(dividing: Slot(parsing: "8-16"))
    let faults = #expect(throws: DesignFaults.self) {
      try CallPlanner(
        frame: frame, sampling: .simpleRandom(count: 11), slots: slots,
        slotDesign: .rotation(slotsPerPractice: 9), days: [], interviewers: 0)
    }
    #expect(faults?.faults.count == 4)
  }

  // Pinned: what seed 2015 gave when this test was written. A change here changes every result and belongs in the CHANGELOG.
  @Test("pinned plan of seed 2015")
  func pinned() throws {
    let planner = try Self.planner([3, 3], .onePerPractice, days: 2, interviewers: 2)
    let calls = planner.plan(seed: 2015, replication: 0).calls
    let lines = calls.map { call in
      let id = planner.frame.practices[call.practiceIndex].id
      return "\(id) \(planner.slots.slots[call.slotIndex]) \(call.date) \(call.due) \(call.interviewer)"
    }
    #expect(
      lines == [
        "1 08:00-09:00 2015-04-07 08:52:30 0", "4 11:00-12:00 2015-04-07 11:56:50 0",
        "5 15:00-16:00 2015-04-07 15:42:37 0", "3 09:00-10:00 2015-04-08 09:05:50 1",
        "6 10:00-11:00 2015-04-08 10:02:55 1", "2 13:00-14:00 2015-04-08 13:34:14 1",
      ])
  }
}
