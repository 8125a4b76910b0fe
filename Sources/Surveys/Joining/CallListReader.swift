internal import SurveyDesign
internal import Tables

/// Takes the rows of one call list, and gives each in our spelling under our column names.
struct CallListReader: TableConsumer, Sendable {
  /// The calls in the order of the file.
  private(set) var calls: [ListedCall] = []
  /// The columns, by our names where we know them, in the order of the file.
  private(set) var columns: [String] = []
  /// The practices that are known so far; passed on from list to list.
  private(set) var practices: PracticeNames

  private let file: String
  private let options: CallListJoin.Options
  private var decoder: SurveyRowDecoder
  private var names: [String] = []

  /// The names of columns in the lists before this one, by what makes no difference to them.
  private let known: [String: String]

  init(_ file: String, _ options: CallListJoin.Options, practices: PracticeNames, columns known: [String]) {
    self.file = file
    self.known = Dictionary(known.map { (foldedName($0), $0) }) { first, _ in first }
    self.options = options
    self.practices = practices
    decoder = SurveyRowDecoder(fields: SurveyFields(), codes: options.codes, frame: nil)
  }

  mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    decoder = SurveyRowDecoder(
      fields: SurveyFields(options.columns, in: header, faults: &faults), codes: options.codes, frame: nil,
      slots: options.slots, names: header.names)
    var ours: [Int: String] = [:]
    for column in KnownColumn.allCases {
      let said =
        SurveyColumn(rawValue: column.rawValue).flatMap { options.columns.given[$0] }
        ?? FrameColumn(rawValue: column.rawValue).flatMap { options.frameColumns[$0] }
      let field = said.map { header.index(of: $0) } ?? header.index(of: column, faults: &faults)
      if let field, ours[field] == nil { ours[field] = column.rawValue }
    }
    for (field, name) in header.names.enumerated() {
      let own = ours[field] ?? Self.unambiguous(name)
      let earlier = known[foldedName(own)] ?? own
      // Two columns of one list stay two.
      names.append(names.contains(earlier) ? own : earlier)
    }
    columns = names.filter { !$0.isEmpty }
  }

  /// A further column's name, which must not look like one of ours.
  private static func unambiguous(_ name: String) -> String {
    KnownColumn(rawValue: name.lowercased()) == nil ? name : "file_\(name)"
  }

  mutating func take(_ row: TableRow, faults: inout TableFaults) {
    let faultsBefore = faults.count
    let practice = decoder.practice(row, faults: &faults)
    let replication = decoder.replication(row, faults: &faults)
    let disposition = decoder.disposition(row, faults: &faults)
    let vagueWord = decoder.vagueWord
    let attempt = decoder.attempt(row, faults: &faults)
    let date = decoder.date(row, faults: &faults)
    let due = decoder.time(row, decoder.fields.due, faults: &faults)
    let dialled = decoder.time(row, decoder.fields.dialled, faults: &faults)
    let slot = decoder.namedSlot(row, faults: &faults)
    let wait = decoder.waitSeconds(row, faults: &faults)
    guard faults.count == faultsBefore, let practice, let replication else { return }
    let written = decoder.practices[practice]
    guard let place = practices.place(of: written) else {
      faults.add("the frame has no practice '\(excerpt(written))'", in: row, field: decoder.fields.practice)
      return
    }
    var cells: [String: String] = [:]
    for (field, name) in names.enumerated() where !name.isEmpty && !row.isMissing(field) {
      let text = row.trimmed(field)
      if !text.isEmpty { cells[name] = text }
    }
    func set(_ column: KnownColumn, _ text: String?) {
      if let text { cells[column.rawValue] = text }
    }
    set(.slot, slot?.label)
    set(.date, date?.description)
    set(.due, due?.description)
    set(.dialled, dialled?.description)
    set(.attempt, attempt.map { "\($0)" })
    set(.waitSeconds, wait.map(NumberText.shortest))
    set(.municipality, cells[KnownColumn.municipality.rawValue].map(municipalityName))
    // A word that leaves something open stays as it is, so that this can still be said.
    if decoder.fields.disposition.map({ !row.isMissing($0) }) ?? false {
      set(.disposition, vagueWord ?? disposition?.rawValue)
    }
    if cells[KnownColumn.reached.rawValue] != nil {
      set(.reached, decoder.fields.reached.flatMap { row.boolean($0) }.map { $0 ? "yes" : "no" })
    }
    calls.append(
      ListedCall(
        key: .init(
          replication: replication, practice: place, slot: slot ?? hour(of: dialled ?? due), date: date),
        practice: written, attempt: attempt, due: due, dialled: dialled, disposition: disposition,
        waitSeconds: wait, interviewer: decoder.interviewer(row), cells: cells,
        place: .init(file: file, line: row.line)))
  }

  mutating func end(faults: inout TableFaults) { decoder.end(faults: &faults) }

  /// The hour of a time, for a list without slots.
  private func hour(of time: TimeOfDay?) -> Slot? {
    guard let time, let from = TimeOfDay(hour: time.hour), let to = TimeOfDay(hour: time.hour + 1) else {
      return nil
    }
    return Slot(from: from, to: to)
  }
}
