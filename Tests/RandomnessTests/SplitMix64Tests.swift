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
