import Files
import Surveys
import Tables
import Terminal

/// What `estimate --differences` says below its tables, and writes for scripts.
struct EstimateDifferences {
  let survey: RealSurvey
  let analysis: SurveyAnalysis
  /// The groupings with a table of their own: pooled stretches and all calls together compare nothing.
  let groupings: [SurveyGrouping]

  init(survey: RealSurvey, analysis: SurveyAnalysis, groupings: [SurveyGrouping]) {
    self.survey = survey
    self.analysis = analysis
    self.groupings = groupings.dropLast().filter { $0.by != "pooled" }
  }

  /// A paragraph for each table under one definition of reached.
  func texts(
    _ rule: RealSurvey.Rule, in replication: SurveyCalls.Replication, for ability: Console.Ability
  ) -> [String] {
    groupings.map { grouping in
      let differences = analysis.differences(grouping, rule.definition, in: replication)
      var sentences = Self.sentences(differences).map(\.escapingControls)
      if analysis.total == .hours, !grouping.isBySlot {
        sentences.append("The test is of the calls as they are: slots count by their calls, not by hours.")
      }
      let lines = sentences.flatMap { sentence in
        ability.columns.map { sentence.wrapped(to: max(Self.narrowest, $0)) } ?? [sentence]
      }
      return lines.map { $0 + "\n" }.joined()
    }
  }

  /// Writes a row for each test of each grouping, definition and replication.
  func write(_ format: TableFormat, to file: inout OutputFile) throws {
    var writer = CSVWriter(format: format)
    SurveyTables.differences.header(using: &writer, to: &file.pending)
    for replication in survey.replications {
      for rule in survey.rules {
        for grouping in groupings {
          let differences = analysis.differences(grouping, rule.definition, in: replication)
          for test in differences.tests {
            SurveyTables.differences.append(
              .init(
                replication: replication.number, definition: rule.label, differences: differences, test: test),
              using: &writer, to: &file.pending)
          }
        }
        try file.drain()
      }
    }
  }

  static func sentences(_ differences: SurveyDifferences) -> [String] {
    let header = RealSurveyText.header(differences.by)
    guard let first = differences.tests.first else { return [] }
    var sentences: [String] = []
    switch first.finding {
    case .tested: sentences += ["Do the groups by \(header) differ?"] + differences.tests.map(sentence)
    case .undefined(let reason):
      sentences.append("Do the groups by \(header) differ? \(explanation(reason, differences))")
    }
    if differences.groups > 1, !differences.emptyGroups.isEmpty {
      let names = differences.emptyGroups.map { $0.isEmpty ? "(empty)" : $0 }
      sentences.append("Left out, without a valid call: \(names.joined(separator: ", ")).")
    }
    if case .tested = first.finding, differences.isRough, let smallest = differences.smallestExpected {
      let limit = NumberText.shortest(SurveyDifferences.fewExpected)
      let isExactShown = differences.tests.contains { $0.method == .fisher }
      sentences.append(
        "Chi-square is rough here: the smallest expected count is \(NumberText.format(smallest, decimals: 1)), below \(limit). "
          + (isExactShown
            ? "Go by Fisher's test."
            : "Take groups together, or use an exact test where practices were called once (R: fisher.test).")
      )
    }
    return sentences
  }

  private static func sentence(_ test: SurveyDifferences.Test) -> String {
    switch (test.finding, test.method) {
    case (.undefined(let reason), _): return explanation(reason, nil)
    case (.tested(let statistic, let numerator, let denominator, let pValue), let method):
      let value = NumberText.format(statistic, decimals: 2)
      let p = RealSurveyText.pValue(pValue)
      switch method {
      case .chiSquare:
        return "Chi-square test of homogeneity: \(value), \(degrees(numerator)) df, p \(p)."
      case .raoScott:
        return
          "Chi-square test of homogeneity with Rao and Scott's second-order correction: F \(value), \(degrees(numerator)) and \(degrees(denominator)) df, p \(p)."
      case .cochranQ:
        return
          "Cochran's Q, each practice compared with itself: \(value), \(degrees(numerator)) df, p \(p)."
      case .fisher: return "Fisher's exact test: p \(p)."
      case .cochranArmitage:
        let direction =
          statistic > 0 ? " (positive: rising)" : statistic < 0 ? " (negative: falling)" : ""
        return "Cochran–Armitage test for a trend over the day: z \(value)\(direction), p \(p)."
      }
    }
  }

  /// Whole numbers as such, others with one decimal.
  private static func degrees(_ number: Double?) -> String {
    guard let number else { return "–" }
    return NumberText.format(number, decimals: number == number.rounded() ? 0 : 1)
  }

  private static func explanation(
    _ reason: SurveyDifferences.Reason, _ differences: SurveyDifferences?
  ) -> String {
    switch reason {
    case .fewerThanTwoGroups: "Nothing to compare: fewer than two groups have a valid call."
    case .noVariation:
      (differences?.unreached ?? 0) > 0
        ? "Nothing to compare: no valid call reached anybody."
        : "Nothing to compare: every valid call was reached."
    case .tooFewPractices:
      "Not testable: too few practices for so many groups. Practices called several times, or with weights, are clusters; take groups together."
    case .tooManyGroups:
      "Not testable: Rao and Scott's correction is for at most \(SurveyDifferences.mostCorrectedGroups) groups here; take groups together."
    case .noVariance:
      "Not testable: no practice's result changes from group to group, so that chance cannot be judged."
    case .severalCallsOrWeights:
      "The Cochran–Armitage test for a trend is not defined here: practices were called several times, or have weights."
    case .sameTime: "The Cochran–Armitage test for a trend is not defined here: the slots have one middle."
    }
  }

  /// Text is not wrapped to less than this.
  private static let narrowest = 10
}
