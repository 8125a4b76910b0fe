/// Searching among counts for the point where a condition begins to hold.
enum BinarySearch {
  /// The first index for which the condition holds, given that it then holds for all later ones; the end for none.
  ///
  /// O(log of the range's length) evaluations.
  static func firstIndex(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
