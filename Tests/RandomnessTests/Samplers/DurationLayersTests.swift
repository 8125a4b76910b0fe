import Glibc
import Testing

@testable import Randomness

@Suite("Layers of durations")
struct DurationLayersTests {
  @Test(
    "a lognormal law's layers have the cut's edges, to the grain", arguments: [0.05, 0.3, 0.6, 0.83, 1.5])
  func lognormalEdges(logSD: Double) throws {
    let mode = 1e6
    let law = try #require(DurationLayers(logMean: log(mode) + logSD * logSD, logSD: logSD))
    let cut = try #require(LognormalCut(logSD: logSD))
    #expect(law.layers.count == 257 && law.heights == cut.heights)
    for place in 1...256 {
      let (left, right) = Self.edges(law.layers[place])
      // Two grains for the two cuts, and a few last places of the mode.
      let tolerance = 0x1p-19 + 1e-14 * right
      #expect(abs(left - mode * exp(-logSD * cut.distances[place])) < tolerance, "layer \(place)")
      #expect(abs(right - mode * exp(logSD * cut.distances[place])) < tolerance, "layer \(place)")
    }
    let (lowest, core) = (Self.edges(law.layers[0]), Self.edges(law.layers[1]))
    #expect(lowest.left == core.left)
    let area = (lowest.right - lowest.left) * exp(-0.5 * cut.start * cut.start)
    #expect(abs(area / (mode * cut.area) - 1) < 1e-9)
  }

  @Test("an exponential law's layers have equal areas and reach the maximum at 0")
  func exponentialEdges() throws {
    let mean = 1e6
    let law = try #require(DurationLayers(exponentialMean: mean))
    let start = Self.edges(law.layers[1]).right / mean
    let area = start * exp(-start) + exp(-start)
    #expect(law.layers.count == 257 && law.heights[256] == 1 && law.layers[256].width == 0)
    #expect(abs(Self.edges(law.layers[0]).right / mean * exp(-start) / area - 1) < 1e-9)
    for place in 1...255 {
      let (left, right) = Self.edges(law.layers[place])
      #expect(left == 0)
      #expect(abs((law.heights[place + 1] - law.heights[place]) * right / mean / area - 1) < 1e-9)
      #expect(abs(law.heights[place] / exp(-right / mean) - 1) < 1e-9, "layer \(place)")
    }
  }

  /// Where a layer begins and ends, in units.
  private static func edges(_ layer: DurationLayers.Layer) -> (left: Double, right: Double) {
    let left = Double(layer.left) * 0x1p-20 - 0.5
    return (left, left + Double(layer.width) * 0x1p-20)
  }

  // MARK: Paths

  /// A law with mode 10⁶ and σ = 0.6, and the cut it was made from.
  private func law() throws -> (law: DurationLayers, cut: LognormalCut) {
    (
      try #require(DurationLayers(logMean: log(1e6) + 0.36, logSD: 0.6)),
      try #require(LognormalCut(logSD: 0.6))
    )
  }

  /// A word that leads to a layer, at a position from the left in parts of 2⁵⁶ of its width.
  private func word(layer: UInt64, position: UInt64) -> UInt64 { position << 8 | layer }

  // Near enough to the ends for a wedge, not so near that last places decide.
  private let first: UInt64 = 1 << 26
  private let middle: UInt64 = 1 << 55
  private let last: UInt64 = 1 << 56 - 1 << 26

  @Test("a word inside the layer above is used alone, and rounded")
  func core() throws {
    let (law, cut) = try law()
    var generator = ScriptedGenerator([word(layer: 200, position: middle)])
    let expected = 1e6 * cosh(0.6 * cut.distances[200])
    #expect(abs(Double(law.next(using: &generator)) - expected) <= 0.5)
    #expect(generator.taken == 1)
  }

  @Test("in a wedge on either side a low second word accepts", arguments: [1, 10, 128, 255])
  func wedgeAccepts(layer: Int) throws {
    let (law, cut) = try law()
    for (position, side) in [(first, -1.0), (last, 1.0)] {
      var generator = ScriptedGenerator([word(layer: UInt64(layer), position: position), 0])
      let expected = 1e6 * exp(0.6 * side * cut.distances[layer])
      #expect(abs(Double(law.next(using: &generator)) - expected) <= 0.51)
      #expect(generator.taken == 2)
    }
  }

  @Test("in a wedge on either side a high second word starts anew", arguments: [1, 10, 128, 255])
  func wedgeRejects(layer: Int) throws {
    let (law, cut) = try law()
    for position in [first, last] {
      var generator = ScriptedGenerator([
        word(layer: UInt64(layer), position: position), .max, word(layer: 200, position: middle),
      ])
      let expected = 1e6 * cosh(0.6 * cut.distances[200])
      #expect(abs(Double(law.next(using: &generator)) - expected) <= 0.5)
      #expect(generator.taken == 3)
    }
  }

  @Test("after a rejected wedge another wedge is compared anew")
  func wedgeTwice() throws {
    let (law, cut) = try law()
    var generator = ScriptedGenerator([
      word(layer: 10, position: last), .max, word(layer: 20, position: first), 0,
    ])
    #expect(abs(Double(law.next(using: &generator)) - 1e6 * exp(-0.6 * cut.distances[20])) <= 0.51)
    #expect(generator.taken == 4)
  }

