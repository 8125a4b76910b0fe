import Foundation
import Testing

@testable import TelefontidCommand

/// Numbers that a report shows of a simulation: each with its Monte Carlo error, and every picture with its source.
@Suite("report: numbers of a simulation")
struct QuotedNumbersTests {
  /// The shipped survey as a page and its pictures, in a folder of its own; what is printed names the pictures.
  private static func shipped(
    _ language: String, _ options: String = "", in sandbox: borrowing CommandSandbox
  )
    throws -> [Substring]
  {
    let ending = try sandbox.shell(
      """
      cd "$REPOSITORY" && H="$OLDPWD"
      telefontid report results/midtjylland-2015 \(options) --language \(language) -o "$H/s.html" --svg "$H/svg" && ls "$H/svg"
      """)
    #expect(ending.status == 0, "\(ending.error)")
    return ending.output.split(separator: "\n").filter { $0.hasSuffix(".svg") }
  }

  /// One row of a file of the shipped survey, by its first values; halves are rounded away from zero, as a page does.
  private struct Row {
    let header: [Substring]
    let values: [Substring]

    init(_ file: String, _ first: [Substring]) throws {
      let text = try String(
        contentsOf: CommandSandbox.repository.appendingPathComponent("results/midtjylland-2015/\(file)"),
        encoding: .utf8)
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      header = try #require(lines.first)
      values = try #require(lines.first { $0.starts(with: first) })
    }

    func value(_ column: String) throws -> Double {
      try #require(header.firstIndex { $0 == column }.flatMap { Double(values[$0]) })
    }

    /// `21.03 ± 0.01`, as either neighbour of a tie would be written: C's format rounds ties to even.
    func texts(_ column: String, decimals: Int, factor: Double = 1, unit: String = "", _ language: String)
      throws
      -> [String]
    {
      let (number, error) = (try value(column) * factor, try value(column + "_se") * factor)
      let least = "<0." + String(repeating: "0", count: decimals - 1) + "1"
      let errorText = String(format: "%.\(decimals)f", error + 1e-9)
      let isZero = errorText.allSatisfy { $0 == "0" || $0 == "." }
      return [number - 1e-7, number + 1e-7].map {
        let text = String(format: "%.\(decimals)f", $0) + unit + " ± " + (isZero ? least : errorText)
        return language == "da" ? text.replacing(".", with: ",") : text
      }
    }
  }

