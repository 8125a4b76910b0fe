import Scenarios
import Studies
import Tables
import TelephoneAccess
import TestSupport
import Testing

@testable import Experiments

@Suite("Calibration")
struct CalibrationTests {
  /// Four hundred practices that never answer; a share of them ring out, the others name a substitute.
  static func study(ringsOut: Double) throws -> Study {
    var document = try ScenarioDocument(
      parsing: """
        {
          "name": "silent", "seed": 8,
          "practices": { "municipalities": { "A": 400 }, "gps": { "1": 400 } },
          "telephone": {
            "staffing": [{ "from": "08:00", "to": "09:00", "answered_by": "staff", "answerers": 1 }],
            "when_off": [{ "from": "00:00", "to": "24:00", "shares": { "referral-message": 1, "rings-out": 0 } }]
          },
          "survey": { "days": ["2015-04-14"], "slots": ["15:00-16:00"] }
        }
        """, file: "silent.json")
    try document.set("telephone.when_off[0].shares.rings-out=\(ringsOut)")
    try document.set("telephone.when_off[0].shares.referral-message=\(1 - ringsOut)")
    return try Study(try document.scenario())
  }

  static func target(_ value: Double) -> CalibrationTarget {
    CalibrationTarget(
      definition: "agreement", by: "slot", group: "15:00-16:00", statistic: .notReached, target: value,
      tolerance: 0.005, source: "")
  }

  static func rate(_ study: Study) async throws -> Double {
    var tally = try CalibrationTally(study, targets: [target(0)])
    try await study.run(0..<1, jobs: 1) { tally.add($0) }
    return try #require(tally.figures[0]).value
  }

