package import SurveyDesign
package import Tables

/// Takes the rows of a calls file and notes every one that cannot be right.
///
/// Faults are noted with their line: an unknown practice, slot, day, time or word; a slot outside opening hours; a
/// call dialled before it was due or before its slot began, or due outside its slot; the same attempt twice; a wait
/// beyond the hold limit; a call never dialled that was dialled; a date beside the time of dialling that is another than the call's.
/// What is odd but possible becomes a remark: late calls, those that were due in an earlier slot than that in which they were dialled among
/// them; weekends, public holidays and days on which much is closed; words that leave something open; rows without an outcome;
/// attempts without the one before; and what a column as a whole leaves open.
package struct CallsFileCheck: TableConsumer, Sendable {
  /// What is known beforehand.
  package struct Options: Sendable {
    /// What the file calls its columns.
    package var columns = SurveyColumnNames()
    /// What the file calls those of its columns that a frame has too.
    package var frameColumns: [FrameColumn: String] = [:]
    /// What the words in its disposition column mean.
    package var codes = SurveyCodes.builtIn
    /// The frame; `nil` when it is not known which practices there are.
    package var frame: Frame?
    /// The hours within which slots lie; `nil` for 08:00-16:00, those of the collective agreement.
    package var hours: Slot?
    /// The day before which calls should have been made; `nil` when the user does not ask.
    package var today: CalendarDate?
    /// The longest wait that an interviewer allows, in seconds.
    package var holdLimitSeconds = 900.0

    /// The options for a file that needs no words.
    package init() {}
  }

  /// Rows read.
  package private(set) var rows = 0

  private let options: Options
  private var decoder: SurveyRowDecoder
  private var weights = SurveyCallWeights()
  private var lines: [Attempt: Int] = [:]

  /// What no two rows have in common.
  private struct Attempt: Hashable {
    var replication: Int
    var practice: Int
    var slot: Int
    var day: Int
    /// The attempt's number, or the time of dialling, or nothing.
    var rank: Int

    /// The same attempt on any day in any slot.
    var ofPractice: Attempt {
      Attempt(replication: replication, practice: practice, slot: 0, day: 0, rank: rank)
    }
  }

  /// A check of one file.
  package init(_ options: Options = Options()) {
    self.options = options
    decoder = SurveyRowDecoder(fields: SurveyFields(), codes: options.codes, frame: options.frame)
  }

  /// Whether a file with this header is meant to hold calls, and not a frame.
  package static func isCalls(_ header: TableHeader, columns: SurveyColumnNames = SurveyColumnNames()) -> Bool
  {
    var faults = TableFaults(file: "")
    let telling: [SurveyColumn] = [.disposition, .reached, .slot, .dialled, .attempt]
    return telling.contains { columns.index(of: $0, in: header, faults: &faults) != nil }
  }

  /// Codes that are not known, in the order in which they came.
  package var unknownCodes: [String] { decoder.unknownCodes }

  /// How many distinct practices were seen; with a frame, how many it has.
  package var practices: Int { decoder.practices.count }

  /// Finds the columns.
  package mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    decoder = SurveyRowDecoder(
      fields: SurveyFields(options.columns, in: header, faults: &faults), codes: options.codes,
      frame: options.frame, names: header.names)
    weights = SurveyCallWeights(in: header, named: options.frameColumns, faults: &faults)
  }

  /// Checks one row.
  package mutating func take(_ row: TableRow, faults: inout TableFaults) {
    rows += 1
    let faultsBefore = faults.count
    let practice = decoder.practice(row, faults: &faults)
    let replication = decoder.replication(row, faults: &faults)
    let disposition = decoder.disposition(row, faults: &faults)
    let attempt = decoder.attempt(row, faults: &faults)
    _ = decoder.round(row, faults: &faults)
    let date = decoder.date(row, faults: &faults)
    let due = decoder.time(row, decoder.fields.due, faults: &faults)
    let dialled = decoder.time(row, decoder.fields.dialled, faults: &faults)
    let slot = decoder.slot(row, faults: &faults)
    checkTimes(row, slot: slot, due: due, dialled: dialled, faults: &faults)
    checkWait(row, disposition: disposition, isDialled: dialled != nil, faults: &faults)
    if disposition == nil, faults.count == faultsBefore {
      faults.remark(
        RemarkText(
          "no outcome yet, which counts as not-attempted", "intet udfald endnu, tæller som ikke forsøgt"),
        in: row)
      if let date, let today = options.today, date < today {
        faults.remark(
          RemarkText(
            "no outcome yet, though its day has passed", "intet udfald endnu, selv om dagen er gået"),
          in: row)
      }
    }
    if let date { remarkDay(date, row, faults: &faults) }
    checkDates(row, date, faults: &faults)
    if let practice { weights.take(row, practice: practice, faults: &faults) }
    if let word = decoder.vagueWord, let disposition {
      faults.remark(
        RemarkText(
          "the word '\(excerpt(word))', read as \(disposition.rawValue)",
          "ordet '\(excerpt(word))', læst som \(disposition.danishName)"), in: row)
    }
    guard let practice, let replication else { return }
    checkOnce(
      Attempt(
        replication: replication, practice: practice, slot: slot ?? -1, day: date?.dayNumber ?? .min,
        rank: attempt ?? dialled?.milliseconds ?? -1), row, faults: &faults)
  }

  private mutating func checkTimes(
    _ row: TableRow, slot: Int?, due: TimeOfDay?, dialled: TimeOfDay?, faults: inout TableFaults
  ) {
    if let due, let dialled, dialled < due {
      faults.add("dialled at \(dialled), before it was due at \(due)", in: row, field: decoder.fields.dialled)
    }
    guard let slot else {
      if let time = dialled ?? due, !hours.contains(time) {
        faults.add(
          "\(time) lies outside the hours \(hours)", in: row, field: decoder.fields.dialled)
      } else if dialled == nil, due == nil {
        faults.add("the row has neither a slot nor a time", in: row, field: decoder.fields.slot)
      }
      return
    }
    let stretch = decoder.slots[slot]
    if !hours.contains(stretch) {
      faults.add("slot \(stretch) lies outside the hours \(hours)", in: row, field: decoder.fields.slot)
    }
    if let due, due < stretch.from, let dialled, stretch.contains(dialled) {
      // As simulations record late calls if they are told to.
      faults.remark(
        RemarkText(
          "due in an earlier slot than that in which it was dialled and recorded",
          "skulle ringes i et tidligere tidsrum end det, hvor der blev ringet og noteret"), in: row)
    } else if let due, !stretch.contains(due) {
      faults.add("due at \(due), outside its slot \(stretch)", in: row, field: decoder.fields.due)
    }
    if let dialled, dialled < stretch.from {
      faults.add("dialled at \(dialled), before its slot \(stretch)", in: row, field: decoder.fields.dialled)
    } else if let dialled, dialled >= stretch.to {
      faults.remark(
        RemarkText("dialled after the slot had ended", "ringet op, efter at tidsrummet var slut"), in: row)
    }
  }

  private mutating func checkWait(
    _ row: TableRow, disposition: Disposition?, isDialled: Bool, faults: inout TableFaults
  ) {
    let wait = decoder.waitSeconds(row, faults: &faults)
    if let wait, wait > options.holdLimitSeconds {
      faults.add(
        "a wait of \(NumberText.shortest(wait)) seconds; the hold limit is \(NumberText.shortest(options.holdLimitSeconds)), unless --hold-limit names another",
        in: row, field: decoder.fields.waitSeconds)
    }
    if disposition == .notAttempted, isDialled {
      faults.add("the call was never attempted, yet dialled", in: row, field: decoder.fields.dialled)
    }
  }

  private mutating func checkOnce(_ attempt: Attempt, _ row: TableRow, faults: inout TableFaults) {
    if let line = lines[attempt] {
      let what = decoder.fields.attempt == nil ? "call" : "attempt"
      let same = "practice, slot, day and \(what == "call" ? "time" : "attempt") are the same"
      // Where days are not told apart, many rows are at fault at once, in the same words.
      let message =
        decoder.unreadDate(row).map { "the same \(what) stands on an earlier line: \(same); \($0)" }
        ?? "the same \(what) stands on line \(line): \(same)"
      faults.add(message, in: row, field: decoder.fields.practice)
    } else {
      lines[attempt] = row.line
    }
  }

  private func remarkDay(_ date: CalendarDate, _ row: TableRow, faults: inout TableFaults) {
    if date.isWeekend {
      faults.remark(RemarkText("a Saturday or Sunday", "en lørdag eller søndag"), in: row)
    } else if !DanishCalendar.isWorkingDay(date) {
      faults.remark(RemarkText("a Danish public holiday", "en dansk helligdag"), in: row)
    } else if let name = Self.halfHolidays[date.components.month * 100 + date.components.day] {
      faults.remark(
        RemarkText(
          "\(name.english), no public holiday, but many practices close",
          "\(name.danish), ingen helligdag, men mange praksis holder lukket"), in: row)
    }
  }

  /// Working days on which much is closed, by month and day.
  private static let halfHolidays = [
    1224: RemarkText("24 December", "24. december"), 1231: RemarkText("31 December", "31. december"),
    605: RemarkText("5 June", "5. juni"),
  ]

  /// A date beside the time of dialling that is not the date of the call.
  private mutating func checkDates(_ row: TableRow, _ date: CalendarDate?, faults: inout TableFaults) {
    guard let date, let other = decoder.dateBesideTime(row), other != date, decoder.fields.date != nil else {
      return
    }
    faults.add(
      "dialled on \(other), and the date of the call is \(date)", in: row, field: decoder.fields.dialled)
  }

  /// Notes what the columns as a whole tell.
  package func end(faults: inout TableFaults) {
    decoder.end(faults: &faults)
    weights.end(faults: &faults)
    remarkOnAttempts(faults: &faults)
  }

  /// Notes attempts of which the one before is not there, on whatever day.
  private func remarkOnAttempts(faults: inout TableFaults) {
    guard decoder.fields.attempt != nil else { return }
    let known = Set(lines.keys.map(\.ofPractice))
    for (attempt, line) in lines.sorted(by: { $0.value < $1.value }) where attempt.rank > 1 {
      var before = attempt
      before.rank -= 1
      if !known.contains(before.ofPractice) {
        faults.remark(
          RemarkText(
            "attempt 2 or later of a call whose attempt before is not in the file",
            "forsøg 2 eller senere i et opkald, hvis forrige forsøg ikke er i filen"), line: line,
          field: decoder.fields.attempt)
      }
    }
  }

  /// The hours of the collective agreement, unless others were named.
  private var hours: Slot { options.hours ?? Self.agreedHours }

  private static let agreedHours: Slot = {
    guard let from = TimeOfDay(hour: 8), let to = TimeOfDay(hour: 16), let hours = Slot(from: from, to: to)
    else {
      preconditionFailure("8 to 16 is a stretch of the day")
    }
    return hours
  }()
}
