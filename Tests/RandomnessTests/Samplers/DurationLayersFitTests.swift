import Glibc
import Testing

@testable import Randomness

/// A law with its layers and its distribution function by the C library.
struct LayeredLaw: CustomTestStringConvertible, Sendable {
  var name: String
  var layers: @Sendable () -> DurationLayers?
  /// The probability of a duration up to a number of units, and of one above it.
  var lower, upper: @Sendable (Double) -> Double
  /// The density in parts of its maximum.
  var density: @Sendable (Double) -> Double

  var testDescription: String { name }

  /// A mean of 10⁶ units, so that whole units are fine enough for tests of continuous distributions.
  static let mean = 1e6

  static func lognormal(relativeSD: Double) -> LayeredLaw {
    let variance = Glibc.log(1 + relativeSD * relativeSD)
    let (logMean, logSD) = (Glibc.log(mean) - variance / 2, variance.squareRoot())
    return LayeredLaw(
      name: "lognormal, deviation \(relativeSD) of the mean",
      layers: { DurationLayers(logMean: logMean, logSD: logSD) },
      lower: { $0 <= 0 ? 0 : GoodnessOfFit.normal((Glibc.log($0) - logMean) / logSD) },
      upper: { $0 <= 0 ? 1 : GoodnessOfFit.normal((logMean - Glibc.log($0)) / logSD) },
      density: {
        // At the mode, exp(μ − σ²), the logarithm lies σ standard deviations below its mean.
        let z = (Glibc.log($0) - logMean) / logSD
        return exp(logMean - variance) / $0 * exp(0.5 * (variance - z * z))
      })
  }

  static let exponential = LayeredLaw(
    name: "exponential", layers: { DurationLayers(exponentialMean: mean) },
    lower: { $0 <= 0 ? 0 : -expm1(-$0 / mean) }, upper: { $0 <= 0 ? 1 : exp(-$0 / mean) },
    density: { exp(-$0 / mean) })

  static let all = [0.05, 0.7, 1, 3].map(lognormal) + [exponential]

  /// The probability between two numbers of units, from the side that loses fewer digits.
  func probability(from left: Double, to right: Double) -> Double {
    lower(left) < 0.5 ? lower(right) - lower(left) : upper(left) - upper(right)
  }

  func stream(_ purpose: UInt64) -> RandomStream {
    RandomStream(
      seed: 7, replication: purpose, practice: RandomStream.key(of: name), purpose: Purpose(rawValue: 0))
  }
}

@Suite("Layers of durations follow their laws")
struct DurationLayersFitTests {
  @Test("draws pass the Kolmogorov–Smirnov test", arguments: LayeredLaw.all)
  func whole(_ law: LayeredLaw) throws {
    let layers = try #require(law.layers())
    var stream = law.stream(0)
    let sample = (0..<150_000).map { _ in Double(layers.next(using: &stream)) }
    #expect(GoodnessOfFit.kolmogorovSmirnov(sample, law.lower) < GoodnessOfFit.kolmogorovSmirnovLimit)
  }

  // Every wedge is a cell: between two layers' edges, on either side. A wedge that is accepted too often, or
  // a layer taken too often, stands out here and not in the distribution function.
  @Test(
    "draws fall between the layers' edges, and into the far tails, as often as they should",
    arguments: LayeredLaw.all)
  func cells(_ law: LayeredLaw) throws {
    let layers = try #require(law.layers())
    // Borders halfway between whole units, which the draws are.
    var borders: Set<Double> = []
    for layer in layers.layers {
      borders.insert(Double(DurationLayers.units(layer.left)) - 0.5)
      borders.insert(Double(DurationLayers.units(layer.left + layer.width)) - 0.5)
    }
    let (first, last) = Self.core(layers)
    for part in [0.8, 0.9, 0.95] {
      borders.insert((first * part).rounded(.down) - 0.5)
      borders.insert((last / part).rounded(.down) - 0.5)
    }
    let sorted = borders.sorted()
    var probabilities = [law.lower(sorted[0])]
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      probabilities.append(law.probability(from: left, to: right))
    }
    probabilities.append(law.upper(sorted[sorted.count - 1]))
    #expect(abs(probabilities.reduce(0, +) - 1) < 1e-12)

