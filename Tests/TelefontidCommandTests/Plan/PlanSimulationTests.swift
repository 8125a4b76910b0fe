import Foundation
import SurveyStatistics
import Tables
import Testing

@testable import TelefontidCommand
@testable import Terminal

/// What `plan` computes beside what 400 simulated surveys came to: the committed results of `midtjylland-2015`.
///
/// Practices are rung once each in one of eight slots, 52 or 53 a slot. What lies between practices makes surveys
/// vary a little less than independent calls would, by far less than 400 surveys can show.
@Suite("plan: agrees with simulated surveys")
struct PlanSimulationTests {
  private static let surveys = 400

  private static let rows: [[String: String]] = {
    let file = CommandSandbox.repository.appendingPathComponent("results/midtjylland-2015/summary.csv")
    let text = (try? String(decoding: Data(contentsOf: file), as: UTF8.self)) ?? ""
    let rows = Ending(status: .done, output: text, error: "").rows
    return rows.filter { $0["definition"] == "agreement" && ["slot", "all"].contains($0["by"]) }
  }()

  private func number(_ row: [String: String], _ column: String) -> Double {
    row[column].flatMap(Double.init) ?? .nan
  }

  private func calls(_ row: [String: String]) -> [Int] { row["by"] == "all" ? [420] : [52, 53] }

  @Test("The chances of verdicts are those counted in simulated surveys")
  func verdicts() throws {
    try #require(Self.rows.count == 9)
    for row in Self.rows {
      #expect(row["replications"] == "\(Self.surveys)" && row["target"] == "0.1")
      let rules = calls(row).compactMap { VerdictRule(trials: $0, target: 0.1) }
      for (column, verdict) in [("p_meets", Verdict.meets), ("p_undecided", .undecided), ("p_fails", .fails)]
      {
        let chances = rules.map { $0.probability(of: verdict, atRate: number(row, "truth")) }
        let count = Int((number(row, column) * Double(Self.surveys)).rounded())
        let (least, most) = (chances.min() ?? .nan, chances.max() ?? .nan)
        // Either tail beyond the count; 27 chances of 1 in 10,000 to each side fail a right program once in 185 times.
        #expect(
          Binomial(trials: Self.surveys, probability: most).upperTail(count) > 1e-4, "\(row["group"] ?? "")")
        #expect(Binomial(trials: Self.surveys, probability: least).cdf(count) > 1e-4, "\(row["group"] ?? "")")
      }
    }
  }

  @Test("The mean width of intervals is that of simulated surveys, within four standard errors")
  func widths() throws {
    try #require(Self.rows.count == 9)
    for row in Self.rows {
      let widths = calls(row).compactMap {
        Coverage.meanWidth(of: .wilson, trials: $0, probability: number(row, "truth"))
      }
      let (width, error) = (number(row, "mean_width"), 4 * number(row, "mean_width_se"))
      #expect(width > (widths.min() ?? .nan) - error && width < (widths.max() ?? .nan) + error)
    }
  }
}
