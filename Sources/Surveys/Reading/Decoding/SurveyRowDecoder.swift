internal import SurveyDesign
internal import Tables

/// Understands the fields of one row of a calls file, each distinct text once.
///
/// Whatever cannot be understood is noted with its line and gives `nil`; so does an empty field (or `NA`), without a fault.
struct SurveyRowDecoder: Sendable {
  let fields: SurveyFields
  let frame: Frame?
  /// The distinct slots in the order of their first calls.
  private(set) var slots: [Slot] = []

  private var names: PracticeNames
  private var outcomes: OutcomeDecoder
  private var practiceTexts = SurveyTextCache<Int>()
  /// What was said of practices that the frame lacks.
  private var unknownPractices = SurveyTextCache<String>()
  private var slotTexts = SurveyTextCache<Slot>()
  private var slotPlacesOfTexts = SurveyTextCache<Int>()
  private var dates = SurveyTextCache<CalendarDate>()
  private var datesBesideTimes = SurveyTextCache<CalendarDate?>()
  private var times = SurveyTextCache<TimeOfDay>()
  private var replications = SurveyTextCache<Int>()
  private var slotPlaces: [Slot: Int] = [:]
  private var slashes = SlashedDates()
  private var waitMarks = NumberMarks()
  /// The slots that a row may name by their beginnings.
  private let namedSlots: [Slot]

  /// The columns' names, for hints.
  private let columnNames: [String]

  init(
    fields: SurveyFields, codes: SurveyCodes, frame: Frame?, slots: [Slot] = [],
    names columnNames: [String] = []
  ) {
    self.fields = fields
    self.columnNames = columnNames
    self.frame = frame
    names = PracticeNames(frame)
    outcomes = OutcomeDecoder(disposition: fields.disposition, reached: fields.reached, codes: codes)
    namedSlots = slots
  }

  /// The practices' numbers: those of the frame, or those of the file in the order of their first calls.
  var practices: [String] { names.names }

  /// Words that leave something open, and how often they came.
  var vagueWords: [(word: String, disposition: Disposition, rows: Int)] { outcomes.vagueWords }

  /// The word in the last row's disposition, if it leaves something open.
  var vagueWord: String? { outcomes.vagueWord }

  /// Codes that are not known, in the order in which they came.
  var unknownCodes: [String] { outcomes.unknownCodes }

  /// Says what the columns as a whole tell.
  func end(faults: inout TableFaults) {
    if let remark = slashes.remark { faults.remark(remark, field: fields.date ?? fields.dialled) }
    faults.judge(waitMarks, field: fields.waitSeconds)
    outcomes.end(faults: &faults)
    if let remark = names.remark { faults.remark(remark, field: fields.practice) }
  }

  /// Whether nothing that is said of columns as a whole has changed since an earlier state.
  func hasNotedNothing(since origin: SurveyRowDecoder) -> Bool {
    slashes == origin.slashes && waitMarks == origin.waitMarks
      && outcomes.hasNotedNothing(since: origin.outcomes)
      && names.remark == origin.names.remark
  }

  /// The places here of the practices that a copy, made of an earlier state, has met since; `nil` if the frame lacks one.
  mutating func furtherPractices(of copy: SurveyRowDecoder, since origin: SurveyRowDecoder) -> [Int32]? {
    var places: [Int32] = []
    for id in copy.practices[origin.practices.count...] {
      guard let place = names.place(of: id) else { return nil }
      places.append(Int32(truncatingIfNeeded: place))
    }
    return places
  }

  /// The places here of the slots of such a copy.
  mutating func slots(of copy: SurveyRowDecoder, since origin: SurveyRowDecoder) -> [Int32] {
    copy.slots.enumerated().map { place, slot in
      Int32(truncatingIfNeeded: place < origin.slots.count ? place : self.place(of: slot))
    }
  }