  @Test(
    "Every picture ends with where its numbers come from: region, days, of how many, and that it is simulated",
    arguments: ["en", "da"])
  func sources(language: String) throws {
    let sandbox = try CommandSandbox()
    let figures = try Self.shipped(language, "--by municipality --practice P001", in: sandbox)
    let isDanish = language == "da"
    #expect(figures.count == 10)
    #expect(try sandbox.text(of: "s.html").matches(of: #/<span class="source">/#).count == figures.count)
    for figure in figures {
      let svg = try sandbox.text(of: "svg/\(figure)").replacing("\u{A0}", with: " ")
      let line = String(svg[try #require(svg.range(of: isDanish ? "Kilde: " : "Source: ")).lowerBound...])
        .replacing(#/<[^>]*>\s*/#, with: " ")
      // The operating characteristic is computed; everything else comes out of the simulation.
      let kind =
        figure.hasPrefix("operating")
        ? (isDanish ? "beregnet" : "computed") : (isDanish ? "simuleret" : "simulated")
      for words in ["Region Midtjylland", isDanish ? "20. april 2015" : "20 April 2015", kind] {
        #expect(line.contains(words), "\(figure): \(words)")
      }
      // One practice's day is of no number of calls, and what is computed of none that were made.
      if !figure.hasPrefix("operating"), !figure.hasPrefix("practice") {
        let counted =
          isDanish
          ? #/420 gyldige opkald|400 simulerede undersøgelser/# : #/420 valid calls|400 simulated surveys/#
        #expect(line.contains(counted), "\(figure)")
      }
    }
  }

  @Test(
    "Over strata no number of calls is a limit, and no call moves a group by its part of the calls",
    arguments: ["en", "da"])
  func strata(language: String) throws {
    let sandbox = try CommandSandbox()
    let practices = (0..<60).map { (number: $0, stratum: $0 < 40 ? "town" : "country") }
    try sandbox.write(
      "practice,stratum,weight,kind\n"
        + practices.map { "P\($0.number),\($0.stratum),\($0.number < 40 ? 4 : 1),\($0.number % 2)\n" }
        .joined(), to: "f.csv")
    try sandbox.write(
      "practice,slot,disposition\n"
        + practices.map { "P\($0.number),8-9,\($0.number % 7 == 0 ? "busy" : "answered-by-staff")\n" }
        .joined(), to: "c.csv")
    let ending = try sandbox.shell(
      """
      telefontid evaluate c.csv --frame f.csv --target 0.10 -o - | grep ^0,agreement,all, | cut -d, -f14,15
      telefontid report c.csv --frame f.csv --target 0.10 --by kind --language \(language) -o c.html -q > /dev/null
      """)
    // As evaluate says: no limit, of the only slot and of all calls.
    #expect(ending == .init(status: 0, wasKilledBySignal: false, output: ",\n", error: ""))
    let page = try sandbox.text(of: "c.html")
    let head = language == "da" ? "Opfyldt ved højst" : "Meets if at most"
    #expect(page.matches(of: try Regex("data-label=\"\(head)\">–</td>")).count == 2)
    #expect(!page.contains(language == "da" ? "ét opkald mere eller mindre" : "one call more or less"))
  }

  @Test(
    "Coverage, verdicts, hours, late calls, patients' calls and the true share have their Monte Carlo errors",
    arguments: ["en", "da"])
  func errors(language: String) throws {
    let sandbox = try CommandSandbox()
    _ = try Self.shipped(language, in: sandbox)
    let page = QuotingTests.words(try sandbox.text(of: "s.html"))
    let (summary, traffic, day) = (
      try Row("summary.csv", ["agreement", "all", "all"]), try Row("traffic.csv", ["08:00-09:00"]),
      try Row("traffic.csv", ["all"])
    )
    var wanted: [[String]] = []
    for column in ["coverage", "p_meets", "p_undecided", "p_fails", "late_share", "truth"] {
      wanted.append(try summary.texts(column, decimals: 1, factor: 100, unit: " %", language))
    }
    wanted.append(try summary.texts("interviewer_hours", decimals: 1, language))
    for column in ["answered", "blocked"] { wanted.append(try traffic.texts(column, decimals: 2, language)) }
    for column in ["fresh_calls", "redials"] { wanted.append(try day.texts(column, decimals: 1, language)) }
    for texts in wanted { #expect(texts.contains(where: page.contains), "\(texts)") }
    // 80.972 s in the mean from 8 to 9, with an error of 0.154 s.
    #expect(page.contains(language == "da" ? "1 min. 21 sek. ± <1 sek." : "1 min 21 s ± <1 s"))
    // What stands in the table stands in the file of the picture.
    let numbers = try sandbox.text(of: "svg/patient-calls.csv").split(separator: "\n")
    #expect(
      numbers[0]
        == "slot,answered,answered_se,abandoned,abandoned_se,blocked,blocked_se,off,off_se,mean_wait_seconds,mean_wait_seconds_se"
    )
    // The slot's name, then as traffic.csv has it; nobody balks here, so those who gave up are those who hung up.
    let first = try numbers[1].split(separator: ",").dropFirst().map { try #require(Double($0)) }
    let columns = ["answered", "answered_se", "abandoned", "abandoned_se", "blocked", "blocked_se"]
    #expect(try Array(first.prefix(columns.count)) == columns.map(traffic.value))
  }
}
