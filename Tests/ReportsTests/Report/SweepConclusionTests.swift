import Drawing
import Testing

@testable import Reports

@Suite("What a sweep shows")
struct SweepConclusionTests {
  private static func row(
    _ cell: Int, _ difference: Double?, _ error: Double?, displaced: Double?, _ displacedError: Double?
  ) -> SweepFinding {
    SweepFinding(
      cell: cell, definition: "agreement", by: "all", group: "all", replications: 40,
      rate: .init(value: 0.1, error: 0.001), difference: .init(value: difference, error: error),
      displaced: .init(value: 267, error: 3),
      displacedDifference: .init(value: displaced, error: displacedError))
  }

  @Test(
    "A number is shown where it is more than two standard errors from zero",
    arguments: [
      (0.36, 0.5, false), (-1, 0.5, false), (-1.01, 0.5, true), (1.01, 0.5, true), (0, 0, false),
      (0.1, 0, true),
      (5, nil, false), (nil, 0.5, false), (.nan, 0.5, false),
    ] as [(Double?, Double?, Bool)])
  func shown(value: Double?, error: Double?, isShown: Bool) {
    #expect(Measured(value: value, error: error).isShown == isShown)
  }

  @Test("A greater change that is not shown does not hide a smaller one that is")
  func best() {
    let rows = [
      Self.row(1, -0.05, 0.04, displaced: -3, 2), Self.row(2, -0.02, 0.001, displaced: -2, 0.5),
      Self.row(3, 0.2, 0.001, displaced: nil, nil),
    ]
    #expect(SweepConclusion(rows).best?.cell == 2)
    #expect(SweepConclusion(rows).displaced?.cell == 2)
    #expect(SweepConclusion([rows[0]]).best == nil)
    #expect(SweepConclusion([rows[0]]).displaced?.cell == 1)
    #expect(SweepConclusion([rows[2]]) == SweepConclusion([]))
  }

  @Test("What helps most is said to do so only where no other may help as much")
  func rivals() {
    // Two standard errors of a difference of two numbers with an error of 1 point each are 2.83 points.
    let near = [
      Self.row(1, -0.05, 0.01, displaced: 0, 0), Self.row(2, -0.023, 0.01, displaced: 0, 0),
      Self.row(3, -0.02, 0.01, displaced: 0, 0), Self.row(4, nil, nil, displaced: nil, nil),
    ]
    let conclusion = SweepConclusion(near)
    #expect(conclusion.best?.cell == 1 && conclusion.rivals.map(\.cell) == [2])
    #expect(SweepConclusion([near[0], near[2]]).rivals.isEmpty)
    // Without errors, as of cells that differ in nothing random, only what is equal is as good.
    let exact = [Self.row(1, -0.05, 0, displaced: 0, 0), Self.row(2, -0.05, 0, displaced: 0, 0)]
    #expect(SweepConclusion(exact).rivals.map(\.cell) == [2])
    #expect(SweepConclusion([Self.row(1, 0.05, 0, displaced: 0, 0)]).rivals.isEmpty)

    let best = near[0]
    func lead(_ language: ReportLanguage, _ rivals: [String]) -> String {
      ReportText(language).sweepHeadline(
        best, name: "X", rivals: rivals, group: "g", baseline: .init(value: 0.1, error: 0.001)
      ).replacing("\u{A0}", with: " ")
    }
    #expect(
      lead(.english, [])
        == "Of what was tried, “X” lowers the share not reached the most: by 5.00 ± 1.00 points from 10.0 % ± 0.1, g."
    )
    #expect(
      lead(.english, ["Y", "Z"])
        == "Of what was tried, “X” lowers the share not reached by 5.00 ± 1.00 points from 10.0 % ± 0.1, g; whether “Y” and “Z” lower it as much or more is not shown."
    )
    #expect(lead(.english, ["Y"]).hasSuffix("whether “Y” lowers it as much or more is not shown."))
    #expect(
      lead(.danish, ["Y"]).hasSuffix("om »Y« sænker den lige så meget eller mere, er ikke vist."))
    #expect(lead(.danish, ["Y", "Z", "W"]).contains("om 3 andre sænker den lige så meget"))
    #expect(ReportText(.english).sweepTitle(best, name: "X", isAlone: false).contains("most") == false)
    #expect(ReportText(.danish).sweepTitle(best, name: "X", isAlone: false).contains("mest") == false)
    #expect(ReportText(.danish).sweepTitle(best, name: "X", isAlone: true).contains("mest: med 5,00"))
  }

  @Test("A change that is not shown is called none, in both languages")
  func sentences() {
    let none = Self.row(1, 0, 0, displaced: 0.36, 0.5)
    #expect(
      ReportText(.english).displacedSentence(none, name: "X")
        == "No change in calls to the out-of-hours service is shown: “X” differs by +0.4\u{A0}±\u{A0}0.5 per 1,000 practice-days."
    )
    #expect(
      ReportText(.danish).displacedSentence(none, name: "X")
        == "Der er ikke vist nogen ændring i opkaldene til lægevagten: »X« afviger med +0,4\u{A0}±\u{A0}0,5 pr. 1.000 praksisdage."
    )
    let small = Self.row(1, 0, 0, displaced: 0.36, 0.1)
    #expect(
      ReportText(.english).displacedSentence(small, name: "X")
        == "“X” adds 0.4\u{A0}±\u{A0}0.1 calls to the out-of-hours service per 1,000 practice-days.")
    let great = Self.row(1, 0, 0, displaced: -47.7, 0.7)
    #expect(
      ReportText(.danish).displacedSentence(great, name: "X")
        == "»X« sparer lægevagten for 48\u{A0}±\u{A0}1 opkald pr. 1.000 praksisdage.")
    #expect(ReportText(.english).noChange(cells: 1).contains("is shown to lower"))
    #expect(ReportText(.danish).noChange(cells: 2).contains("påviseligt"))
  }
}
