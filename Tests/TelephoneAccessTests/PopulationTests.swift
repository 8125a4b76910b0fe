import Randomness
import SurveyDesign
import TelephoneAccess
import Testing

@Suite("A population is drawn once and can be written out and read back")
struct PopulationTests {
  @Test("sizes and municipalities are exact; lists lie within their limits")
  func counts() throws {
    let frame = try Population.lab(seed: 1).frame
    #expect(frame.count == 100)
    for (gps, practices) in [(1, 50), (2, 30), (5, 20)] {
      #expect(frame.practices.count { $0.gps == gps } == practices)
    }
    for (name, practices) in [("Nord", 60), ("Syd", 30), ("Vest", 10)] {
      #expect(frame.practices.count { $0.municipality == name } == practices)
    }
    #expect(frame.practices.allSatisfy { (900...2300).contains(Double($0.listedPatients) / Double($0.gps)) })
    #expect(frame.practices.map(\.id).first == "P001" && frame.practices.map(\.id).last == "P100")
    #expect(Set(frame.practices.map(\.stratum)) == ["1", "2", "5+"])
    // Another seed deals the same sizes out in another order.
    let other = try Population.lab(seed: 2).frame
    #expect(other.practices.map(\.gps) != frame.practices.map(\.gps))
    #expect(other.practices.map(\.gps).sorted() == frame.practices.map(\.gps).sorted())
  }

  @Test("traits come in the stated shares")
  func shares() {
    // Four standard errors of a binomial share: a chance of 6 in 100,000 for each line; fixed seeds.
    let model = PopulationModel.lab
    for (gps, queue) in [(1, 0.45), (2, 0.7), (3, 0.7), (5, 0.9)] {
      let traits = Self.traits(model, gps: gps)
      #expect(Self.share(traits) { $0.system == .queue } ~~ queue)
      #expect(Self.share(traits, \.hasAcuteLine) ~~ 0.5)
      #expect(Self.share(traits) { $0.lunch == Slot(.hour(12), .hour(13)) } ~~ 0.6)
      #expect(Self.share(traits) { $0.lunch == nil } ~~ 0.4)
      for (hour, share) in [(12, 0.15), (13, 0.25), (14, 0.2), (15, 0.2), (16, 0.2)] {
        #expect(Self.share(traits) { $0.lastAnswer == .hour(hour) } ~~ share)
      }
      for (state, share) in [(OffState.referralMessage, 0.72), (.forwarding, 0.2), (.ringsOut, 0.08)] {
        #expect(Self.share(traits) { $0.whenOff[0] == state } ~~ share)
      }
      #expect(Self.share(traits) { $0.whenOff[1] == .referralMessage } ~~ 0.68)
      // A practice keeps its position, so that as few as can be change from one stretch to the next.
      #expect(Self.share(traits) { $0.whenOff[0] != $0.whenOff[1] } ~~ 0.08)
      #expect(traits.allSatisfy { $0.lines == model.lines(of: $0, gps: gps) })
    }
  }

  @Test("list sizes have the mean of a normal law cut off at both ends")
  func listSizes() {
    let model = PopulationModel.lab
    let lists = (0..<4000 as Range<UInt64>).map {
      Double(model.drawTraits(seed: 1, streamKey: $0, gps: 1).listedPatients)
    }
    let mean = lists.reduce(0, +) / 4000
    // scipy.stats.truncnorm(a, b, 1509, s).mean() and .std(), s = 1509·0.18, a = (900 − 1509)/s, b = (2300 − 1509)/s:
    // 1516.319 and 258.940.
    #expect(abs(mean - 1516.319) <= 4 * 258.940 / 4000.0.squareRoot(), "\(mean)")
  }

