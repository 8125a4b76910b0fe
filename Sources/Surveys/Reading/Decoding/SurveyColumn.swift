package import SurveyDesign
internal import Tables

/// A column of a calls file that means something to an estimator, by our name for it.
package enum SurveyColumn: String, CaseIterable, Equatable, Sendable {
  /// The practice's number.
  case practice
  /// The slot that the call counts for.
  case slot
  /// The day of the call.
  case date
  /// Which round of the survey, from 1.
  case round
  /// Which attempt at the call, from 1.
  case attempt
  /// When the call should have been dialled.
  case due
  /// When the call was dialled.
  case dialled
  /// How the call ended.
  case disposition
  /// Whether anybody was reached: yes or no, for a file without dispositions.
  case reached
  /// Seconds from dialling to the answer, or to giving up.
  case waitSeconds = "wait_seconds"
  /// The simulated survey that the call belongs to.
  case replication
  /// Who rang: a number or a name.
  case interviewer

  /// The column among all that we know, with the headers that people give it.
  package var known: KnownColumn? { KnownColumn(rawValue: rawValue) }
}

/// Which column of a file is which.
package struct SurveyColumnNames: Equatable, Sendable {
  /// What the user said: our name and the file's.
  package private(set) var given: [SurveyColumn: String] = [:]

  /// No column is named: ours and the other headers that we know are looked for.
  package init() {}

  /// Says what a column is called in the file.
  package mutating func set(_ column: SurveyColumn, to name: String) { given[column] = name }

  /// The index of a column, or `nil` if the file has none; a name that the user gave must be there.
  ///
  /// What the user calls something else is not found under our name.
  func index(of column: SurveyColumn, in header: TableHeader, faults: inout TableFaults) -> Int? {
    if let name = given[column] { return header.requiredIndex(of: name, faults: &faults) }
    guard let index = column.known.flatMap({ header.index(of: $0, faults: &faults) }) else { return nil }
    let isTaken = given.contains { header.index(of: $1) == index }
    return isTaken ? nil : index
  }
}

/// Where the columns of one file stand.
struct SurveyFields: Sendable {
  var practice = 0
  var slot: Int?
  var date: Int?
  var round: Int?
  var attempt: Int?
  var due: Int?
  var dialled: Int?
  var disposition: Int?
  var reached: Int?
  var waitSeconds: Int?
  var replication: Int?
  var interviewer: Int?

  init() {}

  /// Finds the columns, and notes a fault for each that is needed and not there.
  ///
  /// Needed are the practice, the slot or the time of dialling, and the disposition or whether anybody was reached.
  init(_ names: SurveyColumnNames, in header: TableHeader, faults: inout TableFaults) {
    func find(_ column: SurveyColumn) -> Int? { names.index(of: column, in: header, faults: &faults) }
    func require(_ column: SurveyColumn, or other: String?) {
      let others = column.known?.tellingHeaders ?? []
      let meant = header.nearest(to: column.rawValue, or: others) ?? "NAME"
      let hint =
        "name it with --columns \(column.rawValue)=\(meant)" + (other.map { ", or have \($0)" } ?? "")
      faults.add(
        "\(header.missingColumnMessage(column.rawValue, or: others)). If there is one, \(hint)",
        line: header.line)
    }
    let practice = find(.practice)
    slot = find(.slot)
    date = find(.date)
    round = find(.round)
    attempt = find(.attempt)
    due = find(.due)
    dialled = find(.dialled)
    disposition = find(.disposition)
    reached = find(.reached)
    waitSeconds = find(.waitSeconds)
    replication = find(.replication)
    interviewer = find(.interviewer)
    // Who says which column has the outcome does not want another beside it.
    if names.given[.disposition] != nil, names.given[.reached] == nil { reached = nil }
    guard faults.isEmpty else { return }
    self.practice = practice ?? 0
    if practice == nil { require(.practice, or: nil) }
    if slot == nil, dialled == nil { require(.slot, or: "a column 'dialled' with the time") }
    if disposition == nil, reached == nil { require(.disposition, or: "a column 'reached' with yes or no") }
  }
}
