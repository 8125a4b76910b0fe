import Foundation
import Scenarios
import SurveyDesign
import SurveyStatistics
import TelephoneAccess
import Testing

@Suite("Scenario documents")
struct ScenarioDocumentTests {
  /// A folder of files for one test.
  struct Folder: ~Copyable {
    let path: String

    init(_ files: [String: String]) throws {
      path = NSTemporaryDirectory() + "telefontid-\(UUID().uuidString)"
      for (name, text) in files {
        let file = "\(path)/\(name)"
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(toFile: file, atomically: true, encoding: .utf8)
      }
    }

    func scenario(_ name: String, setting settings: [String] = []) throws -> Scenario {
      var document = try ScenarioDocument(reading: "\(path)/\(name)")
      for setting in settings { try document.set(setting) }
      return try document.scenario()
    }

    func faults(_ name: String) -> [ScenarioFault] {
      do {
        _ = try scenario(name)
        return []
      } catch let faults as ScenarioFaults {
        return faults.faults
      } catch {
        return [ScenarioFault(file: name, message: "another error: \(error)")]
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  // MARK: - Extending

  @Test("objects merge key by key, arrays and numbers are replaced")
  func merging() throws {
    let folder = try Folder([
      "base.json": smallScenario.replacingOccurrences(
        of: "name: \"small\",", with: "name: \"small\", title: \"A title\", description: \"What it is.\","),
      "child.json": """
      {
        extends: "base.json",
        telephone: { acute_line_share: 0.5, lunch: [] },
        survey: { attempts: 6, days: ["2015-04-08"] },
      }
      """,
    ])
    let (base, child) = (try folder.scenario("base.json"), try folder.scenario("child.json"))
    #expect(child.name == "child" && child.title == "child" && child.description == "")
    #expect(child.population.acuteLineShare == 0.5)
    #expect(child.population.lunches == [])
    #expect(child.population.staffing == base.population.staffing)
    #expect(child.survey.fieldwork.attempts == 6)
    #expect(child.survey.days.map(\.description) == ["2015-04-08"])
    #expect(child.survey.slots == base.survey.slots)
    #expect(child.patients == base.patients)
    #expect(base.name == "small" && base.title == "A title" && base.description == "What it is.")
  }

  @Test("objects whose keys are data are replaced whole")
  func replacing() throws {
    let folder = try Folder([
      "base.json": smallScenario,
      "child.json": """
      {
        extends: "base.json",
        practices: { municipalities: { Odder: 7 }, gps: { "2": 7 } },
        telephone: { last_answer: { "14:00": 1 } },
      }
      """,
    ])
    let child = try folder.scenario("child.json")
    #expect(child.population.municipalities == [MunicipalityCount(name: "Odder", practices: 7)])
    #expect(child.population.practiceSizes == [SizeCount(gps: 2, practices: 7)])
    #expect(child.population.lastAnswers.map(\.share) == [1])
    #expect(child.population.listSize.mean == 1500)
  }

  @Test("a duration that names its distribution replaces; one that does not changes parameters")
  func durations() throws {
    let folder = try Folder([
      "base.json": smallScenario,
      "mean.json": "{ extends: \"base.json\", patients: { patience: { mean_seconds: 600 } } }",
      "never.json": "{ extends: \"mean.json\", patients: { patience: { distribution: \"never\" } } }",
    ])
    #expect(try folder.scenario("mean.json").patients.patience == .exponential(mean: 600))
    #expect(try folder.scenario("never.json").patients.patience == .never)
  }

  @Test("a chain goes through folders, and a frame is found from where it was named")
  func chain() throws {
    let frame =
      "practice,municipality,gps,listed_patients,stratum,weight\n1,Odder,1,1500,,1\n2,Odder,2,3000,,1\n"
    let folder = try Folder([
      "base/base.json": smallScenario.replacingOccurrences(
        of: "practices: {", with: "practices: { frame: \"f.csv\","),
      "base/f.csv": frame,
      "mid/mid.json": "{ extends: \"../base/base.json\", survey: { attempts: 2 } }",
      "top.json": "{ extends: \"mid/mid.json\", survey: { interviewers: 9 } }",
    ])
    let top = try folder.scenario("top.json")
    #expect(top.frame?.count == 2)
    #expect(top.survey.fieldwork.attempts == 2 && top.survey.interviewers == 9)
    #expect(top.frameFile == "\(folder.path)/mid/../base/f.csv")
    let again = try ScenarioDocument(parsing: top.canonicalText, file: "\(folder.path)/again.json").scenario()
    #expect(again == top)
  }

  @Test("faults of a frame come with its file and line, beside those of the scenario")
  func frameFaults() throws {
    let text = smallScenario.replacingOccurrences(of: "practices: {", with: "practices: { frame: \"f.csv\",")
      .replacingOccurrences(of: "attempts: 1", with: "attempts: 0")
    let folder = try Folder([
      "a.json": text, "f.csv": "practice,municipality,gps\n1,Odder,1\n1,Odder,x\n",
    ])
    let found = folder.faults("a.json")
    #expect(found.map { URL(fileURLWithPath: $0.file).lastPathComponent } == ["a.json", "f.csv", "f.csv"])
    #expect(found.map(\.path).first == "survey.attempts")
    #expect(found.dropFirst().map(\.line) == [3, 3])
    #expect(found.map(\.kind) == [.data, .data, .data])
  }

  @Test("a circle, a missing file and a folder are faults at the key")
  func brokenLinks() throws {
    let folder = try Folder([
      "a.json": "{\n  extends: \"b.json\" }", "b.json": "{ extends: \"./sub/../a.json\" }",
      "sub/x.json": "{}",
      "self.json": "{ extends: \"self.json\" }", "gone.json": "{ extends: \"nothing.json\" }",
      "folder.json": "{ extends: \"sub\" }", "wrong.json": "{ extends: 7, name: 8 }",
      "empty.json": "{ extends: \"\" }", "cut.json": "{ extends: \"sub/x.json\\u0000y\" }",
    ])
    let circle = folder.faults("a.json")
    #expect(circle.map(\.path) == ["extends"])
    #expect(circle[0].message.contains("a circle"))
    #expect(folder.faults("self.json").map(\.kind) == [.data])
    let gone = folder.faults("gone.json")
    #expect(gone.map(\.kind) == [.unreadable])
    #expect(gone[0].message == "\(folder.path)/nothing.json does not exist")
    #expect(gone[0].line == 1 && gone[0].column == 12)
    #expect(folder.faults("folder.json")[0].message.hasSuffix("sub is a folder; expected a file"))
    #expect(
      folder.faults("wrong.json").map(\.description).contains {
        $0.hasSuffix("wrong.json:1:12: extends: 7 is not the path of a file, or null")
      })
    for name in ["empty.json", "cut.json"] {
      #expect(
        folder.faults(name).map(\.message) == ["a file's name is not empty, and has no character NUL in it"])
    }
    #expect(folder.faults("none.json").map(\.kind) == [.unreadable])
  }