  @Test("Finds the share that a population was drawn with, from what its survey shows")
  func recovers() async throws {
    let known = 0.3
    let shown = try await Self.rate(try Self.study(ringsOut: known))
    // 400 practices: four standard errors of the share that was drawn, √(0.3 · 0.7 ÷ 400) = 0.023.
    #expect(abs(shown - known) < 0.092)
    let search = CalibrationSearch(
      parameters: [.init(start: 0.1, bounds: 0...1, resolution: 0.001)], mostEvaluations: 60)
    let fit = try #require(
      await search.run { point in
        [(try await Self.rate(try Self.study(ringsOut: point[0])) - shown) / 0.005]
      })
    // The next practice's draw is 1/400 away on average; further than 0.02 with probability e⁻⁸.
    #expect(abs(fit.values[0] - known) < 0.02)
    #expect(fit.residuals.allSatisfy { abs($0) <= 0.2 })
    #expect(fit.evaluations <= 60)
  }

  @Test(
    "A column says whose calls a figure is of, in either language; a survey's figure is of whoever it rings as"
  )
  func callers() throws {
    func read(_ header: String, _ rows: String...) throws -> [CalibrationTarget] {
      var reader = CalibrationTargetReader()
      let text = ([header] + rows).joined(separator: "\n") + "\n"
      try CSVReader.read(Array(text.utf8), file: "t.csv", to: &reader)
      return reader.targets
    }
    let header = "definition,by,group,statistic,target,tolerance,source,caller"
    let english = try read(
      header, ",all,all,missed,0.1,0.01,x,professional", ",all,all,missed,0.1,0.01,x,patient",
      ",all,all,missed,0.1,0.01,x,")
    #expect(english.map(\.caller) == [.professional, .patient, .patient])
    let danish = try read(
      "regel;efter;gruppe;nøgletal;mål;afvigelse;kilde;hvem der ringer",
      ";alle;alle;ubesvaret;10 %;1 %;x;fagfolk")
    #expect(danish.map(\.caller) == [.professional])
    for (row, words) in [
      (",all,all,missed,0.1,0.01,x,nurse", "is no caller; allowed are patient, professional"),
      ("person,all,all,not-reached,0.1,0.01,x,professional", "survey.caller says whom it rings as"),
    ] {
      let fault = try #require(throws: (any Error).self) { _ = try read(header, row) }
      #expect("\(fault)".contains(words), "\(fault)")
    }
  }

  @Test("Figures of professionals' calls need professionals, and are not known by practice")
  func noProfessionals() throws {
    func faults(_ study: Study, _ by: String, _ group: String) -> [String] {
      do {
        _ = try CalibrationTally(
          study,
          targets: [
            CalibrationTarget(
              definition: "", by: by, group: group, statistic: .missed, caller: .professional, target: 0.1,
              tolerance: 0.01, source: "")
          ])
        return []
      } catch { return (error as? CalibrationFaults)?.messages ?? ["\(error)"] }
    }
    var document = try ScenarioDocument(parsing: SmallRegion.scenario, file: "small.json")
    let found = faults(try Study(try document.scenario()), "all", "all")
    #expect(found.count == 1 && found[0].hasPrefix("no professionals ring in the scenario"))
    try document.set("professionals.call_shares={'08:00-16:00': 1}")
    try document.set("professionals.calls_per_day_per_1000_listed=5")
    let study = try Study(try document.scenario())
    #expect(faults(study, "all", "all") == [] && faults(study, "slot", "08:00-09:00") == [])
    let byPractice = faults(study, "gps", "1")
    #expect(byPractice.count == 1 && byPractice[0].contains("not by practice"))
  }

  @Test("A linear problem is solved, by hand: x + y = 3, x − y = 1")
  func linear() async throws {
    let search = CalibrationSearch(
      parameters: [
        .init(start: 0, bounds: -10...10, resolution: 0.01),
        .init(start: 0, bounds: -10...10, resolution: 0.01),
      ], goodEnough: 0.001)
    let fit = try #require(await search.run { [$0[0] + $0[1] - 3, $0[0] - $0[1] - 1] })
    #expect(fit.values == [2, 1])
  }

  @Test("One undamped step, by hand: slopes 1 and 2, residuals 1 and 2; a parameter without effect stays")
  func step() throws {
    #expect(CalibrationSearch.step([[1, 0], [0, 2]], [1, 2], damping: 0) == [-1, -1])
    #expect(CalibrationSearch.step([[1, 0], [0, 0]], [1, 2], damping: 0) == [-1, 0])
  }

  @Test("A function of steps is followed to its jump")
  func steps() async throws {
    let search = CalibrationSearch(parameters: [.init(start: 0.05, bounds: 0...1, resolution: 0.001)])
    let fit = try #require(await search.run { [(($0[0] * 50).rounded(.down) / 50 - 0.62) / 0.005] })
    #expect((0.62..<0.64).contains(fit.values[0]))
  }

  @Test("Bounds hold, and a point where there is no scenario is passed by")
  func bounds() async throws {
    let search = CalibrationSearch(parameters: [.init(start: 0.5, bounds: 0...0.8, resolution: 0.01)])
    let fit = try #require(await search.run { $0[0] > 0.7 ? nil : [$0[0] - 5] })
    #expect(fit.values[0] <= 0.7)
    #expect(fit.values[0] > 0.65)
  }

  @Test("Values stay on their grid", arguments: [(0.07249, 0.072), (0.9999, 0.8), (-1, 0.0)])
  func grid(value: Double, expected: Double) {
    #expect(CalibrationParameter(start: 0, bounds: 0...0.8, resolution: 0.001).snapped(value) == expected)
  }

  @Test("A target that the scenario does not know is named")
  func unknown() throws {
    let study = try Self.study(ringsOut: 0.1)
    var wrong = Self.target(0.1)
    wrong.group = "03:00-04:00"
    #expect(throws: CalibrationFaults(messages: [#"the scenario has no group "03:00-04:00" by "slot""#])) {
      try CalibrationTally(study, targets: [wrong])
    }
  }

  @Test("A targets file is read, and every fault in it is named with its line")
  func reading() throws {
    let header = "definition,by,group,statistic,target,tolerance,source\n"
    var reader = CalibrationTargetReader()
    try CSVReader.read(
      Array((header + "agreement,slot,15:00-16:00,not-reached,0.10,0.005,a strategy\n").utf8), file: "t.csv",
      to: &reader)
    var expected = Self.target(0.1)
    expected.source = "a strategy"
    #expect(reader.targets == [expected])

    // The same as a Danish spreadsheet has it.
    var danish = CalibrationTargetReader()
    try CSVReader.read(
      Array(
        ("Regel;Opdelt efter;Gruppe;Nøgletal;Mål;Afvigelse;Kilde\n"
          + "Overenskomst;Tidsrum;kl. 15-16;Uden kontakt;10 %;0,5%;a strategy\n").utf8), file: "t.csv",
      to: &danish)
    #expect(danish.targets == [expected])
    var twofold = CalibrationTargetReader()
    #expect(throws: TableFaults.self) {
      try CSVReader.read(
        Array("Regel;Efter;Gruppe;Nøgletal;Mål;Målværdi;Tolerance;Kilde\n".utf8), file: "t.csv", to: &twofold)
    }

    var broken = CalibrationTargetReader()
    let text =
      header + "a,slot,x,lost,0.1,0.1,\na,slot,x,reached,ten,0.1,\na,slot,x,reached,0.1,0,\n"
      + "a,slot,x,reached,7,0.1,\na,slot,x,not-reached,-0.1,0.1,\n,all,all,mean-queue-wait-seconds,-1,1,\n"
    do {
      try CSVReader.read(Array(text.utf8), file: "t.csv", to: &broken)
      Issue.record("no fault was found")
    } catch let faults as TableFaults {
      #expect(faults.faults.map(\.line) == [2, 3, 4, 5, 6, 7])
    }
  }
}
