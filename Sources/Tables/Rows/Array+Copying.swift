// The only unsafe code of the module: an array has no way yet to take the elements of a span at once.

extension [UInt8] {
  /// Appends the bytes of a span in one go.
  mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
