/// A counter put through a mixing function: 64 bits of state, for hashes and to fill larger states.
///
/// The period is 2⁶⁴ and every value comes exactly once in it.
///
/// Source: Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA '14; the mixing
/// constants are variant 13 of Stafford (2011), as in Vigna's public-domain `splitmix64.c`.
public struct SplitMix64: RandomNumberGenerator, Sendable, BitwiseCopyable {
  @usableFromInline
  var state: UInt64

  /// The step of the counter: 2⁶⁴ divided by the golden ratio, made odd.
  @usableFromInline
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Starts the counter at `state`; all 2⁶⁴ values are allowed.
  @inlinable
  public init(state: UInt64) {
    self.state = state
  }

  /// Starts the counter at the hash of an address.
  ///
  /// Addresses that differ in one part only never share a state; any other two share it with probability 2⁻⁶⁴.
  @inlinable
  init(seed: UInt64, replication: UInt64, practice: UInt64, purpose: Purpose) {
    // Each part is added to the mixed hash of those before it, so the order of the parts matters.
    var hash = Self.mix(seed &+ Self.step)
    hash = Self.mix((hash ^ replication) &+ Self.step)
    hash = Self.mix((hash ^ practice) &+ Self.step)
    state = Self.mix((hash ^ purpose.rawValue) &+ Self.step)
  }

  /// Advances the counter and returns its mixed value.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mix(state)
  }

  /// Scrambles 64 bits so that flipping one bit of the input flips about half of the output.
  ///
  /// It is a bijection: different inputs have different outputs. `mix(0)` is 0.
  @inlinable
  public static func mix(_ z: UInt64) -> UInt64 {
    var z = z
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}
