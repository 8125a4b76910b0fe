internal import SurveyDesign
internal import Tables

/// Understands how calls ended: from a column of dispositions, a column of yes and no, or both.
///
/// Of a file with both, a row counts by the disposition if it has one, else by yes or no; where both are filled in and
/// contradict each other, the row is a fault.
struct OutcomeDecoder: Sendable {
  /// Words that leave something open, and how often they came.
  private(set) var vagueWords: [(word: String, disposition: Disposition, rows: Int)] = []
  /// Codes that are not known, in the order in which they came, up to a thousand.
  private(set) var unknownCodes: [String] = []

  private let dispositionField: Int?
  private let reachedField: Int?
  private let codes: SurveyCodes
  private var dispositions = SurveyTextCache<(disposition: Disposition, vagueWord: Int?)>()
  private var unknown = SurveyTextCache<String>()
  private var answers = SurveyTextCache<Bool>()
  /// Which of the vague words stands in the last row.
  private var vagueWordOfRow: Int?
  /// Rows that count by yes or no though the file has dispositions.
  private var rowsByReached = 0

  init(disposition: Int?, reached: Int?, codes: SurveyCodes) {
    dispositionField = disposition
    reachedField = reached
    self.codes = codes
  }

  /// How the call ended; `nil` for an empty field without a fault, and for one that is not understood with one.
  mutating func disposition(_ row: TableRow, faults: inout TableFaults) -> Disposition? {
    vagueWordOfRow = nil
    guard let field = dispositionField else { return read(reached(row, faults: &faults)) }
    guard let reachedField else { return disposition(row, field, faults: &faults) }
    let faultsBefore = faults.count
    let disposition = disposition(row, field, faults: &faults)
    let isReached = reached(row, faults: &faults)
    guard faults.count == faultsBefore, let isReached else { return disposition }
    guard let disposition else {
      rowsByReached += 1
      return read(isReached)
    }
    if contradicts(disposition, isReached) {
      let name = excerpt(faults.columnNames[reachedField])
      faults.add(
        "\(row.described(field)) and \(row.described(reachedField)) in '\(name)' contradict each other",
        in: row, field: field)
    }
    return disposition
  }

  /// The word in the last row's disposition, if it leaves something open.
  var vagueWord: String? { vagueWordOfRow.map { vagueWords[$0].word } }

  /// Whether no row since an earlier state has left anything open or to be said.
  func hasNotedNothing(since origin: OutcomeDecoder) -> Bool {
    rowsByReached == origin.rowsByReached && unknownCodes.count == origin.unknownCodes.count
      && vagueWords.map(\.rows) == origin.vagueWords.map(\.rows)
  }

  /// Says which column was used.
  func end(faults: inout TableFaults) {
    guard let dispositionField, let reachedField, rowsByReached > 0 else { return }
    let name = excerpt(faults.columnNames[reachedField])
    faults.remark(
      RemarkText(
        "empty in \(rowsByReached) \(rowsByReached == 1 ? "row" : "rows") in which '\(name)' has the outcome: yes read as answered-by-staff, no as no-answer",
        "tom i \(rowsByReached) \(rowsByReached == 1 ? "række" : "rækker"), hvor '\(name)' har udfaldet: ja læst som \(Disposition.answeredByStaff.danishName), nej som \(Disposition.noAnswer.danishName)"
      ),
      field: dispositionField)
  }

  private mutating func disposition(_ row: TableRow, _ field: Int, faults: inout TableFaults) -> Disposition?
  {
    if let known = dispositions.value(of: field, in: row) {
      countVagueWord(known.vagueWord)
      return known.disposition
    }
    guard !row.isMissing(field) else { return nil }
    if let message = unknown.value(of: field, in: row) {
      faults.add(message, in: row, field: field)
      return nil
    }
    let word = row.trimmed(field)
    guard !word.isEmpty else { return nil }
    guard word.utf8.count <= SurveyRowDecoder.longestName, let meaning = codes.meaning(of: word) else {
      let message = codes.unknownMessage(word, isKept: faults.keepsNew)
      if unknownCodes.count < Self.mostUnknown, word.utf8.count <= SurveyRowDecoder.longestName {
        unknownCodes.append(word)
        unknown.remember(message, for: field, in: row)
      }
      faults.add(message, in: row, field: field)
      return nil
    }
    var vagueWord: Int?
    if meaning.isVague {
      let name = word.lowercased()
      vagueWord = vagueWords.firstIndex { $0.word == name } ?? vagueWords.count
      if vagueWord == vagueWords.count { vagueWords.append((name, meaning.disposition, 0)) }
    }
    dispositions.remember((meaning.disposition, vagueWord), for: field, in: row)
    countVagueWord(vagueWord)
    return meaning.disposition
  }

  private static let mostUnknown = 1_000

  private mutating func countVagueWord(_ number: Int?) {
    vagueWordOfRow = number
    if let number { vagueWords[number].rows += 1 }
  }

  private mutating func reached(_ row: TableRow, faults: inout TableFaults) -> Bool? {
    guard let field = reachedField else { return nil }
    if let known = answers.value(of: field, in: row) { return known }
    guard !row.isMissing(field) else { return nil }
    guard let answer = row.boolean(field, faults: &faults) else { return nil }
    answers.remember(answer, for: field, in: row)
    return answer
  }

  private func read(_ isReached: Bool?) -> Disposition? {
    isReached.map { $0 ? .answeredByStaff : .noAnswer }
  }

  /// Whether one column says that the practice was reached and the other that it was not, by any of the built-in definitions.
  ///
  /// A message with a referral is contact to one and none to another; a person who answers is contact to all.
  private func contradicts(_ disposition: Disposition, _ isReached: Bool) -> Bool {
    let counts: (ReachedDefinition) -> Bool = {
      $0.isReached(disposition: disposition, waitSeconds: nil) == true
    }
    return isReached ? !counts(.agreement) : counts(.person)
  }
}
