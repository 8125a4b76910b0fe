import Foundation
import Testing

@testable import TelefontidCommand

/// What a report must say so that it can be quoted without harm: each test fails for the page that misled.
@Suite("report: quoted without harm")
struct QuotingTests {
  /// Rows of a calls file: so many practices in a slot from a number on, the first of them busy.
  private static func rows(_ slot: String, from first: Int, calls: Int, busy: Int, more: String = "")
    -> String
  {
    (0..<calls).map { "P\(first + $0),\(slot),\($0 < busy ? "busy" : "answered-by-staff")\(more)\n" }.joined()
  }

  private static let head = "practice,slot,disposition\n"

  /// The text of a page without its markup, no-break spaces as spaces.
  static func words(_ page: String) -> String {
    page.replacing(#/<(svg|style)[\s\S]*?<\/(svg|style)>/#, with: "").replacing(#/<[^>]*>/#, with: " ")
      .replacing("\u{A0}", with: " ").replacing("&lt;", with: "<")
  }

  private static func report(
    _ calls: String, _ options: String, in sandbox: borrowing CommandSandbox, page: String = "report.html"
  ) throws -> String {
    try sandbox.write(calls, to: "a.csv")
    let ending = try sandbox.shell("telefontid report a.csv \(options)")
    #expect(ending.status == 0, "\(ending.error)")
    return words(try sandbox.text(of: page))
  }

  // MARK: 1. A simulation cannot pass as a survey.

  @Test(
    "A baseline that was simulated is said to be, with where it comes from, and so is that no practice is in both"
  )
  func simulatedBaseline() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      cd "$REPOSITORY" && H="$OLDPWD"
      telefontid report scenarios/fieldwork --baseline results/midtjylland-2015 -o "$H/en.html" --svg "$H/svg"
      telefontid report scenarios/fieldwork --baseline results/midtjylland-2015 --language da -o "$H/da.html" \
        --svg "$H/svg-da"
      """)
    #expect(ending.status == 0, "\(ending.error)")
    let english = Self.words(try sandbox.text(of: "en.html"))
    #expect(english.contains("The baseline is simulated and never took place"))
    #expect(english.contains("Region Midtjylland, April 2015"))
    #expect(english.contains("No practice is in both surveys."))
    let danish = Self.words(try sandbox.text(of: "da.html"))
    #expect(danish.contains("Basismålingen er simuleret og har aldrig fundet sted"))
    #expect(danish.contains("Ingen praksis er med i begge målinger."))
    // The picture by itself says it, too.
    let svg = try sandbox.text(of: "svg/two-waves.svg").replacing("\u{A0}", with: " ")
    for words in ["simulated", "Region", "420 valid calls", "20 April 2015"] {
      #expect(svg.contains(words), "\(words)")
    }
    let danishSVG = try sandbox.text(of: "svg-da/two-waves.svg").replacing("\u{A0}", with: " ")
    for words in ["simuleret", "Region", "420 gyldige opkald", "20. april 2015"] {
      #expect(danishSVG.contains(words), "\(words)")
    }
  }

  @Test(
    "Calls beside the manifest of a simulation are a simulation's, under whatever name the folder is read")
  func simulatedFile() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      cp -r "$REPOSITORY/results/midtjylland-2015" r
      telefontid report r/calls.csv --svg svg && cp report.html beside.html
      telefontid report r/calls.csv --language da --svg svg-da -o danish.html
      cp r/calls.csv alone.csv && telefontid report alone.csv
      """)
    #expect(ending.status == 0, "\(ending.error)")
    let beside = Self.words(try sandbox.text(of: "beside.html"))
    #expect(beside.contains("Simulated survey") && beside.contains("this survey never took place"))
    #expect(try sandbox.text(of: "svg/rate-by-hour.svg").contains("simulated, no practice was rung"))
    let danish = Self.words(try sandbox.text(of: "danish.html"))
    #expect(
      danish.contains("Simuleret undersøgelse") && danish.contains("Undersøgelsen har aldrig fundet sted"))
    #expect(try sandbox.text(of: "svg-da/rate-by-hour.svg").contains("simuleret, ingen praksis er ringet op"))
    #expect(!Self.words(try sandbox.text(of: "report.html")).contains("never took place"))
  }

  // MARK: 2. Who was rung.

  @Test("Practices that were not rung are not said to have been, and valid calls are counted")
  func attempted() throws {
    let sandbox = try CommandSandbox()
    let calls =
      Self.head + Self.rows("8-9", from: 0, calls: 332, busy: 30)
      + (332..<380).map { "P\($0),9-10,wrong-number\n" }.joined()
      + (380..<420).map { "P\($0),9-10,not-attempted\n" }.joined()
    let english = try Self.report(calls, "", in: sandbox)
    #expect(english.contains("420 practices, of which 380 rung and 332 with a valid call"))
    #expect(english.contains("420 calls, 380 made, 332 valid"))
    let danish = try Self.report(calls, "--language da", in: sandbox)
    #expect(danish.contains("420 praksisser, heraf 380 ringet op og 332 med et gyldigt opkald"))
  }

  @Test("A list that has not been filled in is a plan")
  func unfilled() throws {
    let sandbox = try CommandSandbox()
    let calls = Self.head + (0..<420).map { "P\($0),8-9,\n" }.joined()
    let page = try Self.report(calls, "", in: sandbox)
    #expect(page.contains("420 practices, none of them rung yet") && page.contains("Planned survey"))
    #expect(!page.contains("all of them rung"))
    let danish = try Self.report(calls, "--language da", in: sandbox)
    #expect(
      danish.contains("420 praksisser, ingen ringet op endnu") && danish.contains("Planlagt undersøgelse"))
    #expect(!danish.contains("alle ringet op"))
  }

  @Test("The days of a survey in rounds are those of the first, and the page says that there were more")
  func rounds() throws {
    let sandbox = try CommandSandbox()
    let calls =
      "practice,slot,date,round,attempt,disposition\n"
      + (0..<12).map { "P\($0),8-9,2015-04-07,1,1,\($0 == 0 ? "busy" : "answered-by-staff")\n" }.joined()
      + "P0,9-10,2015-04-21,2,2,answered-by-staff\n"
    let english = try Self.report(calls, "", in: sandbox)
    #expect(
      english.contains("12 calls, 13 attempts; 7 April 2015: first calls on 1 day, then in up to 2 rounds."))
    let danish = try Self.report(calls, "--language da", in: sandbox)
    #expect(danish.contains("7. april 2015, første opkald på 1 dag, derefter i op til 2 runder."))
  }

  // MARK: 3. Only what Holm names.

  @Test("Slots that miss the target by themselves and cannot be named are undecided in card, text and table")
  func holm() throws {
    let sandbox = try CommandSandbox()
    // binom.sf(9, 53, 0.1) = 0.0381 (SciPy): each of three slots misses 10 % at 5 % by itself; times 8 it is above 5 %.
    let calls =
      Self.head
      + (0..<8).map { hour in
        Self.rows("\(hour + 8)-\(hour + 9)", from: hour * 100, calls: 53, busy: hour < 3 ? 10 : 3)
      }.joined()
    let english = try Self.report(calls, "--target 0.10", in: sandbox)
    #expect(english.contains("undecided in all 8 slots") && english.contains("No slot can be named"))
    #expect(!english.contains("not met in 3"))
    let table = try sandbox.text(of: "report.html")
    #expect(table.matches(of: #/<td class="t"[^>]*>undecided\x{A0}†<\/td>/#).count == 3)
    #expect(table.matches(of: #/<td class="t"[^>]*>not met/#).isEmpty)
    let danish = try Self.report(calls, "--target 0.10 --language da", in: sandbox)
    #expect(danish.contains("uafklaret i alle 8 tidsrum") && !danish.contains("ikke opfyldt i 3"))
    #expect(
      try sandbox.text(of: "report.html").matches(of: #/<td class="t"[^>]*>uafklaret\x{A0}†<\/td>/#).count
        == 3)
  }

  // MARK: 4. Ranges, and one meaning of ±.

  @Test(
    "Uncertainty is a range, and ± is said once and is the simulation's error only", arguments: ["en", "da"])
  func plusMinus(language: String) throws {
    let sandbox = try CommandSandbox()
    let real = try Self.report(
      Self.head + Self.rows("8-9", from: 0, calls: 420, busy: 0)
        + Self.rows("9-10", from: 500, calls: 53, busy: 5),
      "--target 0.10 --language \(language)", in: sandbox)
    #expect(!real.contains("±"))
    // Wilson, R: binom.wilson(0, 420): upper bound 0.00906.
    #expect(real.contains(language == "da" ? "højst 0,9 %" : "at most 0.9 %"))
    let ending = try sandbox.shell(
      "cd \"$REPOSITORY\" && telefontid report results/arithmetic --language \(language) -o \"$OLDPWD/s.html\""
    )
    #expect(ending.status == 0)
    let simulated = Self.words(try sandbox.text(of: "s.html"))
    let sentence =
      language == "da"
      ? "± er alene simulationens egen usikkerhed" : "± stands for the error of the simulation alone"
    #expect(simulated.components(separatedBy: sentence).count == 2)
  }

  // MARK: 5. Targets.

  @Test("The scenario's target is used where the folder's own table of it is lost")
  func target() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      mkdir scenarios && cp "$REPOSITORY/scenarios/midtjylland-2015.json" scenarios/
      cp -r "$REPOSITORY/results/midtjylland-2015" r && rm r/summary.csv
      telefontid report r && telefontid report r --language da -o danish.html
      """)
    #expect(ending.status == 0, "\(ending.error)")
    let page = Self.words(try sandbox.text(of: "report.html"))
    #expect(page.contains("The target of at most 10 % not reached is"))
    #expect(!page.contains("No target was"))
    let danish = Self.words(try sandbox.text(of: "danish.html"))
    #expect(danish.contains("Målet om højst 10 % uden kontakt er"))
    #expect(!danish.contains("ikke sat noget mål"))
  }

  @Test("The first page has no options of the command, and no word on power beside a clear verdict")
  func politician() throws {
    let sandbox = try CommandSandbox()
    func summary(_ options: String, busy: Int) throws -> String {
      let calls =
        Self.head
        + (8..<12).map { Self.rows("\($0)-\($0 + 1)", from: $0 * 1000, calls: 400, busy: busy) }.joined()
      _ = try Self.report(calls, options, in: sandbox)
      let page = try sandbox.text(of: "report.html")
      return Self.words(String(page.prefix { _ in true }.components(separatedBy: "<nav").first ?? ""))
    }
    #expect(try !summary("", busy: 40).contains("--"))
    let clear = try summary("--target 0.10", busy: 4)
    #expect(clear.contains("met in all 4 slots") && !clear.contains("weak") && !clear.contains("strong"))
    #expect(try summary("--target 0.10", busy: 40).contains("In a single slot the survey is"))
    let danish = try summary("--target 0.10 --language da", busy: 4)
    #expect(
      danish.contains("opfyldt i alle 4 tidsrum") && !danish.contains("svag") && !danish.contains("stærk"))
    #expect(try !summary("--language da", busy: 40).contains("--"))
    #expect(
      try summary("--target 0.10 --language da", busy: 40).contains("I et enkelt tidsrum er undersøgelsen"))
  }

  // MARK: 6. Telephones with a valid referral are not shut.

  @Test("Calls that met a message are not said to have met a closed telephone", arguments: ["en", "da"])
  func referrals(language: String) throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      "cd \"$REPOSITORY\" && telefontid report results/midtjylland-2015 --language \(language) -o \"$OLDPWD/s.html\""
    )
    #expect(ending.status == 0)
    let page = try sandbox.text(of: "s.html").lowercased()
    for word in ["telefonen lukket", "telephone off", "telephone closed"] { #expect(!page.contains(word)) }
    #expect(
      page.contains(
        language == "da"
          ? "kan den, der ringer, have hørt en besked, der henviser"
          : "a caller may still have heard a message that refers"))
  }

  // MARK: 7. Groups.

  @Test("A hundred groups stand by name, with how many chance puts outside, and only those have a sentence")
  func groups() throws {
    let sandbox = try CommandSandbox()
    let sizes = (0..<100).map { (name: "G\(100 + $0)", busy: $0 == 41 ? 12 : $0 % 5 == 0 ? 3 : 2) }
    let calls =
      "practice,slot,disposition,area\n"
      + sizes.enumerated().map { place, size in
        Self.rows("8-9", from: place * 100, calls: 20, busy: size.busy, more: ",\(size.name)")
      }.joined()
    let page = try Self.report(calls, "--by area", in: sandbox)
    // binom.sf(11, 20, 0.115) = 7e-7 (SciPy), and nothing else comes near: sf(2) = 0.41, cdf(2) = 0.59.
    #expect(
      page.contains(
        "1 of 100 groups lie outside the 95 % limits; if all were alike, chance alone would put up to 5.0"))
    #expect(page.contains("G141: 12 of 20 calls (60.0 %) not reached, above the 99.8 % limit"))
    #expect(page.components(separatedBy: " limit. Interval").count == 2)
    let danish = try Self.report(calls, "--by area --language da -o da.html", in: sandbox, page: "da.html")
    #expect(
      danish.contains(
        "1 af 100 grupper ligger uden for 95 %-grænserne; var alle ens, ville tilfældet alene bringe op til 5,0 derud"
      ))
    #expect(danish.contains("G141: 12 af 20 opkald (60,0 %) uden kontakt, over 99,8 %-grænsen"))
    let html = try sandbox.text(of: "report.html")
    let section = try #require(html.components(separatedBy: "id=\"feedback-1\"").last)
    let table = try #require(section.components(separatedBy: "<table ").dropFirst().first)
    let rows = table.matches(of: #/<th scope="row">(G\d+)<\/th>/#).map { String($0.1) }
    #expect(rows == sizes.map(\.name))
  }

  // MARK: 8. No share from fewer than ten calls.

  @Test("Fewer than ten calls have no share in headline, tables and bars", arguments: ["en", "da"])
  func few(language: String) throws {
    let sandbox = try CommandSandbox()
    let calls =
      Self.head + Self.rows("8-9", from: 0, calls: 5, busy: 2)
      + Self.rows("9-10", from: 50, calls: 3, busy: 1)
    let page = try Self.report(calls, "--target 0.10 --language \(language)", in: sandbox)
    #expect(page.contains(language == "da" ? "3 af 8 opkald endte" : "3 of 8 calls did not reach"))
    // Neither 37.5 % of all, nor 40 and 33.3 % of the slots, in any table or picture; the target and levels are whole.
    let html = try sandbox.text(of: "report.html").replacing("\u{A0}", with: " ")
    for share in ["37.5 %", "37,5 %", "40.0 %", "40,0 %", "33.3 %", "33,3 %", "38 %"] {
      #expect(!html.contains(share), "\(share)")
    }
    #expect(html.contains(language == "da" ? "for få til en andel" : "too few for a share"))
  }

  // MARK: 10. Ranges without a range, and halves.

  @Test("Slots with one share have no range, and halves are rounded as Danes do")
  func sameShare() throws {
    let sandbox = try CommandSandbox()
    let calls =
      Self.head + Self.rows("8-9", from: 0, calls: 16, busy: 1)
      + Self.rows("9-10", from: 50, calls: 16, busy: 1)
    let danish = try Self.report(calls, "--language da", in: sandbox)
    #expect(danish.contains("Andelen er 6,3 % i alle tidsrum."))
    #expect(!danish.contains("fra 6,3 %") && !danish.contains("6,2 %"))
    #expect(try Self.report(calls, "", in: sandbox).contains("The share is 6.3 % in every slot."))
  }
}
