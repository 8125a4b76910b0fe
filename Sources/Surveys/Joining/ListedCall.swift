package import SurveyDesign

/// One row of a call list, understood and with its cells in one spelling, so that lists of several people can be held against each other.
package struct ListedCall: Sendable {
  /// Where the row stands.
  package struct Place: Hashable, Sendable {
    /// The file as the user named it.
    package var file: String
    /// The physical line, from 1.
    package var line: Int
  }

  /// What makes rows one call: the same practice in the same slot on the same day.
  struct Key: Hashable, Sendable {
    var replication: Int
    var practice: Int
    var slot: Slot?
    var date: CalendarDate?
  }

  var key: Key
  /// The practice's number, as the frame or the longest spelling has it.
  package internal(set) var practice: String
  /// The slot, or that of the plan.
  package var slot: Slot? { key.slot }
  /// The day.
  package var date: CalendarDate? { key.date }
  /// Which attempt, from 1; `nil` if the list does not say.
  package internal(set) var attempt: Int?
  /// When it should have been dialled.
  package internal(set) var due: TimeOfDay?
  /// When it was dialled.
  package internal(set) var dialled: TimeOfDay?
  /// How it ended; `nil` while it has not been made.
  package internal(set) var disposition: Disposition?
  /// The wait in seconds, where the interviewer noted it.
  package internal(set) var waitSeconds: Double?
  /// Who rang or should ring.
  package internal(set) var interviewer: String?
  /// The cells by the names of their columns, without those that are empty.
  var cells: [String: String]
  /// Where it stands; of a call that stands in several lists, in the one that has its outcome.
  package internal(set) var place: Place

  /// Whether the call has been made.
  package var isMade: Bool { disposition != nil && disposition != .notAttempted }

  /// What decides the order of rows.
  func precedes(_ other: ListedCall) -> Bool {
    if key.replication != other.key.replication { return key.replication < other.key.replication }
    let (day, otherDay) = (date?.dayNumber ?? .min, other.date?.dayNumber ?? .min)
    if day != otherDay { return day < otherDay }
    let (time, otherTime) = (time, other.time)
    if time != otherTime { return time < otherTime }
    if practice != other.practice { return NaturalOrder.precedes(practice, other.practice) }
    if attempt != other.attempt { return (attempt ?? 0) < (other.attempt ?? 0) }
    let (moment, otherMoment) = (dialled?.milliseconds ?? -1, other.dialled?.milliseconds ?? -1)
    if moment != otherMoment { return moment < otherMoment }
    return (place.file, place.line) < (other.place.file, other.place.line)
  }

  /// When the call comes in the day, in milliseconds: when it is due, else its slot, else when it was dialled.
  private var time: Int { due?.milliseconds ?? slot?.from.milliseconds ?? dialled?.milliseconds ?? -1 }
}