  @Test("faults name the file in which they stand")
  func filesOfFaults() throws {
    let folder = try Folder([
      "base.json": smallScenario.replacingOccurrences(of: "attempts: 1", with: "attempts: 0"),
      "child.json": "{ extends: \"base.json\",\n  survey: { interviewers: 0 } }",
    ])
    let found = folder.faults("child.json")
    #expect(
      found.map { URL(fileURLWithPath: $0.file).lastPathComponent }.sorted() == ["base.json", "child.json"])
  }

  @Test("text that is not UTF-8 is a fault with its line")
  func notUTF8() throws {
    let folder = try Folder(["a.json": ""])
    try Data(Array("{\n  name: \"".utf8) + [0xE6, 0xF8]).write(
      to: URL(fileURLWithPath: "\(folder.path)/a.json"))
    #expect(folder.faults("a.json").map(\.line) == [2])
    #expect(folder.faults("a.json")[0].message == "not UTF-8 text")
  }

  // MARK: - Setting

  @Test(
    "sets numbers, words, elements, keys of maps and whole objects",
    arguments: [
      ("survey.attempts=6", "\"attempts\": 6,"),
      ("survey.late_calls=move-to-next-day", "\"late_calls\": \"move-to-next-day\""),
      ("survey.days.from=2015-04-09", "\"from\": \"2015-04-09\""),
      ("survey.definition=person-within=120", "\"definition\": \"person-within=120\""),
      ("telephone.lunch[0].share=0.3", "\"share\": 0.3"),
      ("telephone.queue_share.2=0.25", "\"2\": 0.25"),
      ("survey.target.08:00-09:00=0.05", "\"08:00-09:00\": 0.05"),
      ("patients.patience.mean_seconds=77", "\"mean_seconds\": 77"),
      ("patients.talk_with_doctor.mean_seconds=33", "\"mean_seconds\": 33"),
      ("patients.patience={distribution: 'constant', seconds: 12.5}", "\"seconds\": 12.5"),
      ("patients.redial_after_busy.share=0.01", "\"share\": 0.01"),
      ("telephone.queue_lines.beyond_answerers=null", "\"beyond_answerers\": null"),
      ("survey.pooled_slots=[\"13-15\"]", "\"13:00-15:00\""),
      ("name=other", "\"name\": \"other\""),
      ("title=42", "\"title\": \"42\""),
      ("seed=18446744073709551615", "\"seed\": 18446744073709551615"),
      ("telephone.staffing[1].answerers.5=3", "\"5\": 3"),
    ])
  func setting(_ assignment: String, printed: String) throws {
    var document = try ScenarioDocument(parsing: smallScenario, file: "test.json")
    let before = try document.scenario().canonicalText
    try document.set(assignment)
    let after = try document.scenario().canonicalText
    #expect(!before.contains(printed))
    #expect(after.contains(printed))
  }

