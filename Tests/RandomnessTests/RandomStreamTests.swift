import Testing

@testable import Randomness

@Suite("RandomStream")
struct RandomStreamTests {
  // Source: Blackman & Vigna's public-domain xoshiro256plusplus.c (prng.di.unimi.it), compiled and run with
  //   gcc -std=c11 -O1 reference.c && ./a.out     (s = {1, 2, 3, 4}; then eight calls of next())
  @Test("yields what the published C code of xoshiro256++ yields")
  func matchesReference() {
    let outputs: [UInt64] = [
      0x0000_0000_0280_0001, 0x0000_0000_0380_0067, 0x000C_C000_0380_0067, 0x000C_C201_9944_00B2,
      0x8012_A201_9AC4_33CD, 0x8A69_978A_CDEE_33BA, 0xC271_1347_3315_4ABD, 0xAC2B_A091_7916_9E97,
    ]
    var stream = RandomStream(s0: 1, s1: 2, s2: 3, s3: 4)
    #expect(outputs.map { _ in stream.next() } == outputs)
  }

  @Test("is still at one with the C code after a million numbers")
  func matchesReferenceFarOut() {
    // As above, with the state filled by splitmix64.c from x = 42, and a million numbers thrown away.
    var filler = SplitMix64(state: 42)
    var stream = RandomStream(
      s0: filler.next(), s1: filler.next(), s2: filler.next(), s3: filler.next())
    #expect(stream.next() == 0xD076_4D4F_4476_689F)
    for _ in 1..<1_000_000 {
      _ = stream.next()
    }
    #expect(stream.next() == 0x20F9_0AD9_8352_4096)
    #expect(stream.next() == 0x55E2_44FC_971E_098A)
  }

  // Source: a transcription of the address hash, SplitMix64 and xoshiro256++ into Python integers:
  //   h = 0
  //   for part in (seed, replication, practice, purpose): h = mix(((h ^ part) + 0x9e3779b97f4a7c15) % 2**64)
  //   fill four words by splitmix64 from h; print the first four outputs of xoshiro256++
  @Test(
    "pinned: the first numbers of an address",
    arguments: [
      (
        [0, 0, 0, 0],
        [0x239B_273C_9643_BEDB, 0xFE37_E8D5_FF8A_B797, 0xAA48_65D8_19C5_FB3D, 0x88C1_2DF4_8194_0BD3]
      ),
      (
        [2015, 0, 1, 200],
        [0xCF4A_8433_723C_56E1, 0xE8DC_A6BE_E4F7_B091, 0xBB9E_6B6D_A5D7_ED4F, 0xE4B7_EEDD_5B93_4870]
      ),
      (
        [2015, 1, 1, 200],
        [0xBD9D_8E7F_5C53_547B, 0x4CF1_A0D7_B7F6_D3A1, 0xA05C_2CA9_A793_0BF2, 0x01EC_458A_5E3C_1B7D]
      ),
      (
        [.max, .max, .max, .max],
        [0x9D9E_BD32_0CBC_3CA5, 0xA415_F3D5_DFC3_1F9F, 0x9C80_798F_31C8_946D, 0x3BA9_2AC6_EE76_1B3D]
      ),
    ] as [([UInt64], [UInt64])])
  func pinnedAddress(address: [UInt64], outputs: [UInt64]) {
    var stream = RandomStream(
      seed: address[0], replication: address[1], practice: address[2], purpose: Purpose(rawValue: address[3]))
    #expect(outputs.map { _ in stream.next() } == outputs)
  }

  // Source: the published FNV-1a test vectors (isthe.com/chongo/tech/comp/fnv: "a" is af63dc4c8601ec8c, "foobar"
  // is 85944171f73967e8), then the mixer; computed in Python, where both vectors were checked.
  @Test(
    "pinned: the key of a name",
    arguments: [
      ("", 0xF52A_15E9_A9B5_E89B),
      ("a", 0x02C0_BDBF_4814_20F8),
      ("foobar", 0x404D_A9E3_B740_78C2),
      ("081234", 0x1861_BEE2_EE3D_E25F),
      ("Samsø", 0xB1DC_3679_9B4A_A08A),
    ] as [(String, UInt64)])
  func pinnedKey(name: String, key: UInt64) {
    #expect(RandomStream.key(of: name) == key)
  }

  @Test("a copy repeats the numbers, and drawing from it leaves the original alone")
  func isAValue() {
    var original = RandomStream(seed: 1, replication: 2, practice: 3, purpose: Purpose(rawValue: 4))
    var copy = original
    let fromCopy = (0..<100).map { _ in copy.next() }
    let fromOriginal = (0..<100).map { _ in original.next() }
    #expect(fromCopy == fromOriginal)
  }

  @Test("swapping two parts of an address gives another stream")
  func partsAreNotInterchangeable() {
    func first(_ parts: [UInt64]) -> UInt64 {
      var stream = RandomStream(
        seed: parts[0], replication: parts[1], practice: parts[2], purpose: Purpose(rawValue: parts[3]))
      return stream.next()
    }
    let arrangements: [[UInt64]] = [
      [1, 2, 3, 4], [2, 1, 3, 4], [1, 3, 2, 4], [1, 2, 4, 3], [4, 3, 2, 1], [3, 2, 1, 4],
    ]
    #expect(Set(arrangements.map(first)).count == arrangements.count)
  }
}
