import Randomness
import Testing

/// A sampler with the first three numbers it yields and a digest of the first 20,000, rare paths among them.
struct PinnedCase: CustomTestStringConvertible, Sendable {
  var name: String
  var first: [Double]
  var digest: UInt64
  var draw: @Sendable (inout RandomStream) -> Double

  var testDescription: String { name }

  init(
    _ name: String, _ first: [Double], _ digest: UInt64,
    draw: @escaping @Sendable (inout RandomStream) -> Double
  ) {
    self.name = name
    self.first = first
    self.digest = digest
    self.draw = draw
  }

  // Source: a transcription of the algorithms into Python, whose floats are IEEE doubles without fused multiply-add,
  // with tables computed by mpmath. Each sampler had the stream (2015, 1, key of its name, 200). The digest is FNV-1a
  // with 64 bits over the little-endian bytes of the numbers. Where this test fails, a seed's meaning has changed.
  static let all: [PinnedCase] = [
    PinnedCase(
      "unit uniform", [0.7159338153812512, 0.09771205465528021, 0.7706569373796436], 0xD80A_DD12_AB1A_23B0
    ) { $0.unitUniform() },
    PinnedCase(
      "open unit uniform", [0.50979575720052, 0.049414909487852765, 0.8586497585226563], 0xB1D6_3F93_3EA9_1C2F
    ) { $0.openUnitUniform() },
    PinnedCase(
      "uniform from -3 to 5", [-0.2426372414878557, 3.718350288735283, 4.650594133802814],
      0xA0C6_7E0F_D215_72E5
    ) { $0.uniform(in: -3..<5) },
    PinnedCase(
      "exponential", [1.29546606962774, 0.8510645736654165, 2.7072302475209984], 0xF59B_8794_B577_E6DA
    ) { $0.standardExponential() },
    PinnedCase("normal", [1.1577156863181848, 1.330046489811975, -0.5855344535684989], 0x919F_97FC_6973_14A6)
    { $0.standardNormal() },
    PinnedCase("gamma 25", [36.45620363537589, 28.904938474186473, 28.05320353151764], 0xBCAB_59C1_F7C2_ABCD)
    { $0.standardGamma(shape: 25) },
    PinnedCase("gamma 1", [2.744392101402096, 0.2515771135377271, 3.7727617899205357], 0x4EB4_E868_0945_87AD)
    { $0.standardGamma(shape: 1) },
    PinnedCase(
      "gamma 0.3", [0.006502198639357223, 0.32421148607544575, 0.7743028018258251], 0x4CA6_92C6_7E9B_6970
    ) { $0.standardGamma(shape: 0.3) },
    PinnedCase(
      "gamma 4 with scale 3", [6.499913351957953, 8.228966688597087, 22.11445348324], 0x97D6_529D_E54E_C9BE
    ) { $0.gamma(shape: 4, scale: 3) },
    PinnedCase(
      "lognormal", [4.3943955368982355, 1.1339256221505314, 1.4461495234879913], 0x5817_8F08_0389_0B62
    ) { $0.lognormal(logMean: 1, logSD: 0.5) },
    PinnedCase(
      "weibull", [0.7125018254683491, 1.6336534169573715, 1.2745010063986948], 0x4442_CDB0_3088_FA40
    ) { $0.weibull(scale: 2, shape: 1.5) },
    PinnedCase("bernoulli 0.3", [1, 1, 0], 0x35BA_EC28_E2AE_6638) { $0.bernoulli(0.3) ? 1 : 0 },
    PinnedCase("poisson 3", [1, 2, 4], 0x90D8_18AE_2D06_3779) { Double($0.poisson(mean: 3)) },
    PinnedCase("poisson 10", [7, 11, 14], 0xD3EB_FCDC_2D00_2D15) { Double($0.poisson(mean: 10)) },
    PinnedCase("poisson 1234.5", [1204, 1258, 1240], 0xA285_DC84_7838_9EAB) {
      Double($0.poisson(mean: 1234.5))
    },
    PinnedCase("integer below 420", [39, 193, 102], 0x66BC_7C84_0857_461D) { Double($0.integer(below: 420)) },
    PinnedCase(
      "integer below 3 * 2^60", [1.6968179701707005e+18, 1.0802640234957188e+18, 4.0925467347299834e+17],
      0x2DF4_40F0_B62B_194D
    ) { Double($0.integer(below: 3 << 60)) },
  ]

