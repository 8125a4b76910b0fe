/// The order in which people expect numbered names: "practice 9" comes before "practice 10".
///
/// Runs of digits are compared as numbers of any length, everything else by its UTF-8 bytes. Names that differ in
/// leading zeros only are ordered by their bytes, so no two different names are equal: the order is total.
package enum NaturalOrder {
  /// Whether the left name comes before the right one.
  ///
  /// - Complexity: O(bytes of the shorter name).
  package static func precedes(_ left: String, _ right: String) -> Bool {
    var left = left
    var right = right
    let decision = left.withUTF8 { leftBytes in
      right.withUTF8 { rightBytes in compare(leftBytes, rightBytes) }
    }
    return decision < 0
  }

  /// Names in natural order, each once.
  package static func sorted(_ names: some Sequence<String>) -> [String] {
    Array(Set(names)).sorted(by: precedes)
  }

  /// Below zero when the left comes first, above zero when the right does, zero when both are the same bytes.
  private static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int
  {
    var leftPlace = 0
    var rightPlace = 0
    while leftPlace < left.count, rightPlace < right.count {
      if isDigit(left[leftPlace]), isDigit(right[rightPlace]) {
        let leftRun = digitRun(left, from: &leftPlace)
        let rightRun = digitRun(right, from: &rightPlace)
        if leftRun.count != rightRun.count { return leftRun.count - rightRun.count }
        for (leftDigit, rightDigit) in zip(leftRun, rightRun) where leftDigit != rightDigit {
          return Int(leftDigit) - Int(rightDigit)
        }
      } else {
        if left[leftPlace] != right[rightPlace] { return Int(left[leftPlace]) - Int(right[rightPlace]) }
        leftPlace += 1
        rightPlace += 1
      }
    }
    let difference = (left.count - leftPlace) - (right.count - rightPlace)
    if difference != 0 { return difference }
    if left.elementsEqual(right) { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  /// Reads a run of digits and returns it without its leading zeros.
  private static func digitRun(
    _ bytes: UnsafeBufferPointer<UInt8>, from place: inout Int
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    while place < bytes.count, bytes[place] == 0x30 { place += 1 }
    let start = place
    while place < bytes.count, isDigit(bytes[place]) { place += 1 }
    return bytes[start..<place]
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }
}
