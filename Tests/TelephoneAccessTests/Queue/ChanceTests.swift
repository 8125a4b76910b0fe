import Randomness
import Testing

@testable import TelephoneAccess

/// A chance worked out beforehand decides what a uniform number below the probability would.
@Suite("Chances")
struct ChanceTests {
  @Test(
    "the answer is that of a uniform number compared with the probability",
    arguments: [0, 0x1p-53, 0x1p-52, 0.04, 0.3, 0.5, 0.85, 1 - 0x1p-53, 1])
  func sameAsUniform(probability: Double) {
    let chance = Chance(probability)
    #expect(chance.isPossible == (probability > 0))
    for key in 0..<10_000 as Range<UInt64> {
      var stream = Decision.redial.stream(of: key)
      #expect(chance.happens(.redial, to: key) == (stream.unitUniform() < probability))
    }
  }

  @Test(
    "what is no probability counts as the nearest one",
    arguments: [(-0.1, false), (.nan, false), (1.5, true)])
  func outside(probability: Double, happens: Bool) {
    #expect(
      (0..<100 as Range<UInt64>).allSatisfy { Chance(probability).happens(.balking, to: $0) == happens })
  }
}