  /// The practice, as a place in ``practices``.
  mutating func practice(_ row: TableRow, faults: inout TableFaults) -> Int? {
    if let known = practiceTexts.value(of: fields.practice, in: row) { return known }
    let id = row.isMissing(fields.practice) ? "" : row.trimmed(fields.practice)
    guard !id.isEmpty, id.utf8.count <= Self.longestName else {
      faults.add(
        id.isEmpty ? "the practice has no number" : "a practice number has at most \(Self.longestName) bytes",
        in: row, field: fields.practice)
      return nil
    }
    guard let place = names.place(of: id) else {
      let message = unknownMessage(id, row, isKept: faults.keepsNew)
      faults.add(message, in: row, field: fields.practice)
      return nil
    }
    practiceTexts.remember(place, for: fields.practice, in: row)
    return place
  }

  /// The sentence that says that the frame lacks a practice, in the same words in each of its rows.
  private mutating func unknownMessage(_ id: String, _ row: TableRow, isKept: Bool) -> String {
    if let known = unknownPractices.value(of: fields.practice, in: row) { return known }
    let message = "the frame has no practice '\(excerpt(id))'"
    guard isKept else { return message }
    let nearest = nearestMatch(to: id, among: practices).map { "; did you mean '\(excerpt($0))'?" } ?? ""
    unknownPractices.remember(message + nearest, for: fields.practice, in: row)
    return message + nearest
  }

  /// No practice number, code or group is longer; the limit bounds memory when a file is none.
  static let longestName = 200

  /// The slot in the slot column, as a place in ``slots``.
  mutating func slot(_ row: TableRow, faults: inout TableFaults) -> Int? {
    guard let field = fields.slot else { return nil }
    if let known = slotPlacesOfTexts.value(of: field, in: row) { return known }
    guard let slot = namedSlot(row, faults: &faults) else { return nil }
    let place = place(of: slot)
    slotPlacesOfTexts.remember(place, for: field, in: row)
    return place
  }

  /// The slot that a row names, which need not be one of ``slots``.
  mutating func namedSlot(_ row: TableRow, faults: inout TableFaults) -> Slot? {
    guard let field = fields.slot, !row.isMissing(field) else { return nil }
    if let known = slotTexts.value(of: field, in: row) { return known }
    do {
      let slot = try slot(written: row.text(field))
      slotTexts.remember(slot, for: field, in: row)
      return slot
    } catch {
      faults.add("\(error)", in: row, field: field)
      return nil
    }
  }

  /// The slot that a text writes out, or the only one of those that were named that begins at its time: `8`, `kl. 8`.
  private func slot(written text: String) throws -> Slot {
    do {
      return try Slot(parsing: text)
    } catch {
      guard let time = try? TimeOfDay(parsing: text) else { throw error }
      let found = namedSlots.filter { $0.from == time }
      if found.count == 1, let slot = found.first { return slot }
      let hint =
        namedSlots.isEmpty
        ? "; if it is the beginning of one, name the slots with --slots"
        : "; the slots are \(namedSlots.map(\.label).joined(separator: ", "))"
      throw DesignFault("\(error)\(hint)")
    }
  }

  /// The place of a slot in ``slots``, where it is put if it is new.
  mutating func place(of slot: Slot) -> Int {
    if let known = slotPlaces[slot] { return known }
    slotPlaces[slot] = slots.count
    slots.append(slot)
    return slots.count - 1
  }

  /// The day of the call: in its own column, or else beside a time.
  mutating func date(_ row: TableRow, faults: inout TableFaults) -> CalendarDate? {
    guard let field = fields.date else { return dateBesideTime(row) }
    if let known = dates.value(of: field, in: row) { return known }
    guard !row.isMissing(field) else { return nil }
    let text = row.text(field)
    do {
      guard let date = try Moment(parsing: text, for: .date).date else { return nil }
      slashes.take(text)
      dates.remember(date, for: field, in: row)
      return date
    } catch {
      faults.add("\(error)", in: row, field: field)
      return nil
    }
  }

  /// The day in the columns of times, if one stands there.
  mutating func dateBesideTime(_ row: TableRow) -> CalendarDate? {
    for field in [fields.dialled, fields.due].compactMap(\.self) where !row.isMissing(field) {
      if let known = datesBesideTimes.value(of: field, in: row) {
        if let known { return known }
        continue
      }
      let text = row.text(field)
      // What is no time is a fault where times are read.
      let date = (try? Moment(parsing: text))?.date
      datesBesideTimes.remember(date, for: field, in: row)
      if let date {
        slashes.take(text)
        return date
      }
    }
    return nil
  }