  @Test("one share changed moves that trait, in one direction, and no other")
  func oneShare() throws {
    var more = PopulationModel.lab
    more.acuteLineShare = 0.7
    for (before, after) in zip(Self.traits(.lab, gps: 2), Self.traits(more, gps: 2)) {
      var expected = before
      expected.hasAcuteLine = after.hasAcuteLine
      #expect(after == expected)
      #expect(after.hasAcuteLine || !before.hasAcuteLine)
    }
    let (few, many) = (try Population.lab(seed: 3), try Population.lab(seed: 3, more))
    #expect(few.frame != many.frame)
    for (before, after) in zip(few.region.practices, many.region.practices) {
      var expected = before
      expected.telephone.hasAcuteLine = after.telephone.hasAcuteLine
      #expect(after == expected)
    }

    var queues = PopulationModel.lab
    queues.queueShare = BySize(1)
    for (before, after) in zip(Self.traits(.lab, gps: 2), Self.traits(queues, gps: 2)) {
      #expect(
        (before.lunch, before.lastAnswer, before.hasAcuteLine) == (
          after.lunch, after.lastAnswer, after.hasAcuteLine
        ))
      #expect(before.whenOff == after.whenOff)
    }
  }

  @Test(
    "the frame written out and read back gives the same population", arguments: 1...20 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var model = PopulationModel.lab
    model.clusterSize = 7
    model.queueLines.beyondAnswerers = seed.isMultiple(of: 2) ? nil : 3
    // A last answer at half a minute past two: seconds must survive.
    model.lastAnswers[2].at = TimeOfDay(milliseconds: 50_430_000)
    let drawn = try Population.lab(seed: seed, model)
    let read = try Frame(reading: drawn.frame.bytes(), file: "practices.csv")
    #expect(try Population.lab(seed: seed, model, frame: read) == drawn)
    // Everything is written out, so that neither seed nor shares matter any more.
    model.queueShare = BySize(0)
    model.acuteLineShare = 0
    model.lunches = []
    #expect(try Population.lab(seed: seed + 1000, model, frame: read) == drawn)
  }

  @Test("what a frame says of a practice holds; what it leaves open is drawn")
  func partialFrame() throws {
    let practices = ["A", "B", "C"].map {
      FramePractice(id: $0, gps: 2, listedPatients: 3000, extra: [$0 == "C" ? "" : "yes"])
    }
    let known = try Frame(practices, extraColumns: ["acute_line"])
    let population = try Population.lab(seed: 5, frame: known)
    for (place, name) in ["A", "B", "C"].enumerated() {
      let drawn = PopulationModel.lab.drawTraits(seed: 5, streamKey: RandomStream.key(of: name), gps: 2)
        .traits
      let telephone = population.region.practices[place].telephone
      #expect(telephone.system == drawn.system && telephone.lines == drawn.lines)
      #expect(telephone.hasAcuteLine == (name == "C" ? drawn.hasAcuteLine : true))
    }
    #expect(population.frame.practices.map(\.listedPatients) == [3000, 3000, 3000])
  }

  @Test("a system that the frame states brings the lines of that system, unless the frame states those")
  func linesOfAStatedSystem() throws {
    let systems = ["queue", "busy-tone", "busy-tone", "queue"]
    let practices = systems.enumerated().flatMap { place, system in
      (0..<10).map { FramePractice(id: "\(place)-\($0)", gps: 2, extra: [system, place == 3 ? "9" : ""]) }
    }
    let population = try Population.lab(
      seed: 5, frame: try Frame(practices, extraColumns: ["system", "lines"]))
    for (practice, member) in zip(population.frame.practices, population.region.practices) {
      // Two answerers at most: 2 + 3 lines with a queue, 2 with a busy tone.
      let expected = practice.id.hasPrefix("3") ? 9 : practice.id.hasPrefix("0") ? 5 : 2
      #expect(member.telephone.lines == expected, "\(practice.id)")
    }
  }

  @Test("a practice more in the frame leaves the others' traits, lists and calls alone")
  func newcomer() throws {
    let names = (1...30).map { "Y\($0)" }
    func population(_ names: [String]) throws -> [String: RegionPractice] {
      let frame = try Frame(names.map { FramePractice(id: $0, gps: 2) }, absentColumns: [.listedPatients])
      let population = try Population.lab(seed: 8, frame: frame)
      return Dictionary(
        uniqueKeysWithValues: zip(population.frame.practices.map(\.id), population.region.practices))
    }
    let (before, after) = (try population(names), try population(names + ["Z"]))
    for name in names {
      var (one, other) = (try #require(before[name]), try #require(after[name]))
      one.telephone.partner = nil
      other.telephone.partner = nil
      #expect(one == other)
    }
  }

  @Test(
    "nobody forwards to a practice that forwards, so that no circle arises",
    arguments: 1...20 as ClosedRange<UInt64>)
  func partners(seed: UInt64) throws {
    let practices = try Population.lab(seed: seed).region.practices
    #expect(practices.contains { $0.telephone.timetable.forwards })
    for practice in practices {
      guard let partner = practice.telephone.partner else { continue }
      #expect(!practices[partner].telephone.timetable.forwards)
    }
  }

  private static func traits(_ model: PopulationModel, gps: Int) -> [PracticeTraits] {
    (0..<4000 as Range<UInt64>).map { model.drawTraits(seed: 1, streamKey: $0, gps: gps).traits }
  }

  private static func share(_ traits: [PracticeTraits], _ condition: (PracticeTraits) -> Bool) -> Share {
    Share(count: traits.count(where: condition), of: traits.count)
  }
}

/// A share found in a sample.
private struct Share {
  var count: Int
  var of: Int

  /// Whether it lies within four standard errors of the true one.
  static func ~~ (found: Share, expected: Double) -> Bool {
    let error = (expected * (1 - expected) / Double(found.of)).squareRoot()
    return abs(Double(found.count) / Double(found.of) - expected) <= 4 * error
  }
}

infix operator ~~ : ComparisonPrecedence

extension PopulationModel {
  /// The lines that the rules give a practice of so many GPs.
  fileprivate func lines(of traits: PracticeTraits, gps: Int) -> Int {
    let answerers = staffing.map { $0.answerers.value(gps: gps) }.max() ?? 0
    return (traits.system == .queue ? queueLines : busyToneLines).lines(answerers: answerers)
  }
}
