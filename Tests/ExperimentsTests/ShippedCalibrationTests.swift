import Foundation
import Scenarios
import Studies
import Tables
import Testing

@testable import Experiments

@Suite("The shipped scenarios reproduce what was published")
struct ShippedCalibrationTests {
  /// Few replications, since these tests run unoptimised: a figure may be off by its tolerance and four of its own standard errors.
  ///
  /// An exact fit fails with a probability of 6 in 100,000 for each of the seventeen figures. The seed is the scenario's, so that the
  /// outcome does not change from run to run.
  @Test(
    "Every figure of the targets file",
    arguments: [
      ("midtjylland-2015", 2, 6), ("hovedstaden-2017", 7, 6), ("psychiatrists-2023", 3, 40),
      ("hovedstaden-2012", 1, 2), ("norway-2017", 2, 2), ("secret-shopper", 2, 8),
    ])
  func targets(name: String, count: Int, replications: UInt64) async throws {
    let file = Self.folder.appendingPathComponent("\(name).targets.csv").path
    var reader = CalibrationTargetReader()
    try CSVReader.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))), file: file, to: &reader)
    #expect(reader.targets.count == count)

    let document = try ScenarioDocument(reading: Self.folder.appendingPathComponent("\(name).json").path)
    let study = try Study(try document.scenario())
    var tally = try CalibrationTally(study, targets: reader.targets)
    try await study.run(0..<replications, jobs: 2) { tally.add($0) }
    for (figure, target) in zip(tally.figures, reader.targets) {
      let figure = try #require(figure)
      let error = try #require(figure.standardError)
      #expect(error < target.tolerance)
      #expect(
        abs(figure.value - target.target) <= target.tolerance + 4 * error,
        "\(target.statistic.rawValue) \(target.group)")
    }
  }

  /// Errors of five replications are rough: the remedy is the one that leaves most practices as they are, and pairing halves its error.
  @Test("A remedy for the morning is known better in pairs than in independent runs")
  func remedy() async throws {
    let studies = try ["midtjylland-2015", "what-if-queue-system-everywhere"].map { name in
      try Study(
        try ScenarioDocument(reading: Self.folder.appendingPathComponent("\(name).json").path).scenario())
    }
    let result = try await Sweep(studies).run(0..<5, jobs: 2)
    let group = try #require(studies[0].groups.firstIndex { $0.label == "08:00-09:00" })
    let row = try #require(result.cells[1].row(definition: 0, group: group, baseline: result.cells[0]))
    let difference = try #require(row.difference)
    let error = try #require(difference.standardError)
    #expect(error < (try #require(row.unpairedError)))
    #expect(difference.value < -4 * error)
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("scenarios")
}
