import Foundation
import TestSupport
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("Every command speaks both languages", .serialized)
struct LanguageTests {
  /// Command lines that between them use every option of every command, and some that show what those do not.
  private static let lines =
    OptionUseTests.lines.map { $0.replacing(" --language da", with: "") } + [
      "simulate @/eight.json --replications 3 --regions 2 --set survey.target=0.2 -o @/worth",
      "estimate @/f/calls.csv --by slot --differences --waits --frame @/f/practices.csv",
      "estimate @/f/calls.csv --by municipality --frame @/f/practices.csv --differences --partial-pooling --bounds",
      "estimate @/f/calls.csv --total hours", "estimate @/f/calls.csv --interval wald --estimand service",
      "estimate @/f/calls.csv --total patients --frame @/f/practices.csv --by gps --differences",
      "evaluate @/f/calls.csv --target 0.1 --by gps --frame @/f/practices.csv",
      "evaluate @/f/calls.csv --target 0.9",
      "evaluate @/f/calls.csv --target 0.001", "compare @/one.csv @/two.csv",
      "compare @/f/calls.csv @/one.csv",
      "compare @/one.csv @/other.csv --change worse", "join @/one.csv @/two.csv",
      "progress @/one.csv --plan @/f/calls.csv",
      "draw --frame @/f/practices.csv --first-date 2026-09-01 --stratify gps --sample 40",
      "draw @/eight.json", "check @/eight.json @/f/calls.csv @/f/practices.csv @/f/opkald-excel.csv",
      "plan margin --rate 0.1 --margin 0.05 --estimand snapshot --practices 420 --slots 8",
      "plan margin --rate 0.1 --margin 0.05 --interval logit --lost 0.1 --design-effect 2",
      "plan verdict --target 0.1 --calls 20,52 --hours 8", "plan verdict --target 0.1 --rate 0.3 --hours 1",
      "plan power --rate 0.1 --alternative 0.3 --per-practice 2 --between-practices 0.1",
      "plan acceptance --good 0.05 --bad 0.2 --accept 3", "plan sequential --good 0.05 --bad 0.2",
      "plan allocation --calls 90 --rates 0.1,0.2 --sizes 60,70 --costs 1,2 --target 0.1",
    ]

