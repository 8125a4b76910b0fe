internal import SurveyDesign
internal import Tables

/// Understands the fields of one row of a calls file, each distinct text once.
///
/// Whatever cannot be understood is noted with its line and gives `nil`; so does an empty field, without a fault.
struct SurveyRowDecoder: Sendable {
  let fields: SurveyFields
  let codes: SurveyCodes
  let frame: Frame?
  /// The practices' numbers: those of the frame, or those of the file in the order of their first calls.
  private(set) var practices: [String]
  /// The distinct slots in the order of their first calls.
  private(set) var slots: [Slot] = []
  /// Words that leave something open, and how often they came.
  private(set) var vagueWords: [(word: String, disposition: Disposition, rows: Int)] = []
  /// Which of them stands in the last row.
  private var vagueWordOfRow: Int?

  private var practiceTexts = SurveyTextCache<Int>()
  private var slotTexts = SurveyTextCache<Int>()
  private var dates = SurveyTextCache<CalendarDate>()
  private var times = SurveyTextCache<TimeOfDay>()
  private var dispositions = SurveyTextCache<(disposition: Disposition, vagueWord: Int?)>()
  private var replications = SurveyTextCache<Int>()
  private var practicePlaces: [String: Int] = [:]
  /// The frame's practices without leading zeros, which spreadsheets drop; `nil` where two would be the same.
  private var unpaddedPlaces: [String: Int?] = [:]
  private var slotPlaces: [Slot: Int] = [:]

  init(fields: SurveyFields, codes: SurveyCodes, frame: Frame?) {
    self.fields = fields
    self.codes = codes
    self.frame = frame
    practices = frame?.practices.map(\.id) ?? []
    for (place, id) in practices.enumerated() {
      let unpadded = Self.unpadded(id)
      unpaddedPlaces[unpadded] = .some(unpaddedPlaces[unpadded] == nil ? place : nil)
    }
  }

  /// The practice, as a place in ``practices``.
  mutating func practice(_ row: TableRow, faults: inout TableFaults) -> Int? {
    let bytes = row.bytes(fields.practice)
    if let known = practiceTexts.value(of: bytes) { return known }
    let id = row.trimmed(fields.practice)
    guard !id.isEmpty, id.utf8.count <= Self.longestName else {
      faults.add(
        id.isEmpty ? "the practice has no number" : "a practice number has at most \(Self.longestName) bytes",
        in: row, field: fields.practice)
      return nil
    }
    guard let place = place(of: id) else {
      let nearest = nearestMatch(to: id, among: practices).map { "; did you mean '\(excerpt($0))'?" } ?? ""
      faults.add("the frame has no practice '\(excerpt(id))'\(nearest)", in: row, field: fields.practice)
      return nil
    }
    practiceTexts.remember(place, for: bytes)
    return place
  }

  private mutating func place(of id: String) -> Int? {
    if let frame { return frame.index(of: id) ?? unpaddedPlaces[Self.unpadded(id)] ?? nil }
    if let known = practicePlaces[id] { return known }
    practicePlaces[id] = practices.count
    practices.append(id)
    return practices.count - 1
  }

  private static func unpadded(_ id: String) -> String { String(id.drop { $0 == "0" }) }

  /// No practice number, code or group is longer; the limit bounds memory when a file is none.
  static let longestName = 200

  /// The slot in the slot column, as a place in ``slots``.
  mutating func slot(_ row: TableRow, faults: inout TableFaults) -> Int? {
    guard let field = fields.slot, !row.isEmpty(field) else { return nil }
    let bytes = row.bytes(field)
    if let known = slotTexts.value(of: bytes) { return known }
    do {
      let place = place(of: try Slot(parsing: row.text(field)))
      slotTexts.remember(place, for: bytes)
      return place
    } catch {
      faults.add("\(error)", in: row, field: field)
      return nil
    }
  }

  /// The slot that a row names, which need not be one of ``slots``.
  func namedSlot(_ row: TableRow, faults: inout TableFaults) -> Slot? {
    guard let field = fields.slot, !row.isEmpty(field) else { return nil }
    do {
      return try Slot(parsing: row.text(field))
    } catch {
      faults.add("\(error)", in: row, field: field)
      return nil
    }
  }

  /// The place of a slot in ``slots``, where it is put if it is new.
  mutating func place(of slot: Slot) -> Int {
    if let known = slotPlaces[slot] { return known }
    slotPlaces[slot] = slots.count
    slots.append(slot)
    return slots.count - 1
  }

