/// A counter multiplied by itself, some bits of one factor turned, and both halves of the product laid over one another.
///
/// It is for the short streams of a day: 64 bits of state, and a number takes one addition and one multiplication. The period is
/// 2⁶⁴. Within it a value may come several times, unlike those of ``SplitMix64``. That is enough for some thousand numbers, which
/// is what a practice takes in a day; what takes more has a ``RandomStream``.
///
/// Source: `wyrand` of Wang Yi's public-domain `wyhash.h`, final version 4 (github.com/wangyi-fudan/wyhash), which says that
/// it passes BigCrush and PractRand.
public struct WyRand: RandomNumberGenerator, Sendable, BitwiseCopyable {
  @usableFromInline
  var state: UInt64

  /// Starts the counter at `state`; all 2⁶⁴ values are allowed.
  @inlinable
  public init(state: UInt64) {
    self.state = state
  }

  /// Opens the short stream of an address at its first number.
  ///
  /// Addresses that differ in one part only never share a state; any other two share it with probability 2⁻⁶⁴.
  @inlinable
  public init(seed: UInt64, replication: UInt64, practice: UInt64, purpose: Purpose) {
    state = SplitMix64(seed: seed, replication: replication, practice: practice, purpose: purpose).state
  }

  /// Advances the counter and returns the folded product.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= 0xA076_1D64_78BD_642F
    let product = state.multipliedFullWidth(by: state ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
