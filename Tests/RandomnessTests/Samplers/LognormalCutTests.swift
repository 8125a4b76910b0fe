import Glibc
import Testing

@testable import Randomness

@Suite("The layers under a lognormal density")
struct LognormalCutTests {
  /// From the first that is allowed to the last, past the presets' 0.5 to 0.84.
  static let deviations: [Double] = [1e-6, 1e-3, 0.05, 0.3, 0.6, 0.83, 1, 1.5, 2, 3, 4]

  /// How wide a lognormal density of mode 1 is, by the C library.
  private static func width(_ distance: Double, _ logSD: Double) -> Double { 2 * sinh(logSD * distance) }

  // From first principles, as for the ziggurats: the lowest layer holds its rectangle and both tails, every
  // other has the same area, and the topmost ends at the maximum or a hair above.
  @Test("have equal areas and reach its maximum", arguments: deviations)
  func areas(logSD: Double) throws {
    let cut = try #require(LognormalCut(logSD: logSD))
    // A difference of two edges near 1 has lost as many digits as 1 / σ has.
    let tolerance = 1e-12 + 1e-15 / logSD
    #expect(cut.distances.count == 257 && cut.heights.count == 257)
    #expect(cut.distances[0] == cut.start && cut.distances[1] == cut.start && cut.distances[256] == 0)
    let lower = erfc((cut.start + logSD) / 2.0.squareRoot())
    let upper = erfc((cut.start - logSD) / 2.0.squareRoot())
    let tails = logSD * exp(logSD * logSD / 2) * (Double.pi / 2).squareRoot() * (lower + upper)
    let rectangle = Self.width(cut.start, logSD) * exp(-0.5 * cut.start * cut.start)
    #expect(abs(cut.area / (rectangle + tails) - 1) < tolerance)
    #expect(abs(cut.leftTailShare / (lower / (lower + upper)) - 1) < 1e-12)
    for layer in 1...255 {
      let height = cut.heights[layer + 1] - cut.heights[layer]
      let area = height * Self.width(cut.distances[layer], logSD)
      // The heights' difference is small beside them.
      #expect(abs(area / cut.area - 1) < tolerance + 1e-15 / height, "layer \(layer)")
      let density = exp(-0.5 * cut.distances[layer] * cut.distances[layer])
      #expect(abs(cut.heights[layer] / density - 1) < 1e-13, "layer \(layer)")
      #expect(cut.distances[layer + 1] < cut.distances[layer], "layer \(layer)")
    }
    let top = cut.heights[256] - cut.heights[255]
    #expect(cut.heights[256] >= 1 && cut.heights[256] < 1 + 0.02 * top)
  }

  // Source: SciPy 1.17.1, scipy.optimize.brentq for the start at which 255 layers of equal area end at 1:
  //   w = lambda d: 2 * sinh(s * d); f = lambda d: exp(-d * d / 2); d, h = r, f(r)
  //   A = w(r) * f(r) + s * exp(s * s / 2) * sqrt(2 * pi) * (norm.sf(r - s) + norm.sf(r + s))
  //   254 times: h += A / w(d); d = sqrt(-2 * log(h)).   The root in r of h + A / w(d) = 1.
  // For a small σ it is the normal ziggurat's.
  @Test(
    "the tails begin where SciPy finds it, within the tolerance of the search",
    arguments: [
      (1e-6, 3.654152885361617), (0.05, 3.655670819582073), (0.3, 3.7071519977074416),
      (0.6, 3.8493243249911284), (0.83, 3.9980818101193485), (1, 4.12203010538714),
      (1.5, 4.526590917288987), (2, 4.964162353716712), (3, 5.884799245511732), (4, 6.834909913179724),
    ])
  func start(logSD: Double, expected: Double) throws {
    let cut = try #require(LognormalCut(logSD: logSD))
    #expect(abs(cut.start - expected) < 2e-5)
  }

  @Test(
    "there are none for a σ that is too small, too large or no number",
    arguments: [0, -0.6, 9e-7, 4.1, .infinity, -.infinity, .nan])
  func none(logSD: Double) {
    #expect(LognormalCut(logSD: logSD) == nil)
  }

  // The search might fail in principle; between the steps it goes as at them.
  @Test("there are some for any other σ")
  func everywhere() {
    for step in 1...400 where step % 5 == 1 || step > 370 {
      #expect(LognormalCut(logSD: Double(step) / 100) != nil, "σ = \(step) / 100")
    }
  }
}