  /// The day of the call.
  mutating func date(_ row: TableRow, faults: inout TableFaults) -> CalendarDate? {
    guard let field = fields.date, !row.isEmpty(field) else { return nil }
    let bytes = row.bytes(field)
    if let known = dates.value(of: bytes) { return known }
    do {
      let date = try CalendarDate(parsing: row.text(field))
      dates.remember(date, for: bytes)
      return date
    } catch {
      faults.add("\(error)", in: row, field: field)
      return nil
    }
  }

  /// A time of day in a field.
  mutating func time(_ row: TableRow, _ field: Int?, faults: inout TableFaults) -> TimeOfDay? {
    guard let field, !row.isEmpty(field) else { return nil }
    let bytes = row.bytes(field)
    if let known = times.value(of: bytes) { return known }
    do {
      let time = try TimeOfDay(parsing: row.text(field))
      times.remember(time, for: bytes)
      return time
    } catch {
      faults.add("\(error)", in: row, field: field)
      return nil
    }
  }

  /// How the call ended; a file without dispositions has yes for staff and no for no answer.
  mutating func disposition(_ row: TableRow, faults: inout TableFaults) -> Disposition? {
    vagueWordOfRow = nil
    guard let field = fields.disposition else { return reached(row, faults: &faults) }
    guard !row.isEmpty(field) else { return nil }
    let bytes = row.bytes(field)
    if let known = dispositions.value(of: bytes) {
      countVagueWord(known.vagueWord)
      return known.disposition
    }
    let word = row.trimmed(field)
    guard !word.isEmpty else { return nil }
    guard word.utf8.count <= Self.longestName, let meaning = codes.meaning(of: word) else {
      faults.add(codes.unknownMessage(word), in: row, field: field)
      return nil
    }
    var vagueWord: Int?
    if meaning.isVague {
      let name = word.lowercased()
      vagueWord = vagueWords.firstIndex { $0.word == name } ?? vagueWords.count
      if vagueWord == vagueWords.count { vagueWords.append((name, meaning.disposition, 0)) }
    }
    dispositions.remember((meaning.disposition, vagueWord), for: bytes)
    countVagueWord(vagueWord)
    return meaning.disposition
  }

  /// The word in the last row's disposition, if it leaves something open.
  var vagueWord: String? { vagueWordOfRow.map { vagueWords[$0].word } }

  private mutating func countVagueWord(_ number: Int?) {
    vagueWordOfRow = number
    if let number { vagueWords[number].rows += 1 }
  }

  private func reached(_ row: TableRow, faults: inout TableFaults) -> Disposition? {
    guard let field = fields.reached, !row.isEmpty(field) else { return nil }
    return row.boolean(field, faults: &faults).map { $0 ? .answeredByStaff : .noAnswer }
  }

  /// The number of the attempt, from 1.
  func attempt(_ row: TableRow, faults: inout TableFaults) -> Int? {
    guard let field = fields.attempt, !row.isEmpty(field) else { return nil }
    guard let attempt = row.integer(field, faults: &faults) else { return nil }
    guard (1...Self.mostAttempts).contains(attempt) else {
      faults.add("\(attempt) is no attempt; the first is 1", in: row, field: field)
      return nil
    }
    return attempt
  }

  private static let mostAttempts = 1_000_000

  /// The wait in seconds.
  func waitSeconds(_ row: TableRow, faults: inout TableFaults) -> Double? {
    guard let field = fields.waitSeconds, !row.isEmpty(field) else { return nil }
    guard let wait = row.number(field, faults: &faults) else { return nil }
    guard wait >= 0 else {
      faults.add(
        "a wait of \(NumberText.shortest(wait)) seconds; it cannot be negative", in: row, field: field)
      return nil
    }
    return wait
  }

  /// The number of the simulated survey; 0 for a real one.
  mutating func replication(_ row: TableRow, faults: inout TableFaults) -> Int? {
    guard let field = fields.replication, !row.isEmpty(field) else { return 0 }
    let bytes = row.bytes(field)
    if let known = replications.value(of: bytes) { return known }
    guard let number = row.integer(field, faults: &faults) else { return nil }
    guard number >= 0 else {
      faults.add("\(number) is no replication; the first is 0", in: row, field: field)
      return nil
    }
    replications.remember(number, for: bytes)
    return number
  }
}
