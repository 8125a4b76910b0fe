import Foundation
import Scenarios
import Testing

@Suite("Damaged scenarios")
struct ScenarioFuzzTests {
  /// A generator that is good enough to break files (Knuth's MMIX numbers).
  struct Generator {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  static let nasty = [
    "1e300", "-1", "0", "NaN", "-Infinity", "null", "[]", "{}", "\"\"", "true", "99999999999999999999",
    "1e-320", "\"24:00\"",
    "\"48:00-00:00\"", "\"9999-12-31\"", "9223372036854775807", "[[[[", "}}", "\"\\ud800\"", "/*", "\u{0}",
    "0x7FFFFFFFFFFFFFFF",
    "{\"distribution\":\"gamma\",\"mean_seconds\":86400,\"sd_seconds\":0.001}", "\"all\"", "100000", "2880",
    "0.001",
  ]

  static func mutated(_ text: String, _ generator: inout Generator) -> String {
    var bytes = Array(text.utf8)
    for _ in 0...generator.next(3) {
      let place = generator.next(bytes.count)
      switch generator.next(6) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8(generator.next(256))
      case 2: bytes.insert(contentsOf: Array(nasty[generator.next(nasty.count)].utf8), at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + generator.next(200)))
      case 4:
        bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + generator.next(200))], at: place)
      case _: replaceNumber(in: &bytes, from: place, with: nasty[generator.next(nasty.count)])
      }
      if bytes.isEmpty { bytes = [UInt8(ascii: "{")] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts a text in the place of the next number.
  static func replaceNumber(in bytes: inout [UInt8], from place: Int, with text: String) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let start = bytes[place...].firstIndex(where: digits.contains) else { return }
    let end = bytes[start...].firstIndex { !digits.contains($0) && $0 != UInt8(ascii: ".") } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Array(text.utf8))
  }

  /// 5,000 in all; the larger the file, the fewer.
  @Test(
    "nothing traps, and what is still a scenario can be printed and read again",
    arguments: [
      ("arithmetic", 2900), ("one-practice", 2000), ("hovedstaden-2017", 40), ("midtjylland-2015", 60),
    ])
  func mutations(_ name: String, count: Int) throws {
    // Damage to comments proves nothing.
    let lines = try Shipped.text(name).split(separator: "\n").filter { !$0.hasPrefix("//") }
    let text = lines.joined(separator: "\n")
    var generator = Generator(state: 2015)
    var (whole, damaged) = (0, 0)
    for _ in 0..<count {
      do {
        let document = try ScenarioDocument(parsing: Self.mutated(text, &generator), file: Shipped.path(name))
        let scenario = try document.scenario()
        whole += 1
        guard whole % 8 == 0 else { continue }
        #expect(
          try ScenarioDocument(parsing: scenario.canonicalText, file: Shipped.path(name)).scenario()
            == scenario)
      } catch let faults as ScenarioFaults {
        damaged += 1
        #expect(!faults.description.isEmpty)
      }
    }
    #expect(whole > 0 && damaged > whole)
  }

  @Test("no value of --set traps")
  func settings() throws {
    let paths = [
      "survey.slots", "survey.days", "survey.target", "telephone.lunch", "patients.patience", "practices.gps",
      "survey.days.to",
      "patients.fixed_calls", "telephone.staffing[0].answerers", "survey.slots.minutes", "telephone.closes",
      "seed", "name",
    ]
    for path in paths {
      for value in Self.nasty { _ = faults(in: smallScenario, setting: ["\(path)=\(value)"]) }
    }
    #expect(faults(in: smallScenario, setting: ["survey.slots.minutes=2880"]) == [])
  }

  @Test("twenty thousand unknown keys, or names, are read in time that grows as they do")
  func manyKeys() throws {
    let keys = (0..<20_000).map { "k\($0): 1" }.joined(separator: ",")
    let unknown = faults(in: smallScenario.replacingOccurrences(of: "name: \"small\"", with: keys))
    #expect(unknown.count == ScenarioFaults.limit)
    let towns = (0..<20_000).map { "t\($0): 1" }.joined(separator: ",")
    let found = faults(in: smallScenario.replacingOccurrences(of: "Aarhus: 6, Odder: 4", with: towns))
    #expect(found.map(\.message) == ["the counts add up to 10 practices; the municipalities have 20000"])
  }
}
