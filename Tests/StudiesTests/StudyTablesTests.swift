import SurveyDesign
import Tables
import Testing

@testable import Studies
@testable import TelephoneAccess

/// Every field of these rows differs from the others, so that no two columns can stand for each other.
@Suite("Columns of the tables of a study (golden)")
struct StudyTablesTests {
  private static func text<Row>(_ table: RowTable<Row>, _ row: Row) -> String {
    String(decoding: table.bytes(of: [row]), as: UTF8.self)
  }

  private static let group = StudyOutline.Group(by: "slot", label: "15:00-16:00", target: 0.1)

  /// A mean and its error, told apart by their last digits.
  private static func mean(_ number: Int) -> MonteCarloMean {
    MonteCarloMean(value: Double(number) / 100, standardError: Double(number) / 10_000)
  }

  /// Three numbers that differ by a factor of ten.
  private static func spread(_ number: Int) -> RegionalSpread {
    RegionalSpread(
      standardDeviation: Double(number) / 10_000, lowest: Double(number) / 1000, highest: Double(number) / 100
    )
  }

  @Test("truth.csv")
  func truth() {
    let row = StudyTables.TruthRow(
      definition: "person", group: Self.group, truth: Self.mean(11), openTruth: Self.mean(12),
      waits: [Self.mean(14), Self.mean(15)], regions: 7, spread: Self.spread(13))
    #expect(
      Self.text(StudyTables.truth(regions: 1), row) == """
        definition,by,group,rate,monte_carlo_se,open_rate,open_monte_carlo_se,median_wait_seconds,\
        median_wait_seconds_se,wait_90th_percentile_seconds,wait_90th_percentile_seconds_se
        person,slot,15:00-16:00,0.110000,0.001100,0.120000,0.001200,0.140,0.001,0.150,0.002

        """)
    #expect(
      Self.text(StudyTables.truth(regions: 7), row) == """
        definition,by,group,rate,monte_carlo_se,open_rate,open_monte_carlo_se,median_wait_seconds,\
        median_wait_seconds_se,wait_90th_percentile_seconds,wait_90th_percentile_seconds_se,regions,\
        between_regions_sd,lowest_region,highest_region
        person,slot,15:00-16:00,0.110000,0.001100,0.120000,0.001200,0.140,0.001,0.150,0.002,7,0.001300,\
        0.013000,0.130000

        """)
  }

  @Test("tallies.csv and sums.csv")
  func sums() {
    var row = SumRow(
      study: 7, name: SumName("estimate", "person", StudyGroup(by: "slot", label: "15:00-16:00")))
    row.lower = 0.25
    row.upper = 0.5
    row.count = 3
    row.sum = 4
    row.sumOfSquares = 5
    row.range = 8...9
    let columns = "quantity,definition,by,group,lower,upper,count,sum,sum_of_squares"
    let values = "estimate,person,slot,15:00-16:00,0.25,0.5,3,4,5"
    #expect(Self.text(StudyTallies.table(regions: 1), row) == "\(columns)\n\(values)\n")
    #expect(Self.text(StudyTallies.table(regions: 2), row) == "\(columns),region\n\(values),7\n")
    #expect(
      Self.text(SumRow.table, row) == """
        study,quantity,definition,by,group,count,sum,sum_of_squares,first,last
        7,estimate,person,slot,15:00-16:00,3,4,5,8,9

        """)
  }

  @Test("summary.csv")
  func summary() {
    var row = DiagnosisRow(
      replications: 40, truth: Self.mean(11), meanEstimate: 0.12, meanEstimateStandardError: 0.0012,
      bias: 0.13, biasStandardError: 0.0013)
    row.protocolBias = Self.mean(14)
    row.standardDeviation = Self.mean(15)
    row.rootMeanSquareError = Self.mean(16)
    row.coverage = Self.mean(17)
    row.width = Self.mean(18)
    row.meets = Self.mean(19)
    row.undecided = Self.mean(20)
    row.fails = Self.mean(21)
    row.falseVerdict = Self.mean(22)
    row.late = Self.mean(23)
    row.notAttempted = Self.mean(24)
    let all = StudyTables.SummaryRow(
      definition: "person", group: Self.group, row: row, interviewerHours: Self.mean(25),
      daysUsed: Self.mean(26))
    #expect(
      Self.text(StudyTables.summary, all) == """
        definition,by,group,replications,target,truth,truth_se,mean_estimate,mean_estimate_se,bias,bias_se,\
        protocol_bias,protocol_bias_se,sd,sd_se,rmse,rmse_se,coverage,coverage_se,mean_width,mean_width_se,\
        p_meets,p_meets_se,p_undecided,p_undecided_se,p_fails,p_fails_se,p_false_verdict,p_false_verdict_se,\
        late_share,late_share_se,not_attempted_share,not_attempted_share_se,interviewer_hours,\
        interviewer_hours_se,days_used,days_used_se
        person,slot,15:00-16:00,40,0.1,0.110000,0.001100,0.120000,0.001200,0.130000,0.001300,\
        0.140000,0.001400,0.150000,0.001500,0.160000,0.001600,0.170000,0.001700,0.180000,0.001800,\
        0.190000,0.001900,0.200000,0.002000,0.210000,0.002100,0.220000,0.002200,0.230000,0.002300,\
        0.240000,0.002400,0.250000,0.002500,0.260000,0.002600

        """)
  }

  @Test("traffic.csv")
  func traffic() {
    let row = StudyTables.TrafficRow(
      label: "15:00-16:00", figures: (11..<38).map(Self.mean), quantiles: (38..<40).map(Self.mean))
    #expect(
      Self.text(StudyTables.traffic(professionals: false), row) == """
        slot,fresh_calls,fresh_calls_se,redials,redials_se,ended_in_menu,ended_in_menu_se,answered,\
        answered_se,called_back,called_back_se,called_back_in_vain,called_back_in_vain_se,abandoned,\
        abandoned_se,blocked,blocked_se,balked,balked_se,off,off_se,still_waiting,still_waiting_se,\
        forwarded,forwarded_se,displaced_to_out_of_hours,displaced_to_out_of_hours_se,\
        mean_wait_seconds,mean_wait_seconds_se,mean_callback_wait_seconds,\
        mean_callback_wait_seconds_se,answered_within_target,answered_within_target_se,occupancy,\
        occupancy_se,answered_within_60_seconds,answered_within_60_seconds_se,\
        answered_within_120_seconds,answered_within_120_seconds_se,answered_within_180_seconds,\
        answered_within_180_seconds_se,answered_within_300_seconds,answered_within_300_seconds_se,\
        answered_within_600_seconds,answered_within_600_seconds_se,lost_within_60_seconds,\
        lost_within_60_seconds_se,lost_within_120_seconds,lost_within_120_seconds_se,\
        lost_within_180_seconds,lost_within_180_seconds_se,lost_within_300_seconds,\
        lost_within_300_seconds_se,lost_within_600_seconds,lost_within_600_seconds_se,\
        median_wait_seconds,median_wait_seconds_se,wait_90th_percentile_seconds,\
        wait_90th_percentile_seconds_se
        15:00-16:00,0.110000,0.001100,0.120000,0.001200,0.130000,0.001300,0.140000,0.001400,0.150000,\
        0.001500,0.160000,0.001600,0.170000,0.001700,0.180000,0.001800,0.190000,0.001900,0.200000,\
        0.002000,0.210000,0.002100,0.220000,0.002200,0.230000,0.002300,0.240,0.002,0.250,0.003,\
        0.260000,0.002600,0.270000,0.002700,0.280000,0.002800,0.290000,0.002900,0.300000,0.003000,\
        0.310000,0.003100,0.320000,0.003200,0.330000,0.003300,0.340000,0.003400,0.350000,0.003500,\
        0.360000,0.003600,0.370000,0.003700,0.380,0.004,0.390,0.004

        """)
    // Where professionals call too, the last column says who.
    var other = row
    other.caller = .professional
    let lines = Self.text(StudyTables.traffic(professionals: true), other).split(separator: "\n")
    #expect(lines[0].hasSuffix(",wait_90th_percentile_seconds_se,caller"))
    #expect(lines[1].hasSuffix(",0.390,0.004,professional"))
  }

  @Test("sweep.csv and cells.csv")
  func sweep() {
    var row = SweepRow(rate: Self.mean(11), displaced: Self.mean(15))
    row.difference = Self.mean(12)
    row.unpairedError = 0.013
    row.meanEstimate = Self.mean(14)
    row.displacedDifference = Self.mean(16)
    row.displacedUnpairedError = 0.017
    row.answeredWithinTarget = 0.18
    row.meanWaitSeconds = 19
    row.interviewerHours = Self.mean(20)
    row.rateSpread = Self.spread(21)
    row.differenceSpread = Self.spread(22)
    let cell = SweepTables.Row(
      cell: 3, values: ["6", "0.5"], scenario: "s", definition: "person",
      group: StudyGroup(by: "slot", label: "15:00-16:00"), replications: 40, regions: 7, row: row)
    #expect(
      Self.text(SweepTables.sweep(varying: ["survey.attempts", "x"], regions: 1), cell) == """
        cell,survey.attempts,x,scenario,definition,by,group,replications,rate,monte_carlo_se,difference,\
        paired_se,unpaired_se,mean_estimate,mean_estimate_se,displaced_per_1000_practice_days,displaced_se,\
        displaced_difference,displaced_paired_se,displaced_unpaired_se,answered_within_target,\
        mean_wait_seconds,interviewer_hours
        3,6,0.5,s,person,slot,15:00-16:00,40,0.110000,0.001100,0.120000,0.001200,0.013000,0.140000,0.001400,\
        0.150000,0.001500,0.160000,0.001600,0.017000,0.180000,19.000000,0.200000

        """)
    let regional = Self.text(SweepTables.sweep(varying: [], regions: 7), cell).split(separator: "\n")
    #expect(
      regional[0].hasSuffix(
        ",interviewer_hours,regions,between_regions_sd,lowest_region,highest_region,"
          + "difference_between_regions_sd,lowest_difference,highest_difference"))
    #expect(regional[1].hasSuffix(",0.200000,7,0.002100,0.021000,0.210000,0.002200,0.022000,0.220000"))
    #expect(
      Self.text(
        SweepTables.cells(varying: ["x"]),
        .init(cell: 3, values: ["6"], scenario: "s", title: "A title", sha256: "ab")) == """
          cell,x,scenario,title,sha256
          3,6,s,A title,ab

          """)
  }
}
