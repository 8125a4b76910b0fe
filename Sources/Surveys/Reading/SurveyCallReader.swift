internal import SurveyDesign
package import Tables

/// Takes the rows of a calls file as a `CSVReader` finds them, and ends in ``SurveyCalls``.
///
/// A call is what one practice was rung for, on however many days and in however many rounds; the last attempt that was made counts:
/// that of the latest round with the highest number, else the one dialled last. Two outcomes of one attempt are a fault: the order of
/// rows decides nothing. Rows of one slot and day are put together as they come, those of other days at the end (`joinDays`).
package struct SurveyCallReader: TableConsumer, Sendable {
  let options: Options
  var decoder: SurveyRowDecoder
  var groupFields: [Int] = []
  private var groupIsMunicipality: [Bool] = []
  private var allowed: [(field: Int, name: String, values: Set<String>)] = []
  private var groupTexts: [SurveyTextCache<Int32>] = []
  var groupLabels: [[String]] = []
  var groupPlaces: [[String: Int]] = []
  var groupValues: [[Int32]] = []
  var calls: [SurveyCall] = []
  var index = SurveyCallIndex()
  var replications: [SurveyCalls.Replication] = []
  var seenReplications = Set<Int>()
  var weights = SurveyCallWeights()
  var rows = 0
  /// Where the rows begin.
  private(set) var headerLine = 1
  private var unmadeRows = 0
  /// Whether attempts of other days were joined to calls.
  var hasJoinedDays = false
  /// Where rows are read apart from those before them: those rows, which are not added yet.
  var apartRows: [ApartRow]?
  /// The same where calls need not be kept one by one.
  var apartRuns: [ApartRun]?
  /// How many practices and slots were known before these rows, and no rows of the ledger to which they will be added.
  var origin: (practices: Int, slots: Int, rows: LedgerRows)?
  /// The calls of the replication that has begun, where they need not be kept one by one.
  var ledger: CallLedger?

  /// A reader for one file.
  package init(_ options: Options = Options()) {
    self.options = options
    decoder = SurveyRowDecoder(fields: SurveyFields(), codes: options.codes, frame: options.frame)
  }

  /// Finds the columns.
  package mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    headerLine = header.line
    decoder = SurveyRowDecoder(
      fields: SurveyFields(options.columns, in: header, faults: &faults), codes: options.codes,
      frame: options.frame, slots: options.slots ?? options.knownSlots, names: header.names)
    for slot in options.knownSlots { _ = decoder.place(of: slot) }
    weights = SurveyCallWeights(in: header, named: options.frameColumns, faults: &faults)
    for name in options.neededColumns { _ = header.requiredIndex(of: name, faults: &faults) }
    for (name, values) in options.allowedValues.sorted(by: { $0.key < $1.key }) {
      if let field = header.index(of: name) { allowed.append((field, name, values)) }
    }
    for name in options.groupColumns {
      let known = KnownColumn.columns(named: name)
      let field = header.index(of: name) ?? known.first.flatMap { header.index(of: $0, faults: &faults) }
      groupFields.append(field ?? header.requiredIndex(of: name, faults: &faults) ?? 0)
      groupIsMunicipality.append(known.contains(.municipality))
      groupTexts.append(SurveyTextCache())
      groupLabels.append([])
      groupPlaces.append([:])
      groupValues.append([])
    }
  }

  /// Takes one attempt.
  package mutating func take(_ row: TableRow, faults: inout TableFaults) {
    let faultsBefore = faults.count
    rows += 1
    let practice = decoder.practice(row, faults: &faults)
    let replication = decoder.replication(row, faults: &faults)
    let disposition = decoder.disposition(row, faults: &faults)
    let slot = slot(row, faults: &faults)
    let day = decoder.date(row, faults: &faults)
    let rank = rank(row, faults: &faults)
    let round = decoder.round(row, faults: &faults) ?? 1
    let wait = options.needsWaits ? decoder.waitSeconds(row, faults: &faults) : nil
    if let replication, !isApart { begin(replication, row, faults: &faults) }
    for column in allowed where !row.isMissing(column.field) { checkValue(row, column, faults: &faults) }
    if let practice { weights.take(row, practice: practice, faults: &faults) }
    guard faults.count == faultsBefore, let practice, let slot else { return }
    var call = SurveyCall(
      key: .init(
        practice: Int32(truncatingIfNeeded: practice), slot: Int32(truncatingIfNeeded: slot),
        day: day.map { Int32(truncatingIfNeeded: $0.dayNumber) } ?? SurveyCall.Key.noDay),
      rank: rank, row: rows, wait: wait ?? .nan, disposition: disposition ?? .notAttempted)
    if decoder.fields.attempt != nil {
      call.firstAttempt = Int16(clamping: rank)
      call.isRedialled = rank > 1
    }
    call.storedRound = Int16(clamping: round)
    let isMade = disposition != nil
    if apartRuns != nil { return addApart(call, replication: replication ?? 0, isMade: isMade) }
    if apartRows != nil {
      apartRows?.append(ApartRow(call: call, replication: replication ?? 0, isMade: isMade))
      for column in groupFields.indices { groupValues[column].append(groupValue(column, row)) }
      return
    }
    count(isMade: isMade)
    guard calls.count < Int(Int32.max) else {
      faults.add("a file holds at most \(Int32.max) calls", in: row)
      return
    }
    if let repetition = add(call, group: { $0.groupValue($1, row) }) { note(repetition, row, &faults) }
  }

  /// Notes a value that its column may not have; municipalities may stand by name or by code.
  private func checkValue(
    _ row: TableRow, _ column: (field: Int, name: String, values: Set<String>), faults: inout TableFaults
  ) {
    let value = row.trimmed(column.field)
    let municipality = Municipality(value)
    guard
      ![value, municipality?.name, municipality?.code].contains(where: {
        $0.map(column.values.contains) ?? false
      })
    else { return }
    let listed = NaturalOrder.sorted(Array(column.values)).prefix(Self.mostListed).map { excerpt($0) }
    faults.add(
      "'\(excerpt(value))' is no value of the frame's column '\(excerpt(column.name))', to which weights are raked; it has "
        + listed.joined(separator: ", ") + (column.values.count > Self.mostListed ? ", …" : ""),
      in: row, field: column.field)
  }

  private static let mostListed = 20

  /// Notes what the columns as a whole tell.
  package mutating func end(faults: inout TableFaults) {
    decoder.end(faults: &faults)
    weights.end(faults: &faults)
    if faults.isEmpty { joinDays(faults: &faults) }
  }

  /// The calls, once every row has been taken and the reader has found no fault.
  ///
  /// - Complexity: O(*c* log *c*) for *c* calls.
  package consuming func surveyCalls() -> SurveyCalls {
    // What is needed for reading only would stand beside what is made of it.
    (index, groupTexts, groupPlaces) = (SurveyCallIndex(), [], [])
    let order = decoder.slots.indices.sorted { decoder.slots[$0] < decoder.slots[$1] }
    var places = order
    for (place, slot) in order.enumerated() { places[slot] = place }
    for call in calls.indices {
      calls[call].key.slot = Int32(truncatingIfNeeded: places[Int(calls[call].key.slot)])
    }
    var columns = zip(options.groupColumns, groupLabels.indices).map { column($0, $1) }
    if ledger == nil, !zip(calls, calls.dropFirst()).allSatisfy({ $0.row < $1.row }) {
      // A redial replaced an earlier attempt: back to the order of the rows that count.
      let rowOrder = calls.indices.sorted { calls[$0].row < calls[$1].row }
      for column in columns.indices { columns[column].values = rowOrder.map { columns[column].values[$0] } }
      calls = rowOrder.map { calls[$0] }
    }
    if replications.isEmpty { replications = [.init(number: 0, calls: 0..<0)] }
    var survey = SurveyCalls(
      practices: decoder.practices, slots: order.map { decoder.slots[$0] }, calls: calls,
      replications: replications, columns: columns, rows: rows, unmadeRows: unmadeRows,
      saysOnlyReached: decoder.fields.disposition == nil,
      vagueWords: decoder.vagueWords.map { .init(word: $0, disposition: $1, rows: $2) },
      weights: weights.weights(of: decoder.practices.count),
      strata: weights.strata(of: decoder.practices.count))
    survey.areCounted = ledger != nil
    survey.hasRounds = hasJoinedDays || survey.calls.contains { $0.storedRound > 1 }
    return survey
  }

  /// A group column with its labels in natural order.
  private func column(_ name: String, _ place: Int) -> SurveyCalls.Column {
    let known = groupLabels[place]
    let order = known.indices.sorted { NaturalOrder.precedes(known[$0], known[$1]) }
    var renumbered = [Int32](repeating: 0, count: known.count)
    for (number, label) in order.enumerated() { renumbered[label] = Int32(truncatingIfNeeded: number) }
    return .init(
      name: name, labels: order.map { known[$0] }, values: groupValues[place].map { renumbered[Int($0)] })
  }

  /// Counts a row of the replication that has begun.
  mutating func count(isMade: Bool) { count(rows: 1, unmade: isMade ? 0 : 1) }

  mutating func count(rows: Int, unmade: Int) {
    unmadeRows += unmade
    guard let last = replications.indices.last else { return }
    replications[last].rows += rows
    replications[last].unmadeRows += unmade
  }

  /// Begins a replication when its first row comes.
  private mutating func begin(_ replication: Int, _ row: TableRow, faults: inout TableFaults) {
    if let last = replications.last, last.number == replication { return }
    guard seenReplications.insert(replication).inserted else {
      faults.add(
        "replication \(replication) goes on after another one; the rows of a replication must stand together",
        in: row, field: decoder.fields.replication)
      return
    }
    replications.append(.init(number: replication, calls: calls.count..<calls.count))
    index.removeAll()
  }

  /// The slot that a row counts for: one of those that the options name; without any its own, else the hour of its time.
  private mutating func slot(_ row: TableRow, faults: inout TableFaults) -> Int? {
    let faultsBefore = faults.count
    if let slots = options.slots { return slot(row, among: slots, faults: &faults) }
    if let slot = decoder.slot(row, faults: &faults) { return slot }
    guard faults.count == faultsBefore else { return nil }
    guard let time = time(row, faults: &faults) else {
      if faults.count == faultsBefore {
        faults.add("the row has neither a slot nor a time", in: row, field: timeField)
      }
      return nil
    }
    let hour = TimeOfDay.millisecondsPerHour
    let start = min(time.milliseconds / hour * hour, TimeOfDay.maximumMilliseconds - hour)
    return Slot(from: TimeOfDay(milliseconds: start), to: TimeOfDay(milliseconds: start + hour))
      .map { decoder.place(of: $0) }
  }

  /// Which of some slots a row falls into: that in which its own slot lies, else that of its time.
  private mutating func slot(_ row: TableRow, among slots: [Slot], faults: inout TableFaults) -> Int? {
    let faultsBefore = faults.count
    let own = decoder.namedSlot(row, faults: &faults)
    guard faults.count == faultsBefore else { return nil }
    if let own, let slot = slots.first(where: { $0.contains(own) }) { return decoder.place(of: slot) }
    let time = time(row, faults: &faults)
    guard faults.count == faultsBefore else { return nil }
    if let time, let slot = slots.first(where: { $0.contains(time) }) { return decoder.place(of: slot) }
    switch (own, time) {
    case (nil, nil): faults.add("the row has neither a slot nor a time", in: row, field: timeField)
    case (let own?, nil):
      faults.add(
        "its slot \(own) lies in none of those that were named, and it has no time", in: row,
        field: decoder.fields.slot)
    case (_, let time?):
      faults.add("\(time) lies outside every slot that was named", in: row, field: timeField)
    }
    return nil
  }

  /// When a row's call was dialled or, if the interviewer did not note that, due.
  private mutating func time(_ row: TableRow, faults: inout TableFaults) -> TimeOfDay? {
    decoder.time(row, decoder.fields.dialled, faults: &faults)
      ?? decoder.time(row, decoder.fields.due, faults: &faults)
  }

  private var timeField: Int? { decoder.fields.dialled ?? decoder.fields.slot }

  /// What decides which of several attempts was the last.
  private mutating func rank(_ row: TableRow, faults: inout TableFaults) -> Int32 {
    if decoder.fields.attempt != nil {
      return Int32(truncatingIfNeeded: decoder.attempt(row, faults: &faults) ?? 1)
    }
    return Int32(
      truncatingIfNeeded: decoder.time(row, decoder.fields.dialled, faults: &faults)?.milliseconds ?? 0)
  }

  /// What a row is besides an earlier one of the same attempt.
  enum Repetition {
    /// It says the same.
    case same
    /// It says something else than the call as it is known.
    case contradiction(SurveyCall)
  }

  /// Adds a call, or the later attempt of one that is known.
  ///
  /// - Parameter group: The place of the row's label in a column to group by.
  /// - Returns: What the row is if it is of an attempt that is known; nothing is added then.
  @inline(__always)
  mutating func add(_ call: SurveyCall, group: (inout SurveyCallReader, Int) -> Int32) -> Repetition? {
    guard let place = index.place(of: call.key, in: calls) else {
      calls.append(call)
      for column in groupFields.indices { groupValues[column].append(group(&self, column)) }
      replications[replications.count - 1].calls =
        replications[replications.count - 1].calls.lowerBound..<calls.count
      return nil
    }
    let known = calls[place]
    calls[place].firstAttempt = min(known.firstAttempt, call.firstAttempt)
    if known.isSameAttempt(as: call), known.isMade, call.isMade {
      let isSame =
        call.disposition == known.disposition && call.waitSeconds == known.waitSeconds
        && groupFields.indices.allSatisfy { groupValues[$0][place] == group(&self, $0) }
      return isSame ? .same : .contradiction(known)
    }
    guard call.decides(over: known) else { return nil }
    calls[place].take(call)
    for column in groupFields.indices { groupValues[column][place] = group(&self, column) }
    return nil
  }

  /// Says what a row is that repeats an attempt.
  private func note(_ repetition: Repetition, _ row: TableRow, _ faults: inout TableFaults) {
    if let hint = decoder.unreadDate(row) { return addSameCall(row, hint, &faults) }
    switch repetition {
    case .same:
      faults.remark(
        RemarkText(
          "the same call and outcome as in an earlier row, counted once",
          "samme opkald og udfald som i en tidligere række, talt én gang"), in: row)
    case .contradiction(let known): addTwoOutcomes(known, row, &faults)
    }
  }

  /// Notes that days are not told apart: many rows at once, in the same words.
  private func addSameCall(_ row: TableRow, _ hint: String, _ faults: inout TableFaults) {
    faults.add(
      "the same call as in an earlier row: practice, slot, day and time are the same; \(hint)", in: row,
      field: decoder.fields.practice)
  }

  private func addTwoOutcomes(_ known: SurveyCall, _ row: TableRow, _ faults: inout TableFaults) {
    let fields = decoder.fields
    let remedy =
      fields.attempt != nil
      ? "number the attempts 1, 2, …"
      : fields.dialled != nil
        ? "note when each was dialled, or number them in a column 'attempt'"
        : "give the call's date, or number the attempts in a column 'attempt'"
    faults.add(
      "two outcomes of one attempt: the same practice, slot, day and attempt as in row \(known.row) of the calls, "
        + "which ended in \(known.disposition.rawValue); \(remedy)", in: row,
      field: fields.attempt ?? fields.disposition ?? fields.reached)
  }

  private mutating func groupValue(_ column: Int, _ row: TableRow) -> Int32 {
    let field = groupFields[column]
    if let known = groupTexts[column].value(of: field, in: row) { return known }
    let text = String(row.trimmed(field).prefix(SurveyRowDecoder.longestName))
    let place = Int32(
      truncatingIfNeeded: groupPlace(
        of: groupIsMunicipality[column] ? municipalityName(text) : text, in: column))
    if row.bytes(field).count <= SurveyRowDecoder.longestName {
      groupTexts[column].remember(place, for: field, in: row)
    }
    return place
  }

  /// The place of a label, where it is put if it is new.
  mutating func groupPlace(of label: String, in column: Int) -> Int {
    if let known = groupPlaces[column][label] { return known }
    let place = groupLabels[column].count
    groupLabels[column].append(label)
    groupPlaces[column][label] = place
    return place
  }
}