  /// A hint at a column that looks like the date and is not read as it; `nil` if there is none.
  func unreadDate(_ row: TableRow) -> String? {
    guard fields.date == nil else { return nil }
    let read = [
      fields.practice, fields.slot, fields.due, fields.dialled, fields.disposition, fields.waitSeconds,
    ]
    let field = columnNames.indices.first { field in
      !read.contains(field) && (try? Moment(parsing: row.trimmed(field)))?.date != nil
    }
    return field.map { field in
      let name = excerpt(columnNames[field])
      return "'\(name)' looks like the date and is not read: say so with --columns date=\(name)"
    }
  }

  /// A time of day in a field.
  mutating func time(_ row: TableRow, _ field: Int?, faults: inout TableFaults) -> TimeOfDay? {
    guard let field else { return nil }
    if let known = times.value(of: field, in: row) { return known }
    guard !row.isMissing(field) else { return nil }
    do {
      guard let time = try Moment(parsing: row.text(field), for: .time).time else { return nil }
      times.remember(time, for: field, in: row)
      return time
    } catch {
      faults.add("\(error)", in: row, field: field)
      return nil
    }
  }

  /// How the call ended; where the file has no disposition, yes is read as staff and no as no answer.
  mutating func disposition(_ row: TableRow, faults: inout TableFaults) -> Disposition? {
    outcomes.disposition(row, faults: &faults)
  }

  /// The number of the attempt, from 1.
  @inline(__always)
  func attempt(_ row: TableRow, faults: inout TableFaults) -> Int? {
    guard let field = fields.attempt, !row.isMissing(field) else { return nil }
    guard let attempt = row.integer(field, faults: &faults) else { return nil }
    guard (1...Self.mostAttempts).contains(attempt) else {
      faults.add("\(attempt) is no attempt; the first is 1", in: row, field: field)
      return nil
    }
    return attempt
  }

  private static let mostAttempts = 1_000_000

  /// The number of the round, from 1; `nil` for a row or a file that does not say.
  @inline(__always)
  func round(_ row: TableRow, faults: inout TableFaults) -> Int? {
    guard let field = fields.round, !row.isMissing(field) else { return nil }
    guard let round = row.integer(field, faults: &faults) else { return nil }
    guard (1...SurveyRound.most).contains(round) else {
      faults.add(
        "\(round) is no round; the first is 1, and a survey has at most \(SurveyRound.most)", in: row,
        field: field)
      return nil
    }
    return round
  }

  /// The wait in seconds.
  mutating func waitSeconds(_ row: TableRow, faults: inout TableFaults) -> Double? {
    guard let field = fields.waitSeconds, !row.isMissing(field) else { return nil }
    guard let wait = row.number(field, faults: &faults) else { return nil }
    guard wait >= 0 else {
      faults.add(
        "a wait of \(NumberText.shortest(wait)) seconds; it cannot be negative", in: row, field: field)
      return nil
    }
    row.withBytes(field) { waitMarks.take($0, line: row.line) }
    return wait
  }

  /// Who rang, as it was written.
  func interviewer(_ row: TableRow) -> String? {
    guard let field = fields.interviewer, !row.isMissing(field) else { return nil }
    let name = row.trimmed(field)
    return name.isEmpty ? nil : name
  }

  /// The number of the simulated survey; 0 for a real one.
  mutating func replication(_ row: TableRow, faults: inout TableFaults) -> Int? {
    guard let field = fields.replication else { return 0 }
    if let known = replications.value(of: field, in: row) { return known }
    guard !row.isMissing(field) else { return 0 }
    guard let number = row.integer(field, faults: &faults) else { return nil }
    guard number >= 0 else {
      faults.add("\(number) is no replication; the first is 0", in: row, field: field)
      return nil
    }
    replications.remember(number, for: field, in: row)
    return number
  }
}
