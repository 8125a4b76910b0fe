import SurveyStatistics
import Tables
import Testing

@testable import Surveys

/// Every field of these rows differs from the others, so that no two columns can stand for each other.
@Suite("Columns of the tables of a survey (golden)")
struct SurveyTablesTests {
  static let rate: SurveyRate = {
    var rate = SurveyRate(
      by: "slot", group: "15:00-16:00",
      estimate: RateEstimate(
        calls: 52, unreached: 5, invalid: 3, rate: 0.096, standardError: 0.041,
        interval: ConfidenceInterval(lower: 0.042, upper: 0.205)),
      bounds: ConfidenceInterval(lower: 0.091, upper: 0.145), population: 420)
    rate.unreachedPractices = 17...86
    rate.pooledRate = 0.08
    rate.estimate.weightsEffect = 1.25
    rate.pooledInterval = ConfidenceInterval(lower: 0.05, upper: 0.12)
    return rate
  }()

  private static func text<Row>(_ table: RowTable<Row>, _ row: Row) -> String {
    String(decoding: table.bytes(of: [row]), as: UTF8.self)
  }

  @Test("estimates.csv with all its columns")
  func estimates() {
    var further = SurveyTables.FurtherEstimates()
    further.bounds = true
    further.snapshot = true
    further.model = true
    further.total = .hours
    further.raked = "municipality,gps"
    let row = SurveyTables.EstimateRow(
      replication: 7, definition: "person", rate: Self.rate,
      estimator: RateEstimator(method: .jeffreys, confidence: 0.9))
    #expect(
      Self.text(SurveyTables.estimates(with: further), row) == """
        replication,definition,by,group,calls,unreached,rate,standard_error,lower,upper,interval,confidence,\
        invalid,rate_if_all_reached,rate_if_none_reached,practices,unreached_practices_lower,\
        unreached_practices_upper,model_rate,model_lower,model_upper,total,raked,weights_design_effect
        7,person,slot,15:00-16:00,52,5,0.096,0.041,0.042,0.205,jeffreys,0.9,3,0.091,0.145,420,17,86,0.08,0.05,0.12,hours,"municipality,gps",1.25

        """)
    #expect(
      Self.text(SurveyTables.estimates, row) == """
        replication,definition,by,group,calls,unreached,rate,standard_error,lower,upper,interval,confidence
        7,person,slot,15:00-16:00,52,5,0.096,0.041,0.042,0.205,jeffreys,0.9

        """)
  }

  // The binomial distribution of 50 calls, Python's math.comb: at 0.1, P(X ≤ 1) = .033786, P(X ≤ 2) = .1117, P(X ≥ 9) = .0579 and
  // P(X ≥ 10) = .024538, so the rule is 1 and 10. P(X ≤ 1) and P(X ≥ 10) are .279432 and .000159 at .05, .002905 and .208906 at .15.
  @Test("verdicts.csv")
  func verdicts() {
    var verdict = SurveyVerdict(rate: Self.rate, target: 0.1, verdict: .undecided)
    verdict.pValueOfFailing = 0.31
    verdict.adjustedPValueOfFailing = 0.62
    verdict.pValueOfMeeting = 0.77
    verdict.rule = VerdictRule(trials: 50, target: 0.1)
    verdict.chances = verdict.rule.map(SurveyVerdict.chances) ?? []
    let row = SurveyTables.VerdictRow(replication: 7, definition: "person", verdict: verdict)
    #expect(
      Self.text(SurveyTables.verdicts, row) == """
        replication,definition,by,group,calls,unreached,rate,target,verdict,p_value,adjusted_p_value,\
        p_value_of_meeting,judged_calls,meets_if_at_most,fails_if_at_least,meets_at_half_target,\
        undecided_at_half_target,fails_at_half_target,meets_at_target,undecided_at_target,fails_at_target,\
        meets_at_one_and_a_half_target,undecided_at_one_and_a_half_target,fails_at_one_and_a_half_target
        7,person,slot,15:00-16:00,52,5,0.096,0.1,undecided,0.31,0.62,0.77,50,1,10,\
        0.279432,0.720410,0.000159,0.033786,0.941676,0.024538,0.002905,0.788188,0.208906

        """)
  }

  @Test("Tests of differences, one defined and one not")
  func differences() {
    let found = SurveyDifferences(
      by: "slot", groups: 8, emptyGroups: ["a", "b"], calls: 400, unreached: 31, smallestExpected: 3.5,
      tests: [
        .init(
          method: .raoScott,
          finding: .tested(statistic: 2.25, numerator: 6.5, denominator: 2600, pValue: 0.034)),
        .init(method: .cochranArmitage, finding: .undefined(.sameTime)),
      ])
    let rows = found.tests.map {
      SurveyTables.DifferenceRow(replication: 9, definition: "person", differences: found, test: $0)
    }
    #expect(
      String(decoding: SurveyTables.differences.bytes(of: rows), as: UTF8.self) == """
        replication,definition,by,groups,empty_groups,calls,unreached,smallest_expected,test,statistic,df,\
        denominator_df,p_value,undefined
        9,person,slot,8,2,400,31,3.5,rao-scott-f,2.25,6.5,2600,0.034,
        9,person,slot,8,2,400,31,3.5,cochran-armitage,,,,,same-time

        """)
  }

  /// A row by the names of its columns.
  private static func cells(_ change: SurveyChange) -> [String: String] {
    let table = SurveyTables.changes(within: .init(margin: 0.03, error: 0.04))
    let row = SurveyTables.ChangeRow(definition: "person", change: change, confidence: 0.9)
    let lines = text(table, row).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
  }

  private static func change(
    _ design: SurveyChange.Design?, baseline: (calls: Int, unreached: Int),
    followUp: (calls: Int, unreached: Int)
  ) -> SurveyChange {
    func rate(_ counts: (calls: Int, unreached: Int)) -> RateEstimate {
      RateEstimate(
        calls: counts.calls, unreached: counts.unreached, invalid: 0,
        rate: Double(counts.unreached) / Double(counts.calls), standardError: nil, interval: nil)
    }
    var change = SurveyChange(
      by: "slot", group: "15:00-16:00", baseline: rate(baseline), followUp: rate(followUp),
      sharedPractices: 7, design: design)
    change.methods = ChangeMethods(
      interval: change.design?.kind == .paired ? .tango : .newcombe, test: .interval)
    change.pValue = 0.031
    change.adjustedPValue = 0.062
    return change
  }

  // SciPy 1.17: fisher_exact and boschloo_exact(…, n=256) of [[4, 15], [46, 45]], and Newcombe's interval from two Wilson intervals at 90 %.
  @Test("Changes between two surveys of different practices")
  func changes() throws {
    let design = SurveyChange.Design.disjoint(
      followUp: try #require(Tally(successes: 4, trials: 50)),
      baseline: try #require(Tally(successes: 15, trials: 60)))
    let cells = Self.cells(Self.change(design, baseline: (60, 15), followUp: (50, 4)))
    let words = [
      "definition": "person", "by": "slot", "group": "15:00-16:00", "baseline_calls": "60",
      "baseline_unreached": "15", "baseline_rate": "0.25", "followup_calls": "50", "followup_unreached": "4",
      "followup_rate": "0.08", "shared_practices": "7", "interval": "newcombe", "confidence": "0.9",
      "test": "interval", "alternative": "two-sided", "p_value": "0.031", "adjusted_p_value": "0.062",
      "conclusion": "better", "mcnemar_p_value": "", "margin": "0.03", "error": "0.04", "not_worse": "true",
      "equivalent": "false",
    ]
    for (column, word) in words { #expect(cells[column] == word, "\(column)") }
    let numbers = [
      "change": -0.17, "lower": -0.2803453133062359, "upper": -0.05216561825915991,
      "fisher_p_value": 0.02289743468137671, "boschloo_p_value": 0.02081900414301238,
    ]
    for (column, number) in numbers {
      #expect(abs((cells[column].flatMap(Double.init) ?? .nan) - number) < 1e-6, "\(column)")
    }
    #expect(cells.count == words.count + numbers.count)
  }

  // 2 practices unreached only at the follow-up, 9 only at the baseline: mid-p 0.03857… by SciPy's binom; Tango's interval at 90 % by
  // brentq over the score.
  @Test("Changes between two surveys of the same practices")
  func pairedChanges() throws {
    let pairs = try #require(PairedCounts(both: 3, firstOnly: 2, secondOnly: 9, neither: 36))
    let cells = Self.cells(Self.change(.paired(pairs), baseline: (50, 12), followUp: (50, 5)))
    #expect(cells["fisher_p_value"] == "" && cells["boschloo_p_value"] == "" && cells["interval"] == "tango")
    let numbers = [
      "mcnemar_p_value": 0.038574218750000014, "lower": -0.2538487864977711, "upper": -0.034785489485378275,
    ]
    for (column, number) in numbers {
      #expect(abs((cells[column].flatMap(Double.init) ?? .nan) - number) < 1e-6, "\(column)")
    }
  }
}