    var stream = law.stream(1)
    var counts = Array(repeating: 0, count: probabilities.count)
    for _ in 0..<400_000 { counts[Self.cell(Double(layers.next(using: &stream)), in: sorted)] += 1 }
    let probability = GoodnessOfFit.chiSquareProbability(counts: counts, probabilities: probabilities)
    #expect(probability > GoodnessOfFit.errorProbability)
  }

  @Test(
    "what lies outside the lowest layer's rectangle has the tails' distribution", arguments: LayeredLaw.all)
  func tails(_ law: LayeredLaw) throws {
    let layers = try #require(law.layers())
    let (first, last) = Self.core(layers)
    let (left, right) = (law.lower(first), law.upper(last))
    var stream = law.stream(2)
    let sample = (0..<40_000).map { _ in
      Double(layers.outsideTheCore(place: 0, point: 0, using: &stream))
    }
    // Nothing between the tails, but for the rounding.
    #expect(sample.allSatisfy { $0 < first + 1 || $0 > last - 1 })
    let statistic = GoodnessOfFit.kolmogorovSmirnov(sample) { x in
      x < first + 1 ? law.lower(min(x, first)) / (left + right) : 1 - law.upper(max(x, last)) / (left + right)
    }
    #expect(statistic < GoodnessOfFit.kolmogorovSmirnovLimit)
  }

  // The share of a wedge's height that lies under the density, at a point of it; five standard deviations of
  // its estimate, which an error exceeds with probability 6e-7.
  @Test("a point of a wedge is taken as often as the density is high there", arguments: LayeredLaw.all)
  func wedges(_ law: LayeredLaw) throws {
    let layers = try #require(law.layers())
    var stream = law.stream(3)
    let draws = 4000
    for place in [1, 2, 40, 128, 254, 255] {
      let (layer, above) = (layers.layers[place], layers.layers[place + 1])
      let (low, high) = (layers.heights[place], layers.heights[place + 1])
      // Two thirds into the wedge on either side of the layer above; the exponential has none on the left.
      let rightWedge = layer.left + layer.width - (above.left + above.width)
      for point in [
        layer.left + (above.left - layer.left) / 3, above.left + above.width + rightWedge * 2 / 3,
      ]
      where point > layer.left && !above.contains(point) {
        let density = law.density(Double(point) * 0x1p-20 - 0.5)
        let expected = (density - low) / (high - low)
        #expect(expected > 0.05 && expected < 0.95)
        let taken = (0..<draws).count { _ in
          layers.outsideTheCore(place: place, point: point, using: &stream) == DurationLayers.units(point)
        }
        let error = (expected * (1 - expected) / Double(draws)).squareRoot()
        #expect(abs(Double(taken) / Double(draws) - expected) < 5 * error + 1e-3, "layer \(place)")
      }
    }
  }

  /// Where the lowest layer's rectangle begins and ends, in units.
  private static func core(_ layers: DurationLayers) -> (first: Double, last: Double) {
    let layer = layers.layers[1]
    return (Double(layer.left) * 0x1p-20 - 0.5, Double(layer.left + layer.width) * 0x1p-20 - 0.5)
  }

  /// The number of borders below a value.
  private static func cell(_ value: Double, in borders: [Double]) -> Int {
    var (low, high) = (0, borders.count)
    while low < high {
      let middle = (low + high) / 2
      if borders[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @Test("short durations are rounded to the nearest unit", arguments: [1.5, 3, 20])
  func rounded(mean: Double) throws {
    let layers = try #require(DurationLayers(exponentialMean: mean))
    var stream = LayeredLaw.exponential.stream(4)
    let cells = Int(12 * mean)
    var counts = Array(repeating: 0, count: cells + 1)
    for _ in 0..<200_000 { counts[min(layers.next(using: &stream), cells)] += 1 }
    var probabilities = [-expm1(-0.5 / mean)]
    for unit in 1..<cells {
      probabilities.append(exp(-(Double(unit) - 0.5) / mean) - exp(-(Double(unit) + 0.5) / mean))
    }
    probabilities.append(exp(-(Double(cells) - 0.5) / mean))
    let probability = GoodnessOfFit.chiSquareProbability(counts: counts, probabilities: probabilities)
    #expect(probability > GoodnessOfFit.errorProbability)
  }
}
