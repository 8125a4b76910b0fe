import Randomness
import Testing

@Suite("SplitMix64")
struct SplitMix64Tests {
  // Source: Vigna's public-domain splitmix64.c (prng.di.unimi.it), compiled and run with
  //   gcc -std=c11 -O1 reference.c && ./a.out     (x = START; then five calls of next())
  static let reference: [(start: UInt64, outputs: [UInt64])] = [
    (
      0,
      [
        0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F, 0xF88B_B8A8_724C_81EC,
        0x1B39_896A_51A8_749B,
      ]
    ),
    (
      1_234_567,
      [
        0x599E_D017_FB08_FC85, 0x2C73_F084_5854_0FA5, 0x883E_BCE5_A3F2_7C77, 0x3FBE_F740_E917_7B3F,
        0xE3B8_3467_08CB_5ECD,
      ]
    ),
    (
      .max,
      [
        0xE4D9_7177_1B65_2C20, 0xE99F_F867_DBF6_82C9, 0x382F_F84C_B272_81E9, 0x6D1D_B36C_CBA9_82D2,
        0xB4A0_472E_5780_69AE,
      ]
    ),
  ]

  @Test("yields what the published C code yields", arguments: reference)
  func matchesReference(start: UInt64, outputs: [UInt64]) {
    var generator = SplitMix64(state: start)
    #expect(outputs.map { _ in generator.next() } == outputs)
  }

  // Source: the description of the address's hash, in Python:
  //   M = 2**64 - 1; STEP = 0x9E3779B97F4A7C15
  //   def mix(z):
  //     z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & M; z = (z ^ z >> 27) * 0x94D049BB133111EB & M; return z ^ z >> 31
  //   def state(seed, *parts):
  //     h = mix(seed + STEP & M)
  //     for part in parts: h = mix((h ^ part) + STEP & M)
  //     return h
  //   [hex(mix(state(2015, 7, 0x1234, 202) + n * STEP & M)) for n in (1, 2, 3)]
  @Test("the short stream of an address is pinned")
  func shortStream() {
    var zero = SplitMix64(seed: 0, replication: 0, practice: 0, purpose: Purpose(rawValue: 0))
    #expect(
      (0..<3).map { _ in zero.next() } == [
        0x78AE_5A9A_6B5F_D45E, 0xB989_5A2B_6859_2DF1, 0x4D93_6ECE_81FE_4F66,
      ])
    var other = SplitMix64(seed: 2015, replication: 7, practice: 0x1234, purpose: Purpose(rawValue: 202))
    #expect(
      (0..<3).map { _ in other.next() } == [
        0xF68D_B89C_F817_451B, 0x3640_3DB8_F318_EFF7, 0xAA5A_1EC6_3695_0967,
      ])
  }

  @Test("flipping one input bit of the mixer flips between 24 and 40 output bits on average")
  func mixerAvalanches() {
    // A perfect mixer flips 32 ± 4/√512 on average over 512 inputs; the limits are far outside chance.
    for bit in 0..<64 {
      var flipped = 0
      for input in 0..<512 as Range<UInt64> {
        let difference = SplitMix64.mix(input) ^ SplitMix64.mix(input ^ (1 << UInt64(bit)))
        flipped += difference.nonzeroBitCount
      }
      let mean = Double(flipped) / 512
      #expect(mean > 24 && mean < 40, "bit \(bit)")
    }
  }
}
