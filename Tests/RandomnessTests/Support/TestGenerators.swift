import Testing

/// A broken generator that repeats a few words for ever.
struct RepeatingGenerator: RandomNumberGenerator, CustomTestStringConvertible {
  var words: [UInt64]
  var position = 0

  var testDescription: String {
    words.map { String($0, radix: 16) }.joined(separator: ", ")
  }

  init(_ words: UInt64...) {
    self.words = words
  }

  mutating func next() -> UInt64 {
    defer { position = (position + 1) % words.count }
    return words[position]
  }
}

/// A generator that yields the given words first, to lead a sampler along one path, and counts what it was asked for.
struct ScriptedGenerator: RandomNumberGenerator {
  var words: [UInt64]
  var taken = 0

  init(_ words: [UInt64]) {
    self.words = words
  }

  mutating func next() -> UInt64 {
    defer { taken += 1 }
    return taken < words.count ? words[taken] : 0x8000_0000_0000_0000
  }
}
