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

  @Test("list sizes have the mean of a normal law cut off at both ends")
  func listSizes() throws {
    var model = PopulationModel.lab
    model.municipalities = [MunicipalityCount(name: "Nord", practices: 4000)]
    model.practiceSizes = [SizeCount(gps: 1, practices: 4000)]
    let lists = try Population.lab(seed: 1, model).frame.practices.map { Double($0.listedPatients) }
    let mean = lists.reduce(0, +) / 4000
    // scipy.stats.truncnorm(a, b, 1509, s).mean() and .std(), s = 1509·0.18, a = (900 − 1509)/s, b = (2300 − 1509)/s:
    // 1516.319 and 258.940.
    #expect(abs(mean - 1516.319) <= 4 * 258.940 / 4000.0.squareRoot(), "\(mean)")
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

  @Test("what a frame says of a practice holds, and the shares are those of the others")
  func partialFrame() throws {
    let practices = (0..<100).map {
      FramePractice(id: "Y\($0)", gps: 2, listedPatients: 3000, extra: [$0 < 40 ? "yes" : ""])
    }
    let population = try Population.lab(seed: 5, frame: try Frame(practices, extraColumns: ["acute_line"]))
    for (practice, member) in zip(population.frame.practices, population.region.practices) {
      let isKnown = practices.contains { $0.id == practice.id && $0.extra == ["yes"] }
      #expect(!isKnown || member.telephone.hasAcuteLine)
    }
    // All 40 of which it is known, and half of the other 60.
    #expect(population.region.practices.count { $0.telephone.hasAcuteLine } == 70)
    #expect(population.frame.practices.allSatisfy { $0.listedPatients == 3000 })
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

  @Test(
    "a practice more in the frame leaves the others' lists and calls alone, and few traits are dealt otherwise"
  )
  func newcomer() throws {
    let names = (1...300).map { "Y\($0)" }
    func population(_ names: [String]) throws -> [String: RegionPractice] {
      let frame = try Frame(names.map { FramePractice(id: $0, gps: 2) }, absentColumns: [.listedPatients])
      let population = try Population.lab(seed: 8, frame: frame)
      return Dictionary(
        uniqueKeysWithValues: zip(population.frame.practices.map(\.id), population.region.practices))
    }
    let (before, after) = (try population(names), try population(names + ["Z"]))
    var changed = 0
    for name in names {
      let (one, other) = (try #require(before[name]), try #require(after[name]))
      #expect(one.demand == other.demand && one.streamKey == other.streamKey)
      changed += one.telephone.timetable == other.telephone.timetable ? 0 : 1
    }
    #expect(changed < 60, "\(changed)")
  }

  @Test(
    "no practice forwards to one that forwards, so that no circle arises",
    arguments: 1...20 as ClosedRange<UInt64>)
  func partners(seed: UInt64) throws {
    let practices = try Population.lab(seed: seed).region.practices
    #expect(practices.contains { $0.telephone.timetable.forwards })
    for practice in practices {
      guard let partner = practice.telephone.partner else { continue }
      #expect(!practices[partner].telephone.timetable.forwards)
    }
  }
}
