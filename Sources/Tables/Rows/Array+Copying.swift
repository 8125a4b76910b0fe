// The only unsafe code of the module: an array has no way yet to take the elements of a span at once, and a span none to be read by words.

extension [UInt8] {
  /// Appends the bytes of a span in one go.
  mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  /// The eight bytes from an index on, the first one lowest; all of them must be in the span.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The bytes from an index on, at most seven, as the lowest of a word; above them are zeros.
  @inline(__always)
  func word(at index: Int, count: Int) -> UInt64 {
    if index + 8 <= self.count { return word(at: index) & ((1 &<< UInt64(8 &* count)) &- 1) }
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(self[index + offset]) &<< UInt64(8 &* offset) }
    return word
  }
}
