import Scenarios
import SurveyDesign
import Tables
import TelephoneAccess
import TestSupport
import Testing

@testable import Studies

@Suite("Sweeps under common random numbers")
struct SweepTests {
  static func study(_ settings: String...) throws -> Study {
    var document = try ScenarioDocument(parsing: SmallRegion.scenario, file: "small.json")
    for setting in settings { try document.set(setting) }
    return try Study(try document.scenario())
  }

  @Test("A sweep of one cell is the simulation: the same truth to the last bit, and no difference")
  func oneCell() async throws {
    let study = try Self.study()
    var simulated = StudyResult(study)
    try await study.run(0..<9, jobs: 2) { simulated.add($0) }
    let swept = try await Sweep([study]).run(0..<9, jobs: 1)
    #expect(swept.replications == 9)
    for definition in study.scenario.survey.definitions.indices {
      for group in study.groups.indices {
        let row = try #require(
          swept.cells[0].row(definition: definition, group: group, baseline: swept.cells[0]))
        #expect(row.rate == simulated.truth.truth(definition, group))
        #expect(
          row.meanEstimate?.value == simulated.summary(definition: definition, group: group)?.meanEstimate)
        #expect(row.difference == nil)
      }
    }
    #expect(swept.cells[0].traffic == simulated.traffic)
  }

  @Test("A remedy that reaches a few practices is known better in pairs than in independent runs")
  func pairedError() async throws {
    let cells = [try Self.study(), try Self.study("telephone.queue_share=0.8")]
    let result = try await Sweep(cells).run(0..<24, jobs: 2)
    let row = try #require(result.cells[1].row(definition: 0, group: 0, baseline: result.cells[0]))
    let difference = try #require(row.difference)
    let unpaired = try #require(row.unpairedError)
    let error = try #require(difference.standardError)
    #expect(error > 0)
    #expect(error < unpaired)
    // More queues instead of busy tones: fewer calls in vain at opening, by far more than chance.
    #expect(difference.value < -3 * error)
  }

  @Test(
    "A cell that changes nothing differs by nothing, and the difference of rates is the rate of differences")
  func sameCell() async throws {
    let cells = [
      try Self.study(), try Self.study("survey.target=0.2"), try Self.study("telephone.last_answer={}"),
    ]
    let result = try await Sweep(cells).run(0..<10, jobs: 2)
    for group in cells[0].groups.indices {
      let rows = try result.cells.map {
        try #require($0.row(definition: 0, group: group, baseline: result.cells[0]))
      }
      #expect(rows[1].difference == MonteCarloMean(value: 0, standardError: 0))
      #expect(rows[1].displacedDifference == MonteCarloMean(value: 0, standardError: 0))
      let difference = try #require(rows[2].difference)
      // Rates are summed in whole units of less than a billionth, so that shards add up alike in any order.
      #expect(abs(difference.value - (rows[2].rate.value - rows[0].rate.value)) < 1e-9)
    }
  }

  @Test("A single replication tells no error, of what was displaced neither")
  func oneReplication() async throws {
    let cells = [try Self.study(), try Self.study("telephone.queue_share=0.8")]
    let result = try await Sweep(cells).run(0..<1, jobs: 1)
    let row = try #require(result.cells[1].row(definition: 0, group: 0, baseline: result.cells[0]))
    let means = [
      row.meanEstimate, row.displaced, row.difference, row.displacedDifference, row.interviewerHours,
    ]
    #expect(means.allSatisfy { $0 != nil && $0?.standardError == nil })
    #expect(row.displacedUnpairedError == nil)
    // The rate's is that of so many probes.
    #expect(row.rate.standardError != nil && row.unpairedError != nil)
  }

  @Test("A group that the first cell does not have has no difference")
  func otherSlots() async throws {
    let cells = [try Self.study(), try Self.study(#"survey.slots=["08:00-09:00", "14:00-16:00"]"#)]
    let result = try await Sweep(cells).run(0..<2, jobs: 1)
    let rows = (0..<3).map { result.cells[1].row(definition: 0, group: $0, baseline: result.cells[0]) }
    #expect(rows.map { $0?.difference != nil } == [true, false, true])
  }

  @Test("Where professionals call in some cell, its calls are those of the simulation, and sums hold them")
  func professionals() async throws {
    let other = try Self.study(
      "professionals.call_shares={'08:00-16:00': 1}", "professionals.calls_per_day_per_1000_listed=5")
    let sweep = Sweep([try Self.study(), other])
    let result = try await sweep.run(0..<6, jobs: 2)
    #expect(result.hasProfessionals && result.cells[0].professionals == nil)
    var simulated = StudyResult(other)
    try await other.run(0..<6, jobs: 1) { simulated.add($0) }
    let calls = try #require(simulated.professionals)
    #expect(try #require(result.cells[1].professionals?.counts) == calls.counts)
    for (place, group) in other.groups.enumerated() {
      let row = try #require(result.cells[1].row(definition: 0, group: place, baseline: result.cells[0]))
      let counts = calls.counts(of: group)
      #expect(counts.freshCalls > 50)
      #expect(row.professionalsMeanWaitSeconds == Double(counts.wait) / 1000 / Double(counts.answered))
      let met = counts.answered + counts.abandoned + counts.blocked + counts.balked
      #expect(row.professionalsAnsweredWithinTarget == Double(counts.answeredWithinTarget) / Double(met))
      let without = try #require(result.cells[0].row(definition: 0, group: place, baseline: result.cells[0]))
      #expect(without.professionalsMeanWaitSeconds == nil)
    }
    var parts = sweep.nothing
    for numbers in [0..<2, 2..<6] as [Range<UInt64>] {
      let part = try await sweep.run(numbers, jobs: 1)
      try parts.add(Table(part.sums, file: "sums.csv"))
    }
    func table(_ result: SweepResult) -> [UInt8] {
      SweepTables.sweep(varying: [], regions: 1, professionals: true).bytes(
        of: SweepTables.rows(of: result, values: [[], []]))
    }
    #expect(table(parts) == table(result))
  }

  @Test("Any number of jobs gives the same table")
  func jobs() async throws {
    var tables: [[UInt8]] = []
    for jobs in [1, 3] {
      let cells = [try Self.study(), try Self.study("survey.attempts=3")]
      let result = try await Sweep(cells).run(0..<11, jobs: jobs)
      tables.append(
        SweepTables.sweep(varying: ["survey.attempts"], regions: 1).bytes(
          of: SweepTables.rows(of: result, values: [["1"], ["3"]])))
    }
    #expect(tables[0] == tables[1])
    let rows = String(decoding: tables[0], as: UTF8.self).split(separator: "\n")
    // A header; two cells, two definitions, two slots and all together.
    #expect(rows.count == 1 + 12)
  }

  @Test("A sweep that is stopped keeps the same replications of every cell: none of the block it was in")
  func stopped() async throws {
    let result = try await Sweep([try Self.study(), try Self.study()]).run(0..<50, jobs: 1, until: { true })
    #expect(result.replications == 0)
    #expect(result.cells[0].row(definition: 0, group: 0, baseline: result.cells[0]) == nil)
  }
}
