/// A chi-square test of a two-way table from a survey sample, corrected for the design.
package struct RaoScottTest: Sendable, Equatable {
  /// Pearson's chi-square of the weighted table, scaled to the number of observations.
  package let chiSquare: Double
  /// The corrected statistic: Pearson's over the trace of the generalised design effects.
  package let statistic: Double
  /// The degrees of freedom above the line, fractional: trace²/trace of the square.
  package let numerator: Double
  /// The degrees of freedom below the line: those above times the design's.
  package let denominator: Double
  /// The probability of a greater statistic when rows and columns are unrelated.
  package let pValue: Double
}

extension SurveySample {
  /// Whether two labels are unrelated, say whether the share not reached is the same in all slots.
  ///
  /// Second-order correction as F statistic: Rao and Scott (1984, Annals of Statistics 12:46), Thomas and Rao (1987);
  /// R's `svychisq` with its default. The same practice in several slots is accounted for by the design's clusters.
  /// Nil with fewer than two labels on either side, without degrees of freedom, or when an empty cell makes the
  /// correction singular.
  /// - Throws: `SurveySampleError` for columns of another length.
  /// - Complexity: O(k · count + k² · clusters + k³), k = (rows − 1)(columns − 1).
  package func homogeneity(rows: [Int], columns: [Int]) throws -> RaoScottTest? {
    try Self.check("rows", rows.count, count)
    try Self.check("columns", columns.count, count)
    let rowIndex = Self.numbered(rows)
    let columnIndex = Self.numbered(columns)
    let rowCount = (rowIndex.max() ?? -1) + 1
    let columnCount = (columnIndex.max() ?? -1) + 1
    let degrees = clusterCount - stratumCount
    guard rowCount > 1, columnCount > 1, degrees > 0 else { return nil }

    let cells = (0..<count).map { rowIndex[$0] * columnCount + columnIndex[$0] }
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: rowCount * columnCount)
    for row in 0..<count { sums[cells[row]].add(weights[row]) }
    let weight = sums.reduce(0) { $0 + $1.value }
    let shares = sums.map { $0.value / weight }
    let chiSquare = Double(count) * Self.pearson(shares, rowCount: rowCount, columnCount: columnCount)

    // A basis of what rows and columns alone do not explain: (row i − last row) × (column j − last column).
    let contrasts = (0..<(rowCount - 1)).flatMap { i in
      (0..<(columnCount - 1)).map { j in
        (0..<(rowCount * columnCount)).map { cell -> Double in
          let row = cell / columnCount
          let column = cell % columnCount
          let rowPart = row == i ? 1.0 : row == rowCount - 1 ? -1 : 0
          let columnPart = column == j ? 1.0 : column == columnCount - 1 ? -1 : 0
          return shares[cell] > 0 ? rowPart * columnPart / shares[cell] : 0
        }
      }
    }
    let deviations = contrasts.map { contrast in
      let mean = zip(contrast, shares).reduce(0) { $0 + $1.0 * $1.1 }
      return scaledDeviations((0..<count).map { weights[$0] * (contrast[cells[$0]] - mean) / weight })
    }
    let designed = Self.products(deviations)
    let simple = contrasts.map { left in
      contrasts.map { right in
        (0..<left.count).reduce(0) { $0 + left[$1] * right[$1] * shares[$1] } / Double(count)
      }
    }
    guard let effects = SquareMatrix.solve(simple, designed) else { return nil }
    let size = effects.count
    let trace = (0..<size).reduce(0) { $0 + effects[$1][$1] }
    let traceOfSquare = (0..<size).reduce(0) { sum, i in
      (0..<size).reduce(sum) { $0 + effects[i][$1] * effects[$1][i] }
    }
    guard trace > 0, traceOfSquare > 0 else { return nil }
    let numerator = trace * trace / traceOfSquare
    let denominator = numerator * Double(degrees)
    let statistic = chiSquare / trace
    return RaoScottTest(
      chiSquare: chiSquare, statistic: statistic, numerator: numerator, denominator: denominator,
      pValue: FDistribution(numerator: numerator, denominator: denominator).upperTail(statistic))
  }

  /// Labels replaced by numbers in order of first appearance.
  private static func numbered(_ labels: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return labels.map { label in
      let number = numbers[label] ?? numbers.count
      numbers[label] = number
      return number
    }
  }

  /// The sum of (p − p₀)²/p₀ over the cells, p₀ being the product of the margins.
  private static func pearson(_ shares: [Double], rowCount: Int, columnCount: Int) -> Double {
    let rows = (0..<rowCount).map { row in
      (0..<columnCount).reduce(0) { $0 + shares[row * columnCount + $1] }
    }
    let columns = (0..<columnCount).map { column in
      (0..<rowCount).reduce(0) { $0 + shares[$1 * columnCount + column] }
    }
    return (0..<shares.count).reduce(0) { sum, cell in
      let expected = rows[cell / columnCount] * columns[cell % columnCount]
      let difference = shares[cell] - expected
      return sum + difference * difference / expected
    }
  }

  private static func products(_ vectors: [[Double]]) -> [[Double]] {
    vectors.map { left in
      vectors.map { right in CompensatedSum.over(left.indices) { left[$0] * right[$0] } }
    }
  }
}
