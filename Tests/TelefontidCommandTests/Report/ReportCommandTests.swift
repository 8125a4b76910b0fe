import Foundation
import Testing

@testable import TelefontidCommand

@Suite("report")
struct ReportCommandTests {
  /// A copy of the smallest shipped results, with the scenario where its manifest says.
  private static let copy = """
    mkdir scenarios && cp "$REPOSITORY/scenarios/arithmetic.json" scenarios/ && cp -r "$REPOSITORY/results/arithmetic" r
    """

  @Test("A folder of results, in both languages, the same bytes again", arguments: ["en", "da"])
  func results(language: String) throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      \(Self.copy)
      telefontid report r --language \(language) && telefontid report r --language \(language) -o again/report.html
      cmp report.html again/report.html && ls r
      """)
    #expect(ending.status == 0)
    #expect(ending.error == "")
    let written = language == "da" ? "Skrevet til" : "Written to"
    #expect(ending.output.contains("\(written) report.html.\n\(written) again/report.html.\n"))
    #expect(!ending.output.contains("report.html\nsummary"))
    let page = try sandbox.text(of: "report.html")
    // The scenario was found and is the one that was run: its parameters stand in the report.
    #expect(page.contains(language == "da" ? "Interviewere" : "Interviewers"))
    #expect(!page.contains("--scenario"))
  }

  @Test(
    "A scenario that is asked for and cannot be had is an error, not a remark",
    arguments: [("nowhere.json", 66, "nowhere.json: does not exist"), ("broken.json", 65, "broken.json:1:")])
  func scenarioAskedFor(file: String, status: Int, error: String) throws {
    let ending = try CommandSandbox().shell(
      """
      \(Self.copy)
      echo '{ "name": 5 }' > broken.json
      telefontid report r --scenario \(file)
      """)
    #expect(ending.status == status)
    #expect(ending.error.lowercased().contains(error))
    #expect(!ending.output.contains("Written"))
  }

  @Test("A scenario beside calls that no simulation made is refused, not ignored")
  func scenarioOfNothing() throws {
    let ending = try CommandSandbox().shell(
      """
      cp "$REPOSITORY/scenarios/fieldwork/calls.csv" calls.csv
      telefontid report calls.csv --scenario "$REPOSITORY/scenarios/arithmetic.json"; echo $?; ls
      """)
    #expect(ending.output == "64\ncalls.csv\n")
    #expect(
      ending.error.contains("'--scenario' is for results of a simulation, and 'calls.csv' has no manifest"))
  }

  /// The counts are those of the survey's own calls, the last attempt at each.
  @Test(
    "A survey of one slot, of others than general practices: what was found in the slot, and no word of what it is not",
    arguments: ["en", "da"])
  func oneSlot(language: String) throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      mkdir scenarios && cp "$REPOSITORY"/scenarios/psychiatrists-2023* scenarios/
      telefontid simulate scenarios/psychiatrists-2023.json --replications 2 -o r > /dev/null || exit 1
      telefontid report r --language \(language) -o page.html > /dev/null || exit 2
      awk -F, 'NR > 1 { last[$2] = $0 } END { for (p in last) print last[p] }' r/calls.csv | grep -c -v answered-by
      """)
    #expect(ending.status == 0, "\(ending.error)")
    let unreached = try #require(Int(ending.output.filter(\.isNumber)))
    let page = try sandbox.text(of: "page.html").replacing("\u{A0}", with: " ")
      .replacing(#/<[^>]+>/#, with: "")
    #expect(
      page.contains(
        language == "da"
          ? "Kl. 9–10 er det \(unreached) af 63 opkald" : "At 9–10 it is \(unreached) of 63 calls"))
    for word in [
      "opkaldene til almen", "calls to general", "flest af alle", "most of any slot", "hvilke tidsrum",
    ] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test("A survey so small that some slots have no call is sound")
  func emptySlots() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      telefontid simulate "$REPOSITORY/scenarios/arithmetic.json" --replications 2 -o r --quiet \
        --set survey.slots_per_practice=1 --set 'survey.pooled_slots=["08:00-10:00", "09:00-11:00"]' > simulated.txt
      telefontid report r -o report.html
      """)
    #expect(ending.status == 0)
    #expect(ending.error == "")
    #expect(try !sandbox.text(of: "report.html").contains("Worked out anew"))
  }

  @Test("A folder with nothing but calls, a file of calls, and the same from a spreadsheet")
  func calls() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      F="$REPOSITORY/scenarios/fieldwork"
      mkdir own && cp "$F/calls.csv" own/
      telefontid report own --target 0.10 -o own.html
      telefontid report "$F/calls.csv" --target 0.10 --frame "$F/practices.csv" --by municipality -o file.html
      telefontid report "$F/opkald-excel.csv" --target 0.10 --language da -o excel.html
      """)
    #expect(ending.status == 0)
    #expect(ending.error == "")
    // 42 of 420, binom.wilson in R: 7.5 to 13.2 %.
    for page in ["own.html", "file.html"] {
      let text = try sandbox.text(of: page)
      #expect(text.contains("42 of 420\u{A0}calls (10.0\u{A0}%) did not reach the practice"))
      #expect(text.contains("7.5–13.2\u{A0}%"))
    }
    #expect(
      try sandbox.text(of: "file.html").contains(
        "<h2 id=\"feedback-1-heading\">Feedback by municipality</h2>"))
    let excel = try sandbox.text(of: "excel.html")
    #expect(excel.contains("42 af 420\u{A0}opkald (10,0\u{A0}%) endte uden kontakt"))
    #expect(excel.contains("»telefonsvarer«"))
  }

  @Test(
    "What is missing or damaged is left out and said, and the rest is reported",
    arguments: [
      ("rm r/truth.csv", "truth.csv is missing"),
      ("echo >> r/summary.csv", "summary.csv is not the file that was written"),
      ("rm r/calls.csv", "calls.csv is missing"), ("rm r/practices.csv", "practices.csv is missing"),
      ("echo x > r/estimates.csv; rm r/calls.csv", "estimates.csv is not the file that was written"),
      ("rm scenarios/arithmetic.json", "The scenario scenarios/arithmetic.json was not found"),
      (
        "sed -i 's/\"attempts\": *[0-9]*/\"attempts\": 9/; s/\"seed\": [0-9]*/\"seed\": 77/' scenarios/arithmetic.json",
        "is not the one that was run, or no longer"
      ), ("echo '{' > scenarios/arithmetic.json", "could not be read"),
      ("echo '{' > r/manifest.json", "manifest.json is damaged"),
    ])
  func damaged(script: String, sentence: String) throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell("\(Self.copy)\n\(script)\ntelefontid report r")
    #expect(ending.status == 0)
    #expect(ending.error.contains(sentence))
    #expect(try sandbox.text(of: "report.html").contains(sentence))
  }

  @Test(
    "Without anything to report, nothing is written",
    arguments: [
      ("mkdir r", 66), ("mkdir r; echo x > r/calls.csv", 65), ("echo hello > r", 65), ("true", 66),
      ("mkdir r; echo '{' > r/manifest.json", 65),
      ("mkdir r; echo practice,slot,disposition > r/calls.csv", 65),
    ])
  func nothing(script: String, status: Int) throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      "\(script)\ntelefontid report r; S=$?; ls report.html 2> /dev/null; exit $S")
    #expect(ending.status == status)
    #expect(ending.error.hasPrefix("Error: r"))
    #expect(ending.output == "")
  }

  @Test(
    "Calls are not said to have been used where there are none",
    arguments: [
      ("echo '{' > r/manifest.json", "manifest.json is damaged, so no file could be checked or used"),
      (
        "mkdir r/manifest.json; echo x > r/truth.csv", "manifest.json is damaged, so no file could be checked"
      ),
      ("echo x > r/truth.csv", "None was used, and there is no calls.csv"),
    ])
  func withoutCalls(script: String, sentence: String) throws {
    let ending = try CommandSandbox().shell("mkdir r; \(script); telefontid report r")
    #expect(ending.status == 65)
    #expect(ending.error.contains(sentence))
    #expect(!ending.error.contains("calls were used"))
  }

  @Test("Feedback to municipalities is left out when the frame is lost, and the report says why")
  func lostFrame() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell("\(Self.copy)\nrm r/practices.csv\ntelefontid report r --by municipality")
    #expect(ending.status == 0)
    let page = try sandbox.text(of: "report.html")
    #expect(page.contains("practices.csv is missing"))
    #expect(!page.contains("Feedback by"))
  }

  @Test("A folder of results of which every file is gone ends with 65 and every sentence")
  func empty() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell("\(Self.copy)\nrm r/*.csv\ntelefontid report r")
    #expect(ending.status == 65)
    #expect(ending.error.contains("Error: r: calls.csv is missing"))
  }

  @Test(
    "The report is never written into the folder that it is about",
    arguments: ["-o r/report.html", "--svg r/x"])
  func inside(option: String) throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell("\(Self.copy)\ntelefontid report r \(option)")
    #expect(ending.status == 73)
  }

  @Test("Figures as files; names out of data stay text")
  func pictures() throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      "practice,slot,disposition,place\n"
        + (1...40).map { "\($0),8-9,\($0 % 5 == 0 ? "busy" : "answered-by-staff"),<script>\($0 % 2)\n" }
        .joined(),
      to: "a.csv")
    let ending = try sandbox.shell("telefontid report a.csv --by place --svg figures && ls figures")
    #expect(ending.status == 0)
    #expect(
      ending.output == """
        Written to report.html.
        definitions.csv
        definitions.svg
        dispositions.csv
        dispositions.svg
        groups.csv
        groups.svg
        rate-by-hour.csv
        rate-by-hour.svg

        """)
    for file in ["report.html", "figures/groups.svg"] {
      let text = try sandbox.text(of: file)
      #expect(text.contains("&lt;script&gt;1"))
      #expect(!text.contains("<script"))
    }
  }

  @Test("Two surveys: the change, with its interval")
  func baseline() throws {
    let sandbox = try CommandSandbox()
    let before = (1...30).map { "\($0),8-9,\($0 <= 15 ? "busy" : "answered-by-staff")\n" }.joined()
    let after = (31...60).map { "\($0),8-9,\($0 <= 32 ? "busy" : "answered-by-staff")\n" }.joined()
    try sandbox.write("practice,slot,disposition\n" + before, to: "before.csv")
    try sandbox.write("practice,slot,disposition\n" + after, to: "after.csv")
    let ending = try sandbox.shell("telefontid report after.csv --baseline before.csv")
    #expect(ending.status == 0)
    // Newcombe's method 10 for 2 of 30 less 15 of 30, from Wilson's bounds by its formula in Python: -0.6085 to -0.2100.
    #expect(
      try sandbox.text(of: "report.html").contains(
        "Fewer calls end without contact: from 50.0\u{A0}% to 6.7\u{A0}% (\u{2212}43.3 points, 95\u{A0}% interval \u{2212}60.9 to \u{2212}21.0)."
      ))
  }

  @Test(
    "Of a file with several simulated surveys the page says which one it shows, and counts its attempts alone"
  )
  func severalReplications() throws {
    let sandbox = try CommandSandbox()
    func rows(_ replication: Int, redials: Int) -> String {
      (1...20).map { "\(replication),\($0),8-9,1,busy\n" }.joined()
        + (0..<redials).map { "\(replication),\($0 + 1),8-9,2,answered-by-staff\n" }.joined()
    }
    try sandbox.write(
      "replication,practice,slot,attempt,disposition\n" + rows(0, redials: 3) + rows(1, redials: 5),
      to: "a.csv")
    let ending = try sandbox.shell(
      """
      telefontid report a.csv -o first.html && telefontid report a.csv --replication 1 --language da -o second.html
      \(Self.copy)
      telefontid simulate scenarios/arithmetic.json --replications 3 --keep-calls all -o all --quiet > /dev/null
      telefontid simulate scenarios/arithmetic.json --replications 3 -o one --quiet > /dev/null
      telefontid report all -o all.html && telefontid report one -o one.html
      """)
    #expect(ending.status == 0)
    let first = try sandbox.text(of: "first.html")
    #expect(first.contains("20\u{A0}calls, 23\u{A0}attempts"))
    #expect(first.contains("In one simulated survey, 17 of 20\u{A0}calls"))
    #expect(
      first.contains("holds 2\u{A0}simulated surveys; this report shows the calls of replication 0 alone"))
    let second = try sandbox.text(of: "second.html")
    #expect(second.contains("20\u{A0}opkald, 25\u{A0}opkaldsforsøg"))
    #expect(second.contains("kun opkaldene i gentagelse 1."))
    // What is said of the calls of the first replication does not depend on whether the others were kept.
    let (all, one) = (try sandbox.text(of: "all.html"), try sandbox.text(of: "one.html"))
    func subtitle(_ page: String) -> Substring? { page.firstMatch(of: #/<p class="subtitle">(.*?)<\/p>/#)?.1 }
    #expect(subtitle(all) != nil && subtitle(all) == subtitle(one))
    #expect(all.contains("; the calls are those of replication 0") && !one.contains("of replication 0"))
  }

  @Test("A sweep is reported as one")
  func sweep() throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      """
      telefontid sweep "$REPOSITORY/scenarios/arithmetic.json" --vary survey.attempts=1,2 --replications 2 -o s > /dev/null
      telefontid report s
      """)
    #expect(ending.status == 0)
    let page = try sandbox.text(of: "report.html")
    #expect(page.contains("Attempts at a call: 2"))
    #expect(page.contains(">What if: simulated<"))
  }

  @Test(
    "What makes no sense is refused",
    arguments: [
      "--language sv", "--target 5", "--interval hypergeometric", "--least-calls 0", "--practice P001",
    ])
  func usage(options: String) throws {
    let ending = try CommandSandbox().shell(
      "telefontid report \"$REPOSITORY/scenarios/fieldwork/calls.csv\" \(options)")
    #expect(ending.status == 64)
  }
}
