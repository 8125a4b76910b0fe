import Foundation
import Testing

/// What the most hostile reader would quote from pages of unlike kinds: each test fails for the page that misled.
@Suite("report: read by a hostile reader")
struct HostileReaderTests {
  private static func rows(_ slot: String, from first: Int, calls: Int, busy: Int) -> String {
    (0..<calls).map { "P\(first + $0),\(slot),\($0 < busy ? "busy" : "answered-by-staff")\n" }.joined()
  }

  private static let head = "practice,slot,disposition\n"

  /// The text of a page; between the pieces of a sentence stands one space.
  private static func words(_ page: String) -> String {
    QuotingTests.words(page).replacing(#/ +/#, with: " ")
  }

  private static func page(
    _ calls: String, _ options: String, _ language: String, in sandbox: borrowing CommandSandbox
  ) throws -> String {
    try sandbox.write(calls, to: "a.csv")
    let ending = try sandbox.shell("telefontid report a.csv \(options) --language \(language)")
    #expect(ending.status == 0, "\(ending.error)")
    return words(try sandbox.text(of: "report.html"))
  }

  private static func summary(_ words: String) -> String {
    words.components(separatedBy: "Slot by slot").first?.components(separatedBy: "Tidsrum for tidsrum").first
      ?? ""
  }

  @Test(
    "Practices of a simulation are rung in the simulation, and a scenario that was changed is said to be",
    arguments: [
      (
        "en", "all of them rung in the simulation", "all of them rung;",
        "The scenario was changed on the command line"
      ),
      (
        "da", "alle ringet op i simulationen", "alle ringet op;", "Scenariet er ændret på kommandolinjen"
      ),
    ])
  func simulation(language: String, rung: String, bare: String, changed: String) throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      cp "$REPOSITORY/scenarios/midtjylland-2015.json" .
      telefontid simulate midtjylland-2015.json -o r --set 'practices.municipalities={"Odder": 12}' \
        --set 'practices.gps={"1": 12}' > /dev/null
      telefontid report r --language \(language) -o changed.html
      cd "$REPOSITORY" && telefontid report results/midtjylland-2015 --language \(language) -o "$OLDPWD/plain.html"
      """)
    #expect(ending.status == 0, "\(ending.error)")
    let plain = Self.words(try sandbox.text(of: "plain.html"))
    #expect(plain.contains(rung) && !plain.contains(bare) && !plain.contains(changed))
    #expect(Self.words(try sandbox.text(of: "changed.html")).contains(changed))
  }

  @Test(
    "Of few calls it is said that they give no share, and what an exact test says of them",
    arguments: [
      (
        "en", "8 calls: too few for a share", "too few to say",
        "if 10 % were truly not reached, at least 3 of 8 calls would end so in 4 of 100 surveys"
      ),
      (
        "da", "8 opkald: for få til en andel", "for få til at sige",
        "Var den sande andel 10 %, ville mindst 3 af 8 opkald ende uden kontakt i 4 ud af 100 undersøgelser"
      ),
    ])
  func fewCalls(language: String, few: String, wrong: String, test: String) throws {
    let sandbox = try CommandSandbox()
    // SciPy: binom.sf(2, 8, 0.1) = 0.0381.
    let calls =
      Self.head + Self.rows("8-9", from: 0, calls: 4, busy: 3) + Self.rows("9-10", from: 9, calls: 4, busy: 0)
    let page = try Self.page(calls, "--target 0.10", language, in: sandbox)
    #expect(page.contains(few) && page.contains(test) && !page.contains(wrong))
    // How the calls ended is counted, and drawn nowhere.
    #expect(
      try !sandbox.text(of: "report.html").contains(language == "da" ? "Andel af gyldige" : "Share of valid"))
  }

  @Test(
    "A wave of one call has no share in the headline of a change",
    arguments: [
      (
        "en",
        "No change is told, for a share takes at least 10 calls: 0 of 40 calls were not reached before, 1 of 1 call now."
      ),
      (
        "da",
        "Der siges intet om ændringen, for en andel kræver mindst 10 opkald: 0 af 40 opkald var uden kontakt før, 1 af 1 opkald nu."
      ),
    ])
  func fewInAWave(language: String, sentence: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(Self.head + Self.rows("8-9", from: 0, calls: 40, busy: 0), to: "before.csv")
    let page = try Self.page(
      Self.head + Self.rows("8-9", from: 0, calls: 1, busy: 1), "--baseline before.csv", language, in: sandbox
    )
    #expect(page.contains(sentence))
    #expect(!Self.summary(page).contains("100.0 %") && !Self.summary(page).contains("100,0 %"))
  }

  @Test(
    "Calls of one practice have no interval, and the page says so and claims none",
    arguments: [
      (
        "en", "No interval can be worked out", "interval –", "of its intervals",
        "Nothing about other practices"
      ),
      (
        "da", "Der kan ikke beregnes noget interval", "interval –", "intervaller rumme",
        "Intet om andre praksisser"
      ),
    ])
  func onePractice(language: String, none: String, empty: String, claim: String, limit: String) throws {
    let sandbox = try CommandSandbox()
    let calls =
      "practice,slot,date,disposition\n"
      + (0..<40).map {
        let slot = 8 + $0 % 8
        return "P1,\(slot)-\(slot + 1),2015-04-\(13 + $0 / 8),\($0 % 9 == 0 ? "busy" : "answered-by-staff")\n"
      }.joined()
    let page = try Self.page(calls, "--target 0.10", language, in: sandbox)
    #expect(page.contains(none) && page.contains(limit))
    #expect(!page.contains(empty) && !page.contains(claim))
  }

  @Test(
    "Calls of several rounds of one practice are few moments and worth fewer calls; the page says how many",
    arguments: ["en", "da"])
  func clustered(language: String) throws {
    let sandbox = try CommandSandbox()
    let calls =
      Self.head
      + (0..<90).flatMap { practice in
        (8..<12).map {
          "P\(practice),\($0)-\($0 + 1),\(practice % 12 == 0 ? "busy" : "answered-by-staff")\n"
        }
      }.joined()
    try sandbox.write(calls, to: "a.csv")
    let judged = try sandbox.shell("telefontid evaluate a.csv --target 0.10 -o v.csv")
    #expect(judged.status == 0, "\(judged.error)")
    let table = try sandbox.text(of: "v.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(table.first?.firstIndex(of: "judged_calls"))
    let by = try #require(table.first?.firstIndex(of: "by"))
    let row = try #require(table.first { $0[by] == "all" })
    let worth = Int(try #require(Double(row[column])))
    #expect(worth < 360)
    let page = try Self.page(calls, "--target 0.10", language, in: sandbox)
    #expect(
      page.contains(
        language == "da"
          ? "360 opkald, der svarer til \(worth) uafhængige," : "360 calls, worth \(worth) independent ones,")
    )
    #expect(page.contains(language == "da" ? "Få opkald er få øjeblikke" : "A few calls are a few moments"))
  }

  @Test("Weighted calls are not said to count the same", arguments: ["en", "da"])
  func weighted(language: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "practice,weight\n" + (0..<80).map { "P\($0),\($0 < 40 ? 4 : 1)\n" }.joined(), to: "frame.csv")
    let calls = Self.head + Self.rows("8-9", from: 0, calls: 80, busy: 9)
    let page = try Self.page(calls, "--frame frame.csv", language, in: sandbox)
    #expect(
      page.contains(language == "da" ? "Opkaldene er vægtet efter" : "Calls weigh here by how practices"))
    #expect(
      !page.contains(language == "da" ? "Hvert opkald tæller lige meget" : "Every call counts the same"))
    #expect(page.contains(language == "da" ? "ikke vægtet" : "not weighted"))
  }

  @Test(
    "Where every slot misses the target that is said, and hours are listed as people list them",
    arguments: ["en", "da"])
  func missed(language: String) throws {
    let sandbox = try CommandSandbox()
    func calls(_ met: Int) -> String {
      Self.head
        + (8..<12).map {
          Self.rows("\($0)-\($0 + 1)", from: $0 * 100, calls: 50, busy: $0 < 12 - met ? 40 : 0)
        }.joined()
    }
    let all = try Self.page(calls(0), "--target 0.10", language, in: sandbox)
    #expect(
      all.contains(language == "da" ? "ikke er opfyldt i noget tidsrum" : "shown to be missed in every slot"))
    let some = try Self.page(calls(1), "--target 0.10", language, in: sandbox)
    #expect(some.contains(language == "da" ? "kl. 8–9, 9–10 og 10–11" : "8–9, 9–10 and 10–11"))
    #expect(!some.contains("Målet på") && !some.contains("9, kl. "))
  }

  @Test(
    "A person within a time is said in a sentence, and an abbreviation ends it once",
    arguments: [
      ("en", "A doctor or a member of the staff answered on the practice’s ordinary line within 2 min."),
      ("da", "En læge eller en fra personalet svarede på praksis’ almindelige nummer inden for 2 min."),
    ])
  func within(language: String, sentence: String) throws {
    let sandbox = try CommandSandbox()
    let calls =
      "practice,slot,disposition,wait_seconds\n"
      + (0..<60).map { "P\($0),8-9,answered-by-staff,\($0 * 4)\n" }.joined()
    let page = try Self.page(
      calls, "--reached person-within=120 --reached agreement --target 0.3", language, in: sandbox)
    #expect(page.contains(sentence))
    #expect(!page.contains(".."))
    // No list of endings joined by "and", which no call can have all of.
    #expect(!page.contains("personale og ønsker") && !page.contains("staff and refused"))
  }

  @Test(
    "Slots without shares are not said to differ, and their endings stand in one row",
    arguments: ["en", "da"])
  func smallSlots(language: String) throws {
    let sandbox = try CommandSandbox()
    // R: chisq.test(matrix(c(0, 6, 4, 2), 2), correct = FALSE)$p.value = 0.014, and no slot has ten calls.
    let calls =
      Self.head + Self.rows("8-9", from: 0, calls: 6, busy: 0)
      + Self.rows("15-16", from: 9, calls: 6, busy: 4)
    let page = try Self.page(calls, "", language, in: sandbox)
    #expect(!page.contains(language == "da" ? "end tilfældigheder forklarer" : "more than chance"))
    #expect(page.contains(language == "da" ? "Rækken er alle gyldige opkald" : "The row is all valid calls"))
    #expect(
      try !sandbox.text(of: "report.html").contains(language == "da" ? "for få opkald" : "too few calls"))
  }
}
