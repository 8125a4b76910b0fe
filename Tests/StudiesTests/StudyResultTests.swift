import Scenarios
import SurveyDesign
import SurveyStatistics
import Tables
import TelephoneAccess
import TestSupport
import Testing

@testable import Studies

@Suite("The result of a study")
struct StudyResultTests {
  static func study(_ settings: String...) throws -> Study { try study(settings) }

  static func study(_ settings: [String]) throws -> Study {
    var document = try ScenarioDocument(
      parsing: EightPractices.scenario, file: "eight.json")
    for setting in settings { try document.set(setting) }
    return try Study(try document.scenario())
  }

  @Test("a frame without clusters has no group without a name")
  func groupsHaveNames() throws {
    let groups = try Self.study().truthGroups
    #expect(groups.allSatisfy { !$0.label.isEmpty })
    #expect(!groups.contains { $0.by == "cluster" })
    #expect(groups.contains { $0.by == "municipality" && $0.label == "B" })
  }

  static func result(_ study: Study, _ numbers: Range<UInt64>, jobs: Int = 1) async throws -> StudyResult {
    var result = StudyResult(study)
    try await study.run(numbers, jobs: jobs) { result.add($0) }
    return result
  }

  static func tallies(_ result: StudyResult, _ format: TableFormat = .standard) -> [UInt8] {
    StudyTallies.bytes(of: RegionalResult([result]), format: format)
  }

  private static func summary(_ result: StudyResult) -> [UInt8] {
    StudyTables.truth(regions: 1).bytes(of: StudyTables.truthRows(of: RegionalResult([result])))
      + StudyTables.summary.bytes(of: StudyTables.summaryRows(of: RegionalResult([result])))
      + StudyTables.traffic(professionals: result.outline.hasProfessionals)
      .bytes(of: StudyTables.trafficRows(of: RegionalResult([result])))
  }

  @Test("Parts put together are the whole, in any order and with any number of jobs")
  func parts() async throws {
    let study = try Self.study()
    let whole = try await Self.result(study, 0..<40, jobs: 3)
    var parts = try await Self.result(study, 25..<40)
    parts.add(try await Self.result(study, 0..<9))
    parts.add(try await Self.result(study, 9..<25))
    #expect(parts.replications == 40)
    #expect(Self.tallies(parts) == Self.tallies(whole))
    #expect(Self.summary(parts) == Self.summary(whole))
  }

  @Test("A result comes back from its file as it was", arguments: [TableFormat.standard, .excelDanish])
  func roundTrip(format: TableFormat) async throws {
    let study = try Self.study("survey.slots_per_practice=all")
    let result = try await Self.result(study, 0..<12)
    let bytes = Self.tallies(result, format)
    let read = try RegionalResult(tallies: Table(bytes, file: "tallies.csv")).regions[0]
    #expect(read.outline == study.outline)
    #expect(Self.tallies(read, format) == bytes)
    #expect(Self.summary(read) == Self.summary(result))
  }

  @Test("A file with any row left out, or any number spoilt, is refused or read as another")
  func spoilt() async throws {
    let bytes = Self.tallies(try await Self.result(try Self.study(), 0..<3))
    let table = try Table(bytes, file: "tallies.csv")
    for row in table.rows.indices {
      // Of waits and spreads there are hundreds of rows alike.
      let isOfMany = ["wait-", "spread-", "probe-"].contains { table.rows[row][0].hasPrefix($0) }
      if isOfMany, row % 19 > 0 { continue }
      var cut = table
      cut.rows.remove(at: row)
      let rest = try? RegionalResult(tallies: cut).regions[0]
      if let rest { #expect(Self.tallies(rest) != bytes, "without row \(row)") }
      for column in 6..<9 where !table.rows[row][column].isEmpty {
        for text in ["", "-1", "x", "99999999999999999999999999999999999999"] {
          var spoilt = table
          spoilt.rows[row][column] = text
          let rest = try? RegionalResult(tallies: spoilt).regions[0]
          if let rest { #expect(Self.tallies(rest) != bytes, "row \(row), column \(column): '\(text)'") }
        }
      }
    }
    #expect(throws: SumsFault.self) {
      try RegionalResult(tallies: Table(header: ["quantity"], rows: []))
    }
  }

  @Test("Probing changes no byte of calls.csv")
  func probing() throws {
    let study = try Self.study("survey.attempts=3")
    let survey = study.scenario.survey
    var simulation = Simulation(
      region: study.population.region, slots: survey.slots.slots, fieldwork: survey.fieldwork)
    for number in 0..<20 as Range<UInt64> {
      let calls = study.plan(replication: number).calls
      let days = study.probedDays(calls: calls, replication: number)
      let plans = [
        ReplicationInput(calls: calls, days: survey.days),
        ReplicationInput(calls: calls, days: survey.days, practiceDays: days, sendsProbes: true),
      ]
      let written = plans.map { plan in
        let fieldwork = simulation.conduct(plan, seed: study.scenario.seed, replication: number)
        #expect(fieldwork.probes.isEmpty != plan.sendsProbes)
        return Self.calls(fieldwork, number, study)
      }
      #expect(written[0].count > 400)
      #expect(written[0] == written[1])
    }
  }

  private static func calls(_ fieldwork: Fieldwork, _ number: UInt64, _ study: Study) -> [UInt8] {
    var worker = Worker(study)
    var replicate = worker.replicate(number)
    replicate.fieldwork = fieldwork
    var writer = CallRecordWriter()
    var bytes: [UInt8] = []
    StudyTables.append(replicate, of: study, using: &writer, to: &bytes)
    return bytes
  }

  @Test("The truth's Monte Carlo standard error is that of as many tosses of a coin")
  func truthError() async throws {
    // One practice, probed once per slot and replication, so a replication's rate is 0 or 1; the standard error of the
    // mean of n such numbers is √(p(1 − p) / (n − 1)), by the definition of the standard deviation with n − 1.
    let study = try Self.study(
      "practices.municipalities={\"A\": 1}", "practices.gps={\"1\": 1}", "telephone.queue_share=0")
    let result = try await Self.result(study, 0..<150)
    let truth = try #require(result.truth.truth(0, 0))
    #expect(truth.value > 0.05 && truth.value < 0.95)
    let expected = (truth.value * (1 - truth.value) / 149).squareRoot()
    #expect(abs(try #require(truth.standardError) / expected - 1) < 1e-6)
  }

  @Test("The run ends at a look, and the looks stand at fixed numbers")
  func looks() async throws {
    #expect(
      [-1, 0, 99, 100, 199, 200, 801].map(PrecisionRule.nextLook) == [100, 100, 100, 200, 200, 400, 1600])
    let study = try Self.study()
    var result = RegionalResult(RegionalStudy(study))
    #expect(result.largestMonteCarloError == nil)
    try await study.run(0..<100, jobs: 2) { replicate in
      #expect(!PrecisionRule(precision: 1).isSatisfied(by: result), "after \(result.replications)")
      result.add(replicate.facts, region: 0)
    }
    let error = try #require(result.largestMonteCarloError)
    #expect(PrecisionRule(precision: error).isSatisfied(by: result))
    #expect(!PrecisionRule(precision: error.nextDown).isSatisfied(by: result))
  }

  @Test("A run that is told to stop before it begins hands nothing over")
  func stopped() async throws {
    var count = 0
    try await Self.study().run(0..<100, jobs: 2, until: { true }) { _ in count += 1 }
    #expect(count == 0)
  }
}
