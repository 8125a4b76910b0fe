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
        sentences.append(
          said(
            "The test is of the calls as they are: slots count by their calls, not by hours.",
            "Testen er af opkaldene, som de er: Tidsrum tæller efter deres opkald, ikke efter timer."))
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
    let question = said(
      "Do the groups by \(header) differ?", "Er der forskel på grupperne efter \(header.lowercased())?")
    switch first.finding {
    case .tested: sentences += [question] + differences.tests.map(sentence)
    case .undefined(let reason): sentences.append("\(question) \(explanation(reason, differences))")
    }
    if differences.groups > 1, !differences.emptyGroups.isEmpty {
      let names = differences.emptyGroups.map { Phrase.group($0) }.joined(separator: ", ")
      sentences.append(
        said("Left out, without a valid call: \(names).", "Udeladt, uden et gyldigt opkald: \(names)."))
    }
    if case .tested = first.finding, differences.isRough, let smallest = differences.smallestExpected {
      let limit = spoken(NumberText.shortest(SurveyDifferences.fewExpected))
      let least = spoken(smallest, decimals: 1)
      let isExactShown = differences.tests.contains { $0.method == .fisher }
      sentences.append(
        said(
          "Chi-square is rough here: the smallest expected count is \(least), below \(limit). ",
          "Chi-i-anden er grov her: Det mindste forventede antal er \(least), under \(limit). ")
          + (isExactShown
            ? said("Go by Fisher's test.", "Brug Fishers test.")
            : said(
              "Take groups together, or use an exact test where practices were called once (R: fisher.test).",
              "Læg grupper sammen, eller brug en eksakt test, hvor praksisser er ringet op én gang (R: fisher.test)."
            ))
      )
    }
    return sentences
  }

  private static func sentence(_ test: SurveyDifferences.Test) -> String {
    switch (test.finding, test.method) {
    case (.undefined(let reason), _): return explanation(reason, nil)
    case (.tested(let statistic, let numerator, let denominator, let pValue), let method):
      let value = spoken(statistic, decimals: 2)
      let p = RealSurveyText.pValue(pValue)
      switch method {
      case .chiSquare:
        let df = degrees(numerator)
        return said(
          "Chi-square test of homogeneity: \(value), \(df) df, p \(p).",
          "Chi-i-anden-test for homogenitet: \(value), \(df) frihedsgrader, p \(p).")
      case .raoScott:
        let (one, other) = (degrees(numerator), degrees(denominator))
        return said(
          "Chi-square test of homogeneity with Rao and Scott's second-order correction: F \(value), \(one) and \(other) df, p \(p).",
          "Chi-i-anden-test for homogenitet med Rao og Scotts korrektion af anden orden: F \(value), \(one) og \(other) frihedsgrader, p \(p)."
        )
      case .cochranQ:
        let df = degrees(numerator)
        return said(
          "Cochran's Q, each practice compared with itself: \(value), \(df) df, p \(p).",
          "Cochrans Q, hver praksis sammenlignet med sig selv: \(value), \(df) frihedsgrader, p \(p).")
      case .fisher: return said("Fisher's exact test: p \(p).", "Fishers eksakte test: p \(p).")
      case .cochranArmitage:
        let direction =
          statistic > 0
          ? said(" (positive: rising)", " (positiv: stigende)")
          : statistic < 0 ? said(" (negative: falling)", " (negativ: faldende)") : ""
        return said(
          "Cochran–Armitage test for a trend over the day: z \(value)\(direction), p \(p).",
          "Cochran–Armitage-test for en tendens over dagen: z \(value)\(direction), p \(p).")
      }
    }
  }

  /// Whole numbers as such, others with one decimal.
  private static func degrees(_ number: Double?) -> String {
    guard let number else { return "–" }
    return spoken(number, decimals: number == number.rounded() ? 0 : 1)
  }

  private static func explanation(
    _ reason: SurveyDifferences.Reason, _ differences: SurveyDifferences?
  ) -> String {
    switch reason {
    case .fewerThanTwoGroups:
      said(
        "Nothing to compare: fewer than two groups have a valid call.",
        "Intet at sammenligne: Færre end to grupper har et gyldigt opkald.")
    case .noVariation:
      (differences?.unreached ?? 0) > 0
        ? said(
          "Nothing to compare: no valid call reached anybody.",
          "Intet at sammenligne: Intet gyldigt opkald fik kontakt.")
        : said(
          "Nothing to compare: every valid call was reached.",
          "Intet at sammenligne: Alle gyldige opkald fik kontakt.")
    case .tooFewPractices:
      said(
        "Not testable: too few practices for so many groups. Practices called several times, or with weights, are clusters; take groups together.",
        "Kan ikke testes: For få praksisser til så mange grupper. Praksisser, der er ringet op flere gange eller har vægte, er klynger; læg grupper sammen."
      )
    case .tooManyGroups:
      said(
        "Not testable: Rao and Scott's correction is for at most \(SurveyDifferences.mostCorrectedGroups) groups here; take groups together.",
        "Kan ikke testes: Rao og Scotts korrektion er her for højst \(SurveyDifferences.mostCorrectedGroups) grupper; læg grupper sammen."
      )
    case .noVariance:
      said(
        "Not testable: no practice's result changes from group to group, so that chance cannot be judged.",
        "Kan ikke testes: Ingen praksis' resultat skifter fra gruppe til gruppe, så tilfældet kan ikke bedømmes."
      )
    case .severalCallsOrWeights:
      said(
        "The Cochran–Armitage test for a trend is not defined here: practices were called several times, or have weights.",
        "Cochran–Armitage-testen for en tendens er ikke defineret her: Praksisser er ringet op flere gange eller har vægte."
      )
    case .sameTime:
      said(
        "The Cochran–Armitage test for a trend is not defined here: the slots have one middle.",
        "Cochran–Armitage-testen for en tendens er ikke defineret her: Tidsrummene har samme midtpunkt.")
    }
  }

  /// Text is not wrapped to less than this.
  private static let narrowest = 10
}
