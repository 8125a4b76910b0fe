package import Tables

/// Something that visits every exact sum of what a run adds up to, always in the same order.
///
/// One walk over the sums writes them down and takes them back, so that neither can forget one that the other knows.
protocol SumVisitor {
  /// What can be wrong with a sum; `Never` for those who write them down.
  associatedtype Fault: Error
  /// Comes to moments.
  mutating func visit(_ moments: inout RunningMoments, _ name: SumName) throws(Fault)
  /// Comes to a count.
  mutating func visit(_ count: inout Int, _ name: SumName) throws(Fault)
}

/// What a sum is of.
struct SumName: Hashable {
  var quantity: String
  var definition = ""
  var by = ""
  var group = ""

  /// A quantity, of a definition and a group where it has them.
  init(_ quantity: String, _ definition: String = "", _ group: StudyGroup? = nil) {
    self.quantity = quantity
    self.definition = definition
    by = group?.by ?? ""
    self.group = group?.label ?? ""
  }

  /// The same of a quantity that tallies have too.
  init(_ quantity: StudyTallies.Quantity, _ definition: String = "", _ group: StudyGroup? = nil) {
    self.init(quantity.rawValue, definition, group)
  }

  /// A quantity of a slot, or of the time outside every slot.
  init(_ quantity: String, slot: String) {
    self.quantity = quantity
    by = "slot"
    group = slot
  }

  /// The definition and the group, as far as there are any, in words.
  var place: String { [definition, by, group].filter { !$0.isEmpty }.joined(separator: ", ") }
}

/// A file of sums that the run at hand would not have written.
package struct SumsFault: Error, Hashable, Sendable {
  /// What is wrong, without a final full stop.
  package var message: String

  /// So many can be added up over slots and folders without leaving 64 bits.
  static let most = 1 << 52

  /// A row is missing, or its numbers are none.
  static func unsound(_ name: SumName) -> SumsFault {
    SumsFault(
      message: "has no sound row for \(name.quantity)" + (name.place.isEmpty ? "" : " of \(name.place)"))
  }
}

/// Writes the rows of sums down.
struct SumWriter: SumVisitor {
  /// The study, or the region, whose sums come.
  var study = 0
  /// The file as far as it is written.
  private(set) var bytes: [UInt8] = []
  private var writer: CSVWriter
  private let table: RowTable<SumRow>

  /// Begins a file of a table.
  init(_ table: RowTable<SumRow>, format: TableFormat = .standard) {
    self.table = table
    writer = CSVWriter(format: format)
    table.header(using: &writer, to: &bytes)
  }

  /// Writes a row of its own.
  mutating func write(_ row: SumRow) {
    table.append(row, using: &writer, to: &bytes)
  }

  mutating func visit(_ moments: inout RunningMoments, _ name: SumName) {
    write(
      SumRow(
        study: study, name: name, count: moments.count, sum: moments.sum, sumOfSquares: moments.sumOfSquares))
  }

  mutating func visit(_ count: inout Int, _ name: SumName) {
    write(SumRow(study: study, name: name, count: count))
  }
}

/// Adds the rows of sums to those that are there.
struct SumAdder: SumVisitor {
  /// The study whose sums are expected.
  var study = 0
  private var rows: ArraySlice<[String]>

  init(_ rows: ArraySlice<[String]>) { self.rows = rows }

  mutating func visit(_ moments: inout RunningMoments, _ name: SumName) throws(SumsFault) {
    let row = try next(name)
    guard let count = row.count, let sum = row.sum, let squares = row.sumOfSquares,
      let found = RunningMoments(count: count, sum: sum, sumOfSquares: squares)
    else { throw .unsound(name) }
    moments.add(found)
  }

  mutating func visit(_ count: inout Int, _ name: SumName) throws(SumsFault) {
    guard let found = try next(name).count, (0...SumsFault.most).contains(found) else { throw .unsound(name) }
    count &+= found
  }

  /// Makes sure that no row is left.
  func end() throws(SumsFault) {
    if !rows.isEmpty { throw SumsFault(message: "has more rows than this run") }
  }

  private mutating func next(_ name: SumName) throws(SumsFault) -> SumRow {
    guard let fields = rows.popFirst(), let row = SumRow(fields), row.study == study, row.name == name else {
      throw SumsFault(message: "has other rows than this run")
    }
    return row
  }
}

/// A row of sums: of `sums.csv`, or of `tallies.csv`.
package struct SumRow: Sendable {
  /// The number of the study, or of the region.
  var study: Int
  var name: SumName
  /// What an interval, or a bin of waits, reaches from and to.
  var lower: Double?
  var upper: Double?
  var count: Int?
  var sum: Int128?
  var sumOfSquares: Int128?
  /// The replications that are summed over: the first and the last of a range.
  var range: ClosedRange<UInt64>?
}

extension SumRow {
  /// A range of replications that is done.
  init(done range: Range<UInt64>) {
    self.init(
      study: 0, name: SumName(.replications), count: range.count,
      range: range.lowerBound...range.upperBound - 1)
  }

  /// The row that a file has; `nil` for one that no run writes.
  init?(_ fields: [String]) {
    guard fields.count == Self.table.schema.columns.count, let study = Int(fields[0]) else { return nil }
    self.study = study
    name = SumName(fields[1], fields[2])
    (name.by, name.group) = (fields[3], fields[4])
    count = Int(fields[5])
    sum = Int128(fields[6])
    sumOfSquares = Int128(fields[7])
    if let first = UInt64(fields[8]), let last = UInt64(fields[9]), first <= last, last < UInt64(Int.max) {
      range = first...last
    }
  }

  /// `sums.csv`: exact sums of a run of several studies, from which it is gone on with and its parts are put together.
  package static let table = RowTable<SumRow>(
    "sums",
    [
      .count("study", "Number of the study, from 0: cells of the first region, of the second, and so on.") {
        $0.study
      },
      .text("quantity", "What is counted or summed; traffic times are in milliseconds.") { $0.name.quantity },
      .optionalText("definition", "Definition of reached, where it plays a part.") { $0.name.definition },
      .optionalText("by", "What the group is made by; slot for traffic.") { $0.name.by },
      .optionalText("group", "The group or the slot.") { $0.name.group },
      .optionalCount("count", "How many; of sums, the replications that are summed over.") { $0.count },
      .optionalText("sum", "Sum over replications, each rounded to a multiple of 2^-32, in units of 2^-32.") {
        $0.sum.map { "\($0)" }
      },
      .optionalText("sum_of_squares", "Sum of the squares of these, in units of 2^-64.") {
        $0.sumOfSquares.map { "\($0)" }
      },
      .optionalText("first", "The first of the replications that are done, of a row for them.") {
        $0.range.map { "\($0.lowerBound)" }
      },
      .optionalText("last", "The last of them.") { $0.range.map { "\($0.upperBound)" } },
    ])
}
