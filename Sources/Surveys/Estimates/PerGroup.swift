/// A value for each group of a grouping, in their order; of very many groups each value is worked out whenever it is asked for.
///
/// A rate has some hundred bytes, and a million of them stand in no memory that people have to spare; working one out takes a
/// microsecond or so. Whoever reads them should do so once or twice.
package struct PerGroup<Value: Sendable>: RandomAccessCollection, Sendable {
  private let known: [Value]
  private let length: Int
  private let value: (@Sendable (Int) -> Value)?

  /// So many values are kept at most.
  private static var mostKept: Int { 100_000 }

  /// Whether the values of so many groups are kept, so that asking for one again costs nothing.
  package static func keeps(_ count: Int) -> Bool { count <= mostKept }

  /// Values that are known.
  init(_ values: [Value]) { (known, length, value) = (values, values.count, nil) }

  /// So many values, of which each can be worked out.
  init(count: Int, _ value: @escaping @Sendable (Int) -> Value) {
    let areMany = !Self.keeps(count)
    known = areMany ? [] : (0..<count).map(value)
    length = count
    self.value = areMany ? value : nil
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { length }
  package subscript(place: Int) -> Value { value.map { $0(place) } ?? known[place] }

  /// The same values and further ones behind them.
  package static func + (left: PerGroup, right: [Value]) -> PerGroup {
    PerGroup(count: left.count + right.count) { $0 < left.count ? left[$0] : right[$0 - left.count] }
  }
}
