internal import SurveyDesign
internal import Tables

/// Weights and strata that the rows of a calls file carry themselves, as a drawn call list does.
struct SurveyCallWeights: Sendable {
  private var weightField: Int?
  private var stratumField: Int?
  private var weights: [Int: Double] = [:]
  private var strata: [Int: String] = [:]
  private var lineWithoutWeight: Int?
  private var marks = NumberMarks()

  init() {}

  /// Finds the columns by the names that the user gave, else by those that we know.
  init(in header: TableHeader, named names: [FrameColumn: String] = [:], faults: inout TableFaults) {
    func field(_ column: FrameColumn) -> Int? {
      names[column].flatMap { header.index(of: $0) }
        ?? column.known.flatMap { header.index(of: $0, faults: &faults) }
    }
    weightField = field(.weight)
    stratumField = field(.stratum)
  }

  /// Whether the file has a column of weights or of strata.
  var hasColumns: Bool { weightField != nil || stratumField != nil }

  /// Judges the weights as a whole.
  func end(faults: inout TableFaults) { faults.judge(marks, field: weightField) }

  /// Takes the weight and the stratum of a practice; a row that leaves them out has those of the rows before it.
  mutating func take(_ row: TableRow, practice: Int, faults: inout TableFaults) {
    if let field = weightField { takeWeight(row, field, practice, faults: &faults) }
    if let field = stratumField, !row.isMissing(field) {
      let stratum = row.trimmed(field)
      if let known = strata[practice], known != stratum {
        faults.add(
          "the practice is in stratum '\(excerpt(known))' in an earlier row; all rows of a practice need the same stratum",
          in: row, field: field)
      }
      strata[practice] = strata[practice] ?? stratum
    }
  }

  private mutating func takeWeight(
    _ row: TableRow, _ field: Int, _ practice: Int, faults: inout TableFaults
  ) {
    let known = weights[practice]
    guard !row.isMissing(field) else {
      if known == nil { lineWithoutWeight = lineWithoutWeight ?? row.line }
      if known == nil, !weights.isEmpty {
        faults.add("the practice has no weight, and others have one", in: row, field: field)
      }
      return
    }
    if weights.isEmpty, let line = lineWithoutWeight {
      faults.add("the practice has a weight, and that of line \(line) has none", in: row, field: field)
      return
    }
    guard let weight = row.number(field, faults: &faults) else { return }
    guard weight > 0, weight <= FramePractice.largestWeight else {
      faults.add(
        "\(row.described(field)) is no weight; allowed is a number above 0 and at most 1e9", in: row,
        field: field)
      return
    }
    if let known, known != weight {
      faults.add(
        "the practice has another weight in an earlier row; all rows of a practice need the same weight",
        in: row, field: field)
      return
    }
    if known == nil { row.withBytes(field) { marks.take($0, line: row.line) } }
    weights[practice] = weight
  }

  /// The weight of every practice by place, or `nil` if the file has none.
  ///
  /// A practice without a call counts 1.
  func weights(of practices: Int) -> [Double]? {
    weights.isEmpty ? nil : (0..<practices).map { weights[$0] ?? 1 }
  }

  /// The stratum of every practice by place; `nil` if the file has none.
  func strata(of practices: Int) -> [String]? {
    strata.isEmpty ? nil : (0..<practices).map { strata[$0] ?? "" }
  }
}
