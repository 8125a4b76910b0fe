package import SurveyDesign
package import Tables

/// One call of a survey, all its attempts together, on whatever day and in whatever round: what its last attempt came to.
package struct SurveyCall: Equatable, Sendable {
  /// What makes rows one call before those of other days are joined: the same practice in the same slot on the same day.
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
  package var disposition: Disposition
  /// The lowest attempt number among the rows, from 1.
  var firstAttempt: Int16 = 1
  /// The round of the row that counts, from 1.
  var storedRound: Int16 = 1
  /// How many calls this one stands for.
  var storedCount: Int32 = 1
  /// Whether the attempt that counts is a later one than the first.
  package var isRedialled = false
  /// Whether the practice was first rung in a later round, as one from the reserve is.
  package var isReserve = false

  /// How many calls this one stands for: more than itself only where a reader need not keep each, and then they are alike in all but
  /// the day.
  package var count: Int { Int(storedCount) }
  /// The practice, as a place in ``SurveyCalls/practices``.
  package var practice: Int { Int(key.practice) }
  /// The slot of the first attempt, as a place in ``SurveyCalls/slots``: what the call was drawn for.
  package var slot: Int { Int(key.slot) }
  /// The day of the first attempt; `nil` if the file does not say.
  package var date: CalendarDate? {
    key.day == Key.noDay ? nil : CalendarDate(dayNumber: Int(key.day))
  }
  /// The round of the attempt that counts, from 1.
  package var round: Int { Int(storedRound) }
  /// The wait of the last attempt in seconds; `nil` if the interviewer did not write it down, or no definition asks for it.
  package var waitSeconds: Double? { wait.isNaN ? nil : wait }
}

/// The calls of a file, reduced to what an estimator needs.
///
/// Numbers instead of texts: some 40 bytes a call, however long the rows were, or for all that are alike (``SurveyCall/count``).
package struct SurveyCalls: Sendable {
  /// A column of the file by which calls are grouped.
  package struct Column: Sendable {
    /// The column's name in the file.
    package var name: String
    /// Its values in natural order.
    package var labels: [String]
    /// The place of each call's value in ``labels``.
    package var values: [Int32]
  }

  /// A word that leaves something open, and how it was read.
  package struct VagueWord: Equatable, Sendable {
    /// The word.
    package var word: String
    /// The disposition that it was taken for.
    package var disposition: Disposition
    /// Rows with the word.
    package var rows: Int
  }

  /// The calls of one simulated survey; a real file has one.
  package struct Replication: Equatable, Sendable {
    /// Its number.
    package var number: Int
    /// Its calls, by place in ``SurveyCalls/calls``.
    package var calls: Range<Int>
    /// Its rows: attempts.
    package var rows = 0
    /// Its rows without an outcome: calls planned and not made.
    package var unmadeRows = 0
  }

  /// The practices' numbers: the frame's, or those of the file in the order of their first calls.
  package var practices: [String]
  /// The slots, in the order of the day.
  package var slots: [Slot]
  /// The calls in the order of the rows that count, or, where one may stand for several, by practice, slot and disposition.
  package var calls: [SurveyCall]
  /// The replications in the order of the file, at least one.
  package var replications: [Replication]
  /// Columns to group by.
  package var columns: [Column]
  /// Rows read, of all replications.
  package var rows: Int
  /// Rows without an outcome, of all replications: calls planned and not made.
  package var unmadeRows: Int
  /// Whether the file says only who was reached, so that definitions make no difference.
  package var saysOnlyReached: Bool
  /// Words that leave something open.
  package var vagueWords: [VagueWord]
  /// The weight of each practice, by place, if the file has a column for it, as a drawn call list has; else `nil`.
  package var weights: [Double]?
  /// The stratum of each practice, by place, if the file has a column for it; else `nil`.
  package var strata: [String]?

  /// Whether a call may stand for several that are alike.
  package var areCounted = false

  /// Whether calls were tried again on other days or in later rounds.
  package var hasRounds = false

  /// What is odd about the file and possible.
  package var remarks: [TableRemark] = []

  /// How many practices were called.
  ///
  /// - Complexity: O(calls + practices).
  package var practicesCalled: Int {
    var isCalled = [Bool](repeating: false, count: practices.count)
    for call in calls { isCalled[call.practice] = true }
    return isCalled.count { $0 }
  }
}
