package import Studies
package import Tables

/// The points that a calibration has tried, and the figures that came of each.
///
/// A search is a chain: where it goes next hangs on what it found before. So it cannot be divided among machines, but one that broke
/// off goes on without computing a point again.
package struct CalibrationPoints: Sendable {
  /// What tells runs apart whose points have other figures.
  package let run: String
  private var order: [[Double]] = []
  private var figures: [[Double]: [RegionalMean]] = [:]

  /// No point yet.
  package init(run: String) { self.run = run }

  /// How many points there are.
  package var count: Int { order.count }

  /// The figures of a point, one for each target; `nil` if it was not tried.
  package subscript(point: [Double]) -> [RegionalMean]? { figures[point] }

  /// Adds a point.
  package mutating func add(_ point: [Double], _ found: [RegionalMean]) {
    if figures.updateValue(found, forKey: point) == nil { order.append(point) }
  }

  /// `points.csv`: a row for each number of a point and for each figure that came of it.
  package static let table = RowTable<Row>(
    "points", primaryKey: ["point", "kind", "number"],
    [
      .text("run", "Digest of what the figures hang on beside the point: scenario, targets, replications.") {
        $0.run
      },
      .count("point", "Number of the point, from 0, in the order in which they were tried.") { $0.point },
      .choice("kind", "What the row is.", Kind.allCases.map(\.rawValue)) { $0.kind.rawValue },
      .count("number", "Which of the free numbers or of the targets it is, from 0.") { $0.number },
      .number("value", "The number, or the figure.") { $0.mean.mean.value },
      .number("monte_carlo_se", "The figure's Monte Carlo standard error.", .positive) {
        $0.mean.mean.standardError
      },
      .number("between_regions_sd", "Standard deviation of the figure between regions.", .positive) {
        $0.mean.spread?.standardDeviation
      },
      .number("lowest_region", "The lowest figure of a region.") { $0.mean.spread?.lowest },
      .number("highest_region", "The highest figure of a region.") { $0.mean.spread?.highest },
    ])

  /// What a row of `points.csv` is.
  enum Kind: String, CaseIterable, Sendable {
    /// A number that may be moved.
    case free
    /// What a target came to.
    case figure
  }

  /// A row of `points.csv`.
  package struct Row: Sendable {
    var run: String
    var point: Int
    var kind: Kind
    var number: Int
    var mean: RegionalMean
  }

  /// The rows of `points.csv`.
  package var rows: [Row] {
    order.enumerated().flatMap { place, point in
      let free = point.map { RegionalMean(mean: MonteCarloMean(value: $0, standardError: nil)) }
      return [(Kind.free, free), (.figure, figures[point] ?? [])].flatMap { kind, means in
        means.enumerated().map { Row(run: run, point: place, kind: kind, number: $0, mean: $1) }
      }
    }
  }

  /// Adds the points of a file.
  ///
  /// - Parameters:
  ///   - table: What stands in the file.
  ///   - free: How many numbers a point has.
  ///   - targets: How many figures come of it.
  /// - Throws: ``CalibrationFaults`` for the first thing in it that this run would not have written.
  package mutating func add(_ table: Table, free: Int, targets: Int) throws(CalibrationFaults) {
    func fault(_ message: String) -> CalibrationFaults { CalibrationFaults(messages: [message]) }
    guard table.header.names == Self.table.schema.columnNames else {
      throw fault("has other columns than points have")
    }
    var rows = table.rows[...]
    while let first = rows.first {
      guard first[0] == run else {
        throw fault(
          "holds the points of another run: another scenario, other targets, replications or regions")
      }
      func next(_ kind: Kind, _ count: Int) throws(CalibrationFaults) -> [RegionalMean] {
        var means: [RegionalMean] = []
        for number in 0..<count {
          guard let row = rows.popFirst(), row[0] == run, row[1] == first[1], row[2] == kind.rawValue,
            row[3] == "\(number)", let mean = Self.mean(row)
          else { throw fault("has other rows than this run") }
          means.append(mean)
        }
        return means
      }
      guard first[1] == "\(count)" else { throw fault("has other rows than this run") }
      let point = try next(.free, free).map(\.mean.value)
      add(point, try next(.figure, targets))
    }
  }

  private static func mean(_ row: [String]) -> RegionalMean? {
    let numbers = row[4...].map { parsedNumber(Array($0.utf8).span) }
    guard let value = numbers[0] else { return nil }
    var mean = RegionalMean(mean: MonteCarloMean(value: value, standardError: numbers[1]))
    if let deviation = numbers[2], let lowest = numbers[3], let highest = numbers[4] {
      mean.spread = RegionalSpread(standardDeviation: deviation, lowest: lowest, highest: highest)
    }
    return mean
  }
}
