public import SurveyDesign
public import Tables

/// One call of a survey, all its attempts together: what its last attempt came to.
public struct SurveyCall: Hashable, Sendable {
  /// What makes attempts one call: the same practice in the same slot on the same day.
  struct Key: Hashable, Sendable {
    var practice: Int32
    var slot: Int32
    /// The day's number, or ``noDay``.
    var day: Int32

    static let noDay = Int32.min
  }

  var key: Key
  /// The attempt's number, or else the time of dialling: of two rows of a call the later one counts.
  var rank: Int32
  /// The row that counts, from 1.
  var row: Int
  var wait: Double
  /// What came of the last attempt.
  public var disposition: Disposition

  /// The practice, as a place in ``SurveyCalls/practices``.
  public var practice: Int { Int(key.practice) }
  /// The slot, as a place in ``SurveyCalls/slots``.
  public var slot: Int { Int(key.slot) }
  /// The day; `nil` if the file does not say.
  public var date: CalendarDate? {
    key.day == Key.noDay ? nil : CalendarDate(dayNumber: Int(key.day))
  }
  /// The wait of the last attempt in seconds; `nil` if the interviewer did not write it down, or no definition asks for it.
  public var waitSeconds: Double? { wait.isNaN ? nil : wait }
}

/// The calls of a file, reduced to what an estimator needs.
///
/// Numbers instead of texts: some 40 bytes a call, however long the rows were.
public struct SurveyCalls: Sendable {
  /// A column of the file by which calls are grouped.
  public struct Column: Sendable {
    /// The column's name in the file.
    public var name: String
    /// Its values in natural order.
    public var labels: [String]
    /// The place of each call's value in ``labels``.
    public var values: [Int32]
  }

  /// A word that leaves something open, and how it was read.
  public struct VagueWord: Hashable, Sendable {
    /// The word.
    public var word: String
    /// The disposition that it was taken for.
    public var disposition: Disposition
    /// Rows with the word.
    public var rows: Int
  }

  /// The calls of one simulated survey; a real file has one.
  public struct Replication: Hashable, Sendable {
    /// Its number.
    public var number: Int
    /// Its calls, by place.
    public var calls: Range<Int>
    /// Its rows: attempts.
    public var rows = 0
    /// Its rows without an outcome: calls planned and not made.
    public var unmadeRows = 0
  }

  /// The practices' numbers: the frame's, or those of the file in the order of their first calls.
  public var practices: [String]
  /// The slots, in the order of the day.
  public var slots: [Slot]
  /// The calls in the order of the rows that count.
  public var calls: [SurveyCall]
  /// The replications in the order of the file, at least one.
  public var replications: [Replication]
  /// Columns to group by.
  public var columns: [Column]
  /// Rows read, of all replications.
  public var rows: Int
  /// Rows without an outcome, of all replications: calls planned and not made.
  public var unmadeRows: Int
  /// Whether the file says only who was reached, so that definitions make no difference.
  public var saysOnlyReached: Bool
  /// Words that leave something open.
  public var vagueWords: [VagueWord]
  /// The weight of each practice, by place, if the file has a column for it, as a drawn call list has; else `nil`.
  public var weights: [Double]?
  /// The stratum of each practice, by place, if the file has a column for it; else `nil`.
  public var strata: [String]?

  /// What is odd about the file and possible.
  public var remarks: [TableRemark] = []

  /// How many practices were called.
  ///
  /// - Complexity: O(calls + practices).
  public var practicesCalled: Int {
    var isCalled = [Bool](repeating: false, count: practices.count)
    for call in calls { isCalled[call.practice] = true }
    return isCalled.count { $0 }
  }
}