  /// What a text for people is made of: words, without what can be typed (options, keys, names of files and methods) or is a sign.
  private static func words(_ line: String) -> [String] {
    let quoted = line.replacing(#/'[^']*'/#, with: " ").replacing(#/--[a-z-]+ [a-z]+/#, with: " ")
    return quoted.split { " ,;:()\"»«".contains($0) }.map(String.init)
      .filter { word in !word.contains { "-/._=–@".contains($0) } && word.contains(where: \.isLetter) }
      .map { $0.lowercased() }
  }

  /// Words that no Danish sentence has.
  private static let english: Set = [
    "the", "of", "and", "not", "with", "calls", "are", "by", "which", "share", "rate", "reached", "chance",
    "slot",
    "slots", "day", "days", "from", "each", "this", "that", "than", "practices", "call", "is", "in", "or",
    "no", "none",
    "together", "every", "written", "without", "within", "truth", "meets", "fails", "undecided", "before",
    "after", "first",
    "other", "how", "what", "if", "when", "where", "never", "yes", "lowest", "highest", "change", "mean",
    "wait",
    "interviewers", "attempts", "replications", "risk", "assumed", "accept", "refuse", "late", "hours",
    "rows", "group",
    "groups", "target", "points", "surveys", "survey", "number", "numbers", "width", "standard", "error",
    "cost",
  ]

  /// What stands in both languages: names of methods and tests, signs and words that Danish shares.
  private static let shared: Set = [
    "±", "mc", "p", "s", "ρ", "interval", "model", "median", "test", "plan", "minimax", "neyman",
    "proportional",
    "stratum", "interviewer", "wilson", "design", "all", "no", "queue", "busy", "tone", "unlimited", "region",
    "none", "gps",
    "t", "linearised", "compare", "two", "waves", "i", "patient",
  ]

  @Test("What is printed in Danish has no English line and no English word; files are the same bytes in both")
  func everyCommand() async throws {
    let place = try CommandSandbox()
    try OptionUseTests.makeInputs(in: place)
    var spoken: Set<String> = []
    var english: [String] = []
    for line in Self.lines {
      let ending = await telefontid(
        line.replacing("@", with: place.folder.path), environment: ["LANG": "C.UTF-8"])
      #expect(ending.status == .done, "\(line): \(ending.error)")
      english.append(ending.output + ending.error)
    }
    let files = try Self.files(in: place.folder)
    for (line, plain) in zip(Self.lines, english) {
      let ending = await telefontid(
        line.replacing("@", with: place.folder.path), environment: ["LANG": "da_DK.UTF-8"])
      #expect(ending.status == .done, "\(line): \(ending.error)")
      let danish = ending.output + ending.error
      let name = try OptionUseTests.command(line.split(separator: " ").map(String.init)).name
      if danish != plain { spoken.insert(name) }
      guard danish != plain else { continue }
      let plainLines = Set(plain.split(separator: "\n").map(String.init))
      for sentence in danish.split(separator: "\n").map(String.init) {
        let words = Self.words(sentence.replacing(place.folder.path, with: "@"))
        let foreign = words.filter(Self.english.contains)
        #expect(foreign.isEmpty, "\(line)\n\(sentence)")
        if plainLines.contains(sentence), !words.allSatisfy(Self.shared.contains) {
          Issue.record("\(line)\n\(sentence)")
        }
      }
    }
    #expect(try Self.files(in: place.folder) == files)
    // What prints for programs alone has one language: completion, manual, schema.
    let silent = OptionUseTests.commands(in: .telefontid).filter { !$0.value.speaks }.keys.sorted()
    #expect(silent == ["completion", "manual", "schema"])
    for name in OptionUseTests.commands(in: .telefontid).keys
    where !silent.contains(name) && name != "scenarios" {
      #expect(spoken.contains(name), "\(name)")
    }
  }

  /// Every file in a folder with its bytes.
  private static func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let paths = FileManager.default.enumerator(atPath: folder.path)
    while let path = paths?.nextObject() as? String {
      var isFolder: ObjCBool = false
      let url = folder.appendingPathComponent(path)
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = try Data(contentsOf: url)
      }
    }
    return files
  }

  private static let line = "plan sequential --good 0.05 --bad 0.2"

  @Test(
    "--language goes before TELEFONTID_LANGUAGE, that before the locale's messages; anything else is English",
    arguments: [
      ([:], "", false), (["LANG": "da_DK.UTF-8"], "", true), (["LANG": "da"], "", true),
      (["LANG": "de_DE.UTF-8"], "", false), (["LANG": "dan_XX"], "", false),
      (["LANG": "da_DK.UTF-8", "LC_ALL": "C"], "", false),
      (["LC_MESSAGES": "da_DK", "LANG": "en_GB"], "", true),
      (["LC_ALL": "", "LANG": "da_DK"], "", true),
      (["LANG": "da_DK", "TELEFONTID_LANGUAGE": "en"], "", false),
      (["TELEFONTID_LANGUAGE": "da", "LC_ALL": "en_GB.UTF-8"], "", true),
      (["TELEFONTID_LANGUAGE": "da"], " --language en", false), ([:], " --language da", true),
    ])
  func choice(environment: [String: String], option: String, isDanish: Bool) async {
    let ending = await telefontid(Self.line + option, environment: environment)
    #expect(ending.status == .done)
    #expect(ending.output.contains(isDanish ? "Godkend ved" : "Accept at"))
  }

  @Test("A Danish title says by which rule, whatever the rule's name is")
  func rules() async throws {
    let place = try CommandSandbox()
    try place.write("practice,slot,disposition\n1,8-9,busy\n2,8-9,answered-by-staff\n", to: "c.csv")
    let ending = await telefontid(
      "estimate \(place.folder.path)/c.csv --language da --reached agreement --reached person --reached ours=busy"
    )
    for rule in ["overenskomstens regel", "reglen »en person i praksis«", "reglen »ours«"] {
      #expect(ending.output.contains(": uden kontakt efter \(rule)\n"), "\(ending.output)\(ending.error)")
    }
  }

  @Test("Remarks on the rows of files have both languages")
  func rows() async throws {
    let place = try CommandSandbox()
    try place.write(
      """
      practice;slot;date;attempt;dialled;disposition;wait_seconds
      7;8-9;03/04/2026;1;09.30;besvaret;10
      8;9-10;05/06/2026;2;9.15;"busy\n";
      9;9-10;05/12/2026;1;;;
      010;9-10;05/12/2026;1;;;
      """, to: "odd.csv")
    try place.write(
      "practice,municipality,telephone\nA,Aarhuss,86123456\nBB,Odder,86123456\n", to: "frame.csv")
    let command = "check \(place.folder.path)/odd.csv \(place.folder.path)/frame.csv --language "
    let (english, danish) = (await telefontid(command + "en"), await telefontid(command + "da"))
    for (one, other) in [
      ("dialled after the slot had ended", "ringet op, efter at tidsrummet var slut"),
      ("the word 'besvaret', read as", "ordet 'besvaret', læst som"),
      ("no outcome yet", "intet udfald endnu"),
      ("a telephone number that another", "et telefonnummer, som også"),
      ("is none of the 98 municipalities; did you mean", "er ingen af de 98 kommuner; menes der"),
    ] {
      #expect(english.output.contains(one), "\(english.output)\(english.error)")
      #expect(danish.output.contains(other), "\(danish.output)\(danish.error)")
      #expect(!danish.output.contains(one))
    }
  }

  @Test("A language that there is not is refused, in the variable as in the option")
  func unknown() async {
    let variable = await telefontid(Self.line, environment: ["TELEFONTID_LANGUAGE": "dansk"])
    #expect(variable.status == .usage)
    #expect(variable.faults == ["The variable TELEFONTID_LANGUAGE is 'dansk'; it can be one of da, en"])
    let option = await telefontid(Self.line + " --language dk")
    #expect(option.status == .usage)
    #expect(option.faults.first?.contains("expected one of da, en") ?? false)
  }

  @Test("A key without effect has its reason in both languages")
  func keyWithoutEffect() async throws {
    let place = try CommandSandbox()
    try place.write(
      EightPractices.scenario.replacing(
        "\"survey\": {", with: "\"survey\": { \"attempt_gap_seconds\": 77,"),
      to: "gap.json")
    let line = "check \(place.folder.path)/gap.json --language "
    #expect(
      await telefontid(line + "en").output.contains(
        "  Without effect: survey.attempt_gap_seconds: a call is tried once only\n"))
    #expect(
      await telefontid(line + "da").output.contains(
        "  Uden virkning: survey.attempt_gap_seconds: et opkald forsøges kun én gang\n"))
  }

  @Test("Refusals stay in English, with numbers as they are typed")
  func refusals() async {
    let ending = await telefontid(
      "plan power --rate 0.1 --alternative 0.06 --practices 420", environment: ["LANG": "da_DK.UTF-8"])
    #expect(ending.status == .usage)
    let plain = await telefontid("plan power --rate 0.1 --alternative 0.06 --practices 420")
    #expect(ending.error == plain.error)
    #expect(ending.error.contains("'--power 0."))
  }

  @Test("Files for people are in English unless --language says otherwise, wherever they are made")
  func filesForPeople() async throws {
    let place = try CommandSandbox()
    let folder = place.folder.path
    for (option, isDanish) in [("", false), (" --language da", true)] {
      let svg = "\(folder)/\(isDanish).svg"
      let ending = await telefontid(
        "\(Self.line) --svg \(svg)\(option)", environment: ["LANG": "da_DK.UTF-8"])
      #expect(ending.status == .done)
      #expect(ending.output.hasSuffix("Skrevet til \(svg).\n"))
      #expect(try place.text(of: "\(isDanish).svg").contains(isDanish ? "lang=\"da\"" : "lang=\"en\""))
    }
  }
}