  // Source: as above; the layers, too, were cut by the transcription.
  static let layers: [PinnedCase] = [
    layered(
      "layers lognormal 0.05", [56102, 61456, 59380], 0x223D_9BCE_8527_4C63,
      DurationLayers(logMean: 11, logSD: 0.05)),
    layered(
      "layers lognormal 0.6", [80717, 94294, 219422], 0x114C_819D_628F_6E15,
      DurationLayers(logMean: 11.6, logSD: 0.6)),
    layered(
      "layers lognormal 1.5", [35066, 154743, 302859], 0x21E9_EE63_F338_B4DA,
      DurationLayers(logMean: 12, logSD: 1.5)),
    layered(
      "layers lognormal 2.5", [40832, 2726, 1853472], 0xB180_DEEE_173C_FC25,
      DurationLayers(logMean: 12, logSD: 2.5)),
    layered(
      "layers exponential", [67435, 427617, 113403], 0x3C23_4FF3_ACAF_A89B,
      DurationLayers(exponentialMean: 240_000)),
    layered("layers exponential 3", [6, 2, 1], 0xBD55_DC3F_AF9F_FC4D, DurationLayers(exponentialMean: 3)),
  ]

  private static func layered(
    _ name: String, _ first: [Double], _ digest: UInt64, _ law: DurationLayers?
  ) -> PinnedCase {
    PinnedCase(name, first, digest) { stream in
      if let law { Double(law.next(using: &stream)) } else { .nan }
    }
  }
}

/// FNV-1a with 64 bits over the bytes of doubles.
struct Digest {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ number: Double) {
    var bits = number.bitPattern
    for _ in 0..<8 {
      value = (value ^ (bits & 0xFF)) &* 0x0000_0100_0000_01B3
      bits >>= 8
    }
  }
}

@Suite("Pinned values: what a seed yields")
struct PinnedTests {
  static func stream(_ name: String) -> RandomStream {
    RandomStream(
      seed: 2015, replication: 1, practice: RandomStream.key(of: name), purpose: Purpose(rawValue: 200))
  }

  @Test("pinned: the numbers of every sampler", arguments: PinnedCase.all + PinnedCase.layers)
  func sampler(_ pinned: PinnedCase) {
    var stream = Self.stream(pinned.name)
    var digest = Digest()
    var first: [Double] = []
    for _ in 0..<20_000 {
      let number = pinned.draw(&stream)
      if first.count < 3 { first.append(number) }
      digest.add(number)
    }
    #expect(first == pinned.first)
    #expect(digest.value == pinned.digest)
  }

  // Source: as above.
  @Test("pinned: a permutation and a sample")
  func selections() {
    var stream = Self.stream("permutation")
    #expect(stream.permutation(of: 12) == [5, 8, 6, 10, 1, 0, 11, 2, 9, 3, 7, 4])
    stream = Self.stream("sample")
    #expect(stream.sample(6, of: 420) == [167, 125, 373, 344, 28, 18])
  }

  // Source: as above.
  @Test("pinned: categories by an alias table")
  func categories() throws {
    let table = try #require(AliasTable(weights: [35, 20, 15, 12, 4, 6, 5, 3]))
    var stream = Self.stream("categorical")
    var digest = Digest()
    var first: [Int] = []
    for _ in 0..<20_000 {
      let category = stream.categorical(table)
      if first.count < 3 { first.append(category) }
      digest.add(Double(category))
    }
    #expect(first == [3, 3, 2])
    #expect(digest.value == 0x3E65_0B08_D895_9799)
  }

  // Source: as above; 40,000 values of exp and of log, half of them at random bit patterns, 20,000 of pow.
  @Test("pinned: the elementary functions, bit for bit")
  func functions() {
    var stream = Self.stream("functions")
    var exponential = Digest()
    var logarithm = Digest()
    var power = Digest()
    for _ in 0..<20_000 {
      let anything = Double(bitPattern: stream.next())
      if !anything.isNaN { exponential.add(PortableMath.exp(anything)) }
      let exponent = stream.uniform(in: -750..<715)
      exponential.add(PortableMath.exp(exponent))
      if !anything.isNaN { logarithm.add(PortableMath.log(anything.magnitude)) }
      let base = stream.unitUniform() * 2 + 0.1
      logarithm.add(PortableMath.log(base))
      power.add(PortableMath.pow(base, exponent / 100))
    }
    #expect(exponential.value == 0xF325_DD0C_3F46_CE10)
    #expect(logarithm.value == 0x12B8_7BE5_6618_E6EA)
    #expect(power.value == 0xE25D_6A6A_1B99_94C9)
  }
}
