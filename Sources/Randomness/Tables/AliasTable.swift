/// A table from which one of several categories is drawn in constant time, with given weights.
///
/// ```swift
/// let tables = AliasTable(weights: [190, 118, 63, 29, 20])
/// ```
///
/// Source: Walker (1977), "An efficient method for generating discrete random variables with general distributions",
/// ACM Transactions on Mathematical Software 3(3), set up as Vose (1991) does.
public struct AliasTable: Sendable, Equatable {
  /// One column: keep its own category below the threshold, else take the alias.
  @usableFromInline
  struct Column: Sendable, Equatable {
    @usableFromInline var threshold: Double
    @usableFromInline var alias: Int
  }

  @usableFromInline
  var columns: [Column]

  /// The number of categories.
  public var count: Int { columns.count }

  /// Prepares draws with probabilities proportional to the weights; a weight of 0 is never drawn.
  ///
  /// The result is nil where the weights are no distribution: none at all, one negative, infinite or NaN, or all 0.
  ///
  /// - Complexity: O(*n*), where *n* is the number of weights.
  public init?(weights: [Double]) {
    guard let heaviest = weights.indices.max(by: { weights[$0] < weights[$1] }),
      weights.allSatisfy({ $0 >= 0 && $0.isFinite }), weights[heaviest] > 0
    else { return nil }
    // Divided by the largest first, so that the sum can neither overflow nor vanish.
    let relative = weights.map { $0 / weights[heaviest] }
    let factor = Double(weights.count) / relative.reduce(0, +)
    var heights = relative.map { $0 * factor }
    columns = heights.indices.map { Column(threshold: 1, alias: $0) }

    var low = heights.indices.filter { heights[$0] < 1 }
    var high = heights.indices.filter { heights[$0] >= 1 }
    while let small = low.last, let large = high.last {
      low.removeLast()
      columns[small] = Column(threshold: heights[small], alias: large)
      // In this order the sum is rounded least.
      heights[large] = (heights[large] + heights[small]) - 1
      if heights[large] < 1 {
        high.removeLast()
        low.append(large)
      }
    }
    // Rounding alone leaves a low column without a partner: it is full, unless its category has no weight at all.
    for small in low where weights[small] == 0 {
      columns[small] = Column(threshold: 0, alias: heaviest)
    }
  }
}

extension RandomNumberGenerator {
  /// Draws a category of the table, numbered from 0.
  ///
  /// Takes one word.
  @inlinable
  public mutating func categorical(_ table: AliasTable) -> Int {
    // The product's high word is the column, and its low word is as good as uniform within the column.
    let product = UInt64(table.columns.count).multipliedFullWidth(by: next())
    let index = Int(truncatingIfNeeded: product.high)
    let column = table.columns[index]
    let position = Double(Int64(truncatingIfNeeded: product.low &>> 11)) * 0x1p-53
    return position < column.threshold ? index : column.alias
  }
}
