/// The random numbers of one address: seed, replication, practice and purpose.
///
/// Equal addresses give equal numbers on every machine; different addresses give unrelated numbers. So a practice,
/// a purpose or a worker can be added without changing what any other stream yields.
///
/// ```swift
/// var stream = RandomStream(seed: 2015, replication: 0, practice: RandomStream.key(of: "081234"), purpose: .arrivals)
/// let minutesToNextCall = 4.2 * stream.standardExponential()
/// ```
///
/// The generator is xoshiro256++ with 256 bits of state and period 2²⁵⁶ − 1: Blackman & Vigna (2021), "Scrambled
/// linear pseudorandom number generators", ACM Transactions on Mathematical Software 47(4). The state is filled by
/// ``SplitMix64`` from a hash of the address, as the authors advise. The bits that an address yields are part of the
/// module's interface: changing them is a breaking change.
public struct RandomStream: RandomNumberGenerator, Sendable, BitwiseCopyable {
  @usableFromInline
  var s0: UInt64
  @usableFromInline
  var s1: UInt64
  @usableFromInline
  var s2: UInt64
  @usableFromInline
  var s3: UInt64

  /// Opens the stream of an address at its first number.
  ///
  /// Addresses that differ in one part only never share a hash; any other two share it with probability 2⁻⁶⁴.
  @inlinable
  public init(seed: UInt64, replication: UInt64, practice: UInt64, purpose: Purpose) {
    var filler = SplitMix64(seed: seed, replication: replication, practice: practice, purpose: purpose)
    // At most one of four successive outputs can be 0, so the forbidden state of zeros cannot arise.
    self.init(s0: filler.next(), s1: filler.next(), s2: filler.next(), s3: filler.next())
  }

  /// Starts from a given state, of which one word at least must not be 0.
  @usableFromInline
  init(s0: UInt64, s1: UInt64, s2: UInt64, s3: UInt64) {
    self.s0 = s0
    self.s1 = s1
    self.s2 = s2
    self.s3 = s3
  }

  /// Returns the next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = ((sum &<< 23) | (sum &>> 41)) &+ s0
    let shifted = s1 &<< 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 &<< 45) | (s3 &>> 19)
    return result
  }

  /// Turns a name, such as a practice's number, into a part of an address.
  ///
  /// The hash is FNV-1a with 64 bits over the name's UTF-8 as it stands (no Unicode normalisation), then
  /// ``SplitMix64/mix(_:)``. Two given names collide with probability about 2⁻⁶⁴.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public static func key(of name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return SplitMix64.mix(hash)
  }
}