  @Test(
    "a parameter that is not there is a fault with a suggestion",
    arguments: [
      ("survey.atempts=6", "there is no parameter survey.atempts; did you mean \"survey.attempts\"?"),
      ("attempts=6", "there is no parameter attempts; did you mean \"survey.attempts\"?"),
      ("patients.patience.mean=6", "there is no parameter patients.patience.mean"),
      ("telephone.lunch[3].share=6", "telephone.lunch has elements 0 to 0"),
      ("telephone.lunch.share=6", "telephone.lunch is an array; name an element as telephone.lunch[0]"),
      ("survey.attempts.x=6", "survey.attempts has no parts"),
      ("survey[0]=6", "survey is no array"),
      ("practices.gps.none=6", "the keys here are numbers of GPs from 1 to 1000"),
      ("extends=other.json", "there is no parameter extends"),
      ("survey.attempts", "write it as path=value"),
      ("=6", "write it as path=value"),
      ("survey.days=[2015", "expected ',' or ']'"),
    ])
  func wrongSetting(_ assignment: String, message: String) {
    let found = faults(in: smallScenario, setting: [assignment])
    #expect(found.count == 1)
    #expect(found.first?.kind == .usage)
    #expect(found.first?.file == "--set \(assignment)")
    #expect(found.first?.message.contains(message) ?? false, "\(found)")
  }

  @Test("a value that is not allowed is a fault of the command line, found with all others")
  func settingOutOfRange() {
    let found = faults(in: smallScenario, setting: ["survey.attempts=0", "survey.interviewers=many"])
    #expect(found.map(\.path) == ["survey.interviewers", "survey.attempts"])
    #expect(found.map(\.kind) == [.usage, .usage])
    #expect(found.map(\.file) == ["--set survey.interviewers=many", "--set survey.attempts=0"])
  }

  @Test("numbers can be read by their path, standard ones too")
  func numbers() throws {
    let document = try ScenarioDocument(parsing: smallScenario, file: "test.json")
    func number(_ path: String) throws -> Double { try document.number(at: #require(DocumentPath(path))) }
    #expect(try number("telephone.lunch[0].share") == 0.6)
    #expect(try number("survey.hold_limit_seconds") == 900)
    #expect(try number("practices.gps.3") == 3)
    #expect(throws: ScenarioFaults.self) { try number("telephone.lunch[1].share") }
    #expect(throws: ScenarioFaults.self) { try number("survey.definition") }
    let faults = try #require(throws: ScenarioFaults.self) { try number("survey.atempts") }
    #expect(faults.faults[0].message.hasSuffix("did you mean \"survey.attempts\"?"))
  }

  // MARK: - Provenance

  @Test("the longest beginning of a path wins, and what is changed loses its source")
  func provenance() throws {
    let folder = try Folder([
      "base.json": smallScenario.replacingOccurrences(
        of: "name: \"small\",",
        with: """
          name: "small", provenance: {
            survey: { basis: "observed", source: "report" },
            "survey.attempts": { basis: "derived", source: "page 3" },
            "survey.days.from": { basis: "derived", source: "page 4" },
          },
          """),
      "child.json": """
      {
        extends: "base.json", survey: { attempts: 6, interviewers: 2, days: ["2015-04-08"], slots: ["08-09"] },
        provenance: { "survey.attempts": { basis: "observed", source: "new report" } },
      }
      """,
    ])
    let base = try folder.scenario("base.json")
    let child = try folder.scenario("child.json", setting: ["survey.interviewers=3"])
    func source(_ scenario: Scenario, _ path: String) throws -> String? {
      scenario.provenance.entry(for: try #require(DocumentPath(path))).map { "\($0.basis) \($0.source)" }
    }
    #expect(try source(base, "survey.interviewers") == "observed report")
    #expect(try source(base, "survey.attempts") == "derived page 3")
    #expect(try source(base, "telephone.opens") == nil)
    #expect(try source(base, "survey.ring_limit_seconds") == "assumed standard value of telefontid")
    #expect(try source(child, "survey.attempts") == "observed new report")
    #expect(try source(child, "survey.interviewers") == "assumed set on the command line")
    #expect(try source(child, "survey.days.from") == "assumed set in child.json")
    #expect(try source(child, "survey.slots") == "assumed set in child.json")
    #expect(try source(child, "survey.definition") == "observed report")
    #expect(base.parametersWithoutProvenance.contains { $0.description == "telephone.opens" })
  }

  @Test("A child that sets parts of an object may say what else the whole could be")
  func alternativesOfTheWhole() throws {
    let folder = try Folder([
      "base.json": smallScenario,
      "child.json": """
      {
        extends: "base.json", survey: { days: { from: "2015-04-08", to: "2015-04-10" } },
        provenance: {
          "survey.days": {
            basis: "assumed", source: "not published",
            values: [{ from: "2015-04-08", to: "2015-04-10" }, { from: "2015-04-13", to: "2015-04-15" }],
          },
        },
      }
      """,
    ])
    let path = try #require(DocumentPath("survey.days"))
    let provenance = try folder.scenario("child.json").provenance
    #expect(provenance.entry(for: path)?.values?.count == 2)
    #expect(provenance.entry(for: path.key("from"))?.source == "not published")
    #expect(provenance.entry(for: path.key("from"))?.values == nil)
  }
}
