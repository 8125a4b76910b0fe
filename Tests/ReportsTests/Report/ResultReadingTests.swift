import Drawing
import Files
import SurveyStatistics
import TestSupport
import Testing

@testable import Reports

@Suite("Result reading")
struct ResultReadingTests {
  private static let truth = "definition,by,group,rate,monte_carlo_se\nagreement,all,all,0.1,0.001\n"
  private static let estimates = """
    replication,definition,by,group,calls,unreached,rate,standard_error,lower,upper,interval,confidence
    0,agreement,slot,08:00-09:00,10,1,0.1,0.09,0.02,0.4,jeffreys,0.9
    0,agreement,all,all,10,1,0.1,0.09,0.02,0.4,jeffreys,0.9
    1,agreement,slot,08:00-09:00,10,2,0.2,0.12,0.06,0.51,jeffreys,0.9
    1,agreement,all,all,10,2,0.2,0.12,0.06,0.51,jeffreys,0.9

    """

  /// A folder with a table of truths and one of estimates.
  private func write(to path: String, truth: String = truth, isComplete: Bool = true) throws {
    var folder = try ResultFolder(replacing: path)
    try folder.write(Array(truth.utf8), to: "truth.csv")
    try folder.write(Array(Self.estimates.utf8), to: "estimates.csv")
    try folder.commit(
      Manifest(
        commandLine: ["telefontid", "simulate", "s.json"], replications: .init(first: 0, asked: 3, done: 2),
        isComplete: isComplete))
  }

  @Test("A whole folder is read: rows, and the rate of all calls in every replication")
  func whole() throws {
    let here = try TemporaryFolder()
    try write(to: here.path + "/r")
    let reading = ResultReading(folder: here.path + "/r")
    #expect(reading.faults == [])
    #expect(
      reading.truth == [.init(definition: "agreement", by: "all", group: "all", rate: 0.1, error: 0.001)])
    #expect(reading.rates == [0.1, 0.2])
    #expect(reading.estimates.map(\.group) == ["08:00-09:00", "all"])
    #expect(reading.intervalMethod == .jeffreys)
    #expect(reading.confidence == 0.9)
  }

  @Test("Professionals' calls are read beside the patients', and told in both languages")
  func professionals() throws {
    let here = try TemporaryFolder()
    var folder = try ResultFolder(replacing: here.path + "/r")
    let header =
      "slot,fresh_calls,redials,answered,abandoned,blocked,balked,off,displaced_to_out_of_hours,mean_wait_seconds,answered_within_target,answered_within_target_se,caller"
    let text = """
      \(header)
      all,90,10,60,5,15,1,9,0.3,50,0.7,,patient
      all,12.5,1.5,11,1,1,0,1,0,75,0.625,0.015,professional

      """
    try folder.write(Array(text.utf8), to: "traffic.csv")
    try folder.commit(
      Manifest(
        commandLine: ["telefontid", "simulate", "s.json"], replications: .init(first: 0, asked: 3, done: 3)))
    let reading = ResultReading(folder: here.path + "/r")
    #expect(reading.traffic.map(\.answered) == [60] && reading.professionalTraffic.map(\.answered) == [11])
    let row = try #require(reading.professionalTraffic.first)
    let english = ReportText(.english).professionalsIntroduction(row, surveys: "3 surveys")
    #expect(english.contains("12.5 first calls and 1.5 redials a day"), "\(english)")
    #expect(english.replacing("\u{a0}", with: " ").contains("62.5 % ± 1.5 are answered"), "\(english)")
    #expect(english.hasSuffix("was not worked out."), "\(english)")
    let danish = ReportText(.danish).professionalsIntroduction(row, surveys: "3 surveys")
    #expect(danish.contains("12,5 førstegangsopkald og 1,5 genopkald"), "\(danish)")
    #expect(danish.replacing("\u{a0}", with: " ").contains("besvares 62,5 % ± 1,5 inden"), "\(danish)")
  }

  @Test("A run that was stopped says so")
  func stopped() throws {
    let here = try TemporaryFolder()
    try write(to: here.path + "/r", isComplete: false)
    #expect(ResultReading(folder: here.path + "/r").faults == [.incompleteRun(done: 2, asked: 3)])
  }

  @Test("A file that has changed is not used, though it could be read")
  func changed() throws {
    let here = try TemporaryFolder()
    try write(to: here.path + "/r")
    try here.write(Self.truth.replacing("0.1,", with: "0.2,"), to: "r/truth.csv")
    let reading = ResultReading(folder: here.path + "/r")
    #expect(reading.faults == [.changedFile("truth.csv")])
    #expect(reading.truth.isEmpty)
    #expect(reading.estimates.count == 2)
  }

  @Test("A file that is as written but makes no sense is not used")
  func senseless() throws {
    let here = try TemporaryFolder()
    try write(
      to: here.path + "/r", truth: "definition,by,group,rate,monte_carlo_se\nagreement,all,all,much,0\n")
    let reading = ResultReading(folder: here.path + "/r")
    #expect(reading.truth.isEmpty)
    #expect(
      reading.faults == [.unreadableFile("truth.csv", reason: "a number is missing or is none")])
  }

  @Test("A folder without a manifest, and one with a damaged one")
  func manifests() throws {
    let here = try TemporaryFolder()
    try here.makeFolder("own")
    #expect(ResultReading(folder: here.path + "/own").faults == [])
    try write(to: here.path + "/r")
    try here.write("{", to: "r/manifest.json")
    #expect(ResultReading(folder: here.path + "/r").faults == [.damagedManifest(hasCalls: false)])
    try here.remove("r/manifest.json")
    try here.makeFolder("r/manifest.json")
    try here.write("practice,slot,disposition\n", to: "r/calls.csv")
    #expect(ResultReading(folder: here.path + "/r").faults == [.damagedManifest(hasCalls: true)])
    try here.write(Self.truth, to: "own/truth.csv")
    #expect(ResultReading(folder: here.path + "/own").faults == [.noManifest(hasCalls: false)])
  }

  @Test("A missing file, and nothing at all")
  func missing() throws {
    let here = try TemporaryFolder()
    try write(to: here.path + "/r")
    try here.remove("r/truth.csv")
    let reading = ResultReading(folder: here.path + "/r")
    #expect(reading.faults == [.missingFile("truth.csv")])
    #expect(!reading.isEmpty)
    #expect(ResultReading(folder: here.path + "/nowhere").isEmpty)
  }
}
