import Randomness
import Testing

@Suite("WyRand")
struct WyRandTests {
  // Source: wyrand of the public-domain wyhash.h, as Debian has it (libwyhash-dev 0~2.gbp234f0c6-1), compiled and run with
  //   gcc -std=gnu11 -O1 reference.c && ./a.out     (seed = START; then five calls of wyrand(&seed))
  static let reference: [(start: UInt64, outputs: [UInt64])] = [
    (
      0,
      [
        0x111C_B3A7_8F59_A58E, 0xCEAB_D938_FF4E_856D, 0x61FB_5131_8F47_D2A4, 0x78BD_03C4_9190_9760,
        0x7C00_3D7F_B148_20DE,
      ]
    ),
    (
      1_234_567,
      [
        0x0E6C_0D75_670E_37CC, 0x6C97_C0B8_2735_2C64, 0xD0CD_28CE_C747_0D39, 0xA51D_2A19_5AC6_9861,
        0xE091_1777_1F95_F935,
      ]
    ),
    (
      .max,
      [
        0xBA1D_C814_E82D_5D44, 0x57AC_CFE8_5FE2_9D15, 0x3AFA_6E61_6FB3_AA6F, 0x6CFB_4186_0897_62E0,
        0xD901_93B1_10F4_3807,
      ]
    ),
  ]

  @Test("yields what the published C code yields", arguments: reference)
  func matchesReference(start: UInt64, outputs: [UInt64]) {
    var generator = WyRand(state: start)
    #expect(outputs.map { _ in generator.next() } == outputs)
  }

  // Source: the description of the address's hash and of wyrand, in Python:
  //   M = 2**64 - 1; STEP = 0x9E3779B97F4A7C15
  //   def mix(z):
  //     z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & M; z = (z ^ z >> 27) * 0x94D049BB133111EB & M; return z ^ z >> 31
  //   def state(seed, *parts):
  //     h = mix(seed + STEP & M)
  //     for part in parts: h = mix((h ^ part) + STEP & M)
  //     return h
  //   def wyrand(s): p = s * (s ^ 0xE7037ED1A0B428DB); return p >> 64 ^ p & M
  //   [hex(wyrand(state(2015, 7, 0x1234, 202) + n * 0xA0761D6478BD642F & M)) for n in (1, 2, 3)]
  @Test("the short stream of an address is pinned")
  func shortStream() {
    var zero = WyRand(seed: 0, replication: 0, practice: 0, purpose: Purpose(rawValue: 0))
    #expect(
      (0..<3).map { _ in zero.next() } == [
        0x277A_2F94_42F9_A3C7, 0xE375_0277_ECB7_85A9, 0x7CBD_5372_C508_B13A,
      ])
    var other = WyRand(seed: 2015, replication: 7, practice: 0x1234, purpose: Purpose(rawValue: 202))
    #expect(
      (0..<3).map { _ in other.next() } == [
        0xBE68_258B_AF99_DE69, 0x3C44_DEED_CCC8_930F, 0x270A_471A_4BF5_416C,
      ])
  }

  @Test("turning one bit of a state turns 24 to 40 bits of its number on average")
  func avalanches() {
    // Perfect mixing turns 32 ± 4/√512 on average over 512 states; the limits are far outside chance.
    var states = SplitMix64(state: 9)
    for bit in 0..<64 {
      var turned = 0
      for _ in 0..<512 {
        let state = states.next()
        var (one, other) = (WyRand(state: state), WyRand(state: state ^ (1 << UInt64(bit))))
        turned += (one.next() ^ other.next()).nonzeroBitCount
      }
      let mean = Double(turned) / 512
      #expect(mean > 24 && mean < 40, "bit \(bit): \(mean)")
    }
  }
}