  @Test("the lowest layer's end leads to the right tail or, seldom, to the left one")
  func tails() throws {
    let (law, cut) = try law()
    // The two middle words after the choice of the tail: an excess of ln 2 / z, accepted at a height of ln 2.
    let ln2 = 0.693_147_180_559_945
    let end = word(layer: 0, position: last)
    var right = ScriptedGenerator([end, .max])
    let above = cut.start - 0.6
    let longest = 1e6 * exp(0.6 * (above + ln2 / above + 0.6))
    #expect(abs(Double(law.next(using: &right)) - longest) <= 0.51)
    #expect(right.taken == 4)
    var left = ScriptedGenerator([end, 0])
    let below = cut.start + 0.6
    let shortest = 1e6 * exp(0.6 * (-below - ln2 / below + 0.6))
    #expect(abs(Double(law.next(using: &left)) - shortest) <= 0.51)
    #expect(left.taken == 4)
  }

  @Test("exponential: the lowest layer's end leads to the tail, which starts where the layer's core ends")
  func exponentialTail() throws {
    let law = try #require(DurationLayers(exponentialMean: 1e6))
    var generator = ScriptedGenerator([word(layer: 0, position: last), 0x8000_0000_0000_0000])
    // Tail start and ln 2.
    let expected = 1e6 * (7.697_117_470_131_05 + 0.693_147_180_559_945)
    #expect(abs(Double(law.next(using: &generator)) - expected) <= 0.51)
    #expect(generator.taken == 2)
  }

  // MARK: Rounding and range

  @Test(
    "durations round to the nearest unit, halves up",
    arguments: [
      (0.0, 0), (0.499_999, 0), (0.5, 1), (1.499_999, 1), (1.5, 2), (2, 2), (8e9 + 0.499_99, 8_000_000_000),
      (8e9 + 0.5, 8_000_000_001),
    ])
  func rounding(duration: Double, units: Int) {
    #expect(DurationLayers.units(DurationLayers.point(duration)) == units)
    #expect(abs(DurationLayers.duration(DurationLayers.point(duration)) - duration) < 0x1p-20)
  }

  @Test(
    "no exponential law where grains do not fit",
    arguments: [
      0, -1, -1e6, 0.5, 1e-300, 1e9, 31_536_000_000, 1e300, .infinity, -.infinity, .nan, -.nan,
    ])
  func noExponential(mean: Double) {
    #expect(DurationLayers(exponentialMean: mean) == nil)
  }

  @Test(
    "no lognormal law where grains do not fit",
    arguments: [
      // No deviation, none that is positive, too small or too large a one.
      (11, 0), (11, -0.6), (11, 1e-7), (11, .leastNonzeroMagnitude), (11, 4.1), (11, 1e300),
      // A top layer of less than 1/16 unit.
      (0, 0.1), (-5, 0.6), (-1e300, 0.6), (11, 4),
      // A reach of more than 99 days of milliseconds, the median of years among them.
      (22, 1.5), (24.2, 0.3), (40, 0.6), (700, 0.6), (1e300, 0.6),
      (.nan, 0.6), (11, .nan), (.infinity, 0.6), (-.infinity, 0.6), (11, .infinity), (.nan, .nan),
    ] as [(Double, Double)])
  func noLognormal(logMean: Double, logSD: Double) {
    #expect(DurationLayers(logMean: logMean, logSD: logSD) == nil)
  }

  @Test("laws at the limits are drawn from all the same")
  func limits() throws {
    var stream = SplitMix64(state: 3)
    // A millisecond on average: P(0) = 1 − exp(−1/2) = 0.393; five standard errors are 0.0173.
    let short = try #require(DurationLayers(exponentialMean: 1))
    let zeros = (0..<20_000).count { _ in short.next(using: &stream) == 0 }
    #expect(abs(Double(zeros) / 20_000 - 0.393_469) < 0.0173)
    // Eleven days on average: the longest of 10,000 is above 2 and below 40 means, but with probability 4e-14.
    let long = try #require(DurationLayers(exponentialMean: 9.8e8))
    let longest = (0..<10_000).map { _ in long.next(using: &stream) }.max() ?? 0
    #expect((1_960_000_000..<39_200_000_000).contains(longest))
    // σ = 10⁻⁶ around e¹³ = 442,413.39: one unit is more than two standard deviations.
    let narrow = try #require(DurationLayers(logMean: 13, logSD: 1e-6))
    for _ in 0..<10_000 { #expect((442_410...442_417).contains(narrow.next(using: &stream))) }
  }

  @Test("a law has layers or not, and its draws are in range, from one end of the parameters to the other")
  func sweep() {
    var stream = SplitMix64(state: 4)
    var laws = 0
    for logSD in [1e-6, 1e-4, 0.01, 0.2, 0.7, 1.3, 2.1, 2.9, 3.6, 4] {
      for logMean in stride(from: -12.0, through: 30, by: 3) {
        guard let law = DurationLayers(logMean: logMean, logSD: logSD) else { continue }
        laws += 1
        for _ in 0..<200 { #expect((0...(1 << 42)).contains(law.next(using: &stream))) }
      }
    }
    #expect(laws > 40 && laws < 140)
  }

  @Test("broken generators get a duration in range, and an end", arguments: BrokenGeneratorTests.generators)
  func broken(generator: RepeatingGenerator) throws {
    var generator = generator
    let lognormal = try law().law
    let exponential = try #require(DurationLayers(exponentialMean: 1e6))
    for _ in 0..<3 {
      // The smallest uniform number is 2⁻⁵³, with −ln 2⁻⁵³ = 36.7: that beyond 7.7 means, and 36.7 / z beyond
      // the lognormal's tails, which start at the normal z = 3.25 and −4.45: −12.7 to 14.6 in all.
      #expect((0..<45_000_000).contains(exponential.next(using: &generator)))
      #expect((700..<9_000_000_000).contains(lognormal.next(using: &generator)))
    }
  }
}
