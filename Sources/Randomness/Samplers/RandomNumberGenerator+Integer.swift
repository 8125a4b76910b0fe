extension RandomNumberGenerator {
  /// Draws one of 0, 1, …, bound − 1, all equally likely.
  ///
  /// Source: Lemire (2019), "Fast random integer generation in an interval", ACM Transactions on Modeling and
  /// Computer Simulation 29(1). One word suffices but for a fraction bound/2⁶⁴ of the draws at most.
  ///
  /// - Precondition: `bound` is positive.
  @inlinable
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "there is no integer below the bound to draw")
    let width = UInt64(bound)
    var product = width.multipliedFullWidth(by: next())
    if product.low < width {
      // 2⁶⁴ modulo the bound: so many of the low words are surplus.
      let surplus = (0 &- width) % width
      var attempts = 0
      while product.low < surplus && attempts < Rejection.limit {
        product = width.multipliedFullWidth(by: next())
        attempts += 1
      }
    }
    return Int(truncatingIfNeeded: product.high)
  }

  /// Draws an arrangement of 0, 1, …, count − 1, all arrangements equally likely.
  ///
  /// Source: Fisher & Yates, as Durstenfeld (1964) has it. For `count` ≤ 0 the result is empty.
  ///
  /// - Complexity: O(*n*), where *n* is `count`.
  @inlinable
  public mutating func permutation(of count: Int) -> [Int] {
    sample(Swift.max(0, count), of: Swift.max(0, count))
  }

  /// Draws `count` different integers out of 0, 1, …, population − 1, in random order.
  ///
  /// Every ordered selection is equally likely, so any part of the result is a random sample too. Sort it where the
  /// order should not show. The first numbers do not depend on `count`.
  ///
  /// - Precondition: 0 ≤ `count` ≤ `population`.
  /// - Complexity: O(*n*), where *n* is `population`.
  @inlinable
  public mutating func sample(_ count: Int, of population: Int) -> [Int] {
    precondition(count >= 0 && count <= population, "a sample cannot be larger than its population")
    var items = Array(0..<population)
    for position in 0..<count {
      items.swapAt(position, position + integer(below: population - position))
    }
    items.removeLast(population - count)
    return items
  }

  /// Puts the elements into random order, all orders equally likely.
  ///
  /// - Complexity: O(*n*), where *n* is the number of elements.
  @inlinable
  public mutating func permute<Element>(_ elements: inout [Element]) {
    for position in 0..<elements.count {
      elements.swapAt(position, position + integer(below: elements.count - position))
    }
  }
}
