import Glibc
import Testing

@testable import Randomness

@Suite("Ziggurats")
struct ZigguratTests {
  // The tables are checked from first principles: the lowest layer holds its rectangle and the tail, every other has
  // the same area, the topmost ends at density 1, and the densities are those of the edges by the C library.
  @Test("the layers under the normal density have equal areas")
  func normalLayers() {
    let start = NormalZiggurat.tailStart
    let tail = (Double.pi / 2).squareRoot() * erfc(start / 2.0.squareRoot())
    let area = start * exp(-0.5 * start * start) + tail
    #expect(NormalZiggurat.edges[1] == start)
    #expect(abs(NormalZiggurat.edges[0] * NormalZiggurat.densities[1] / area - 1) < 1e-15)
    for layer in 1...255 {
      let height = NormalZiggurat.densities[layer + 1] - NormalZiggurat.densities[layer]
      #expect(abs(NormalZiggurat.edges[layer] * height / area - 1) < 1e-13, "layer \(layer)")
      #expect(NormalZiggurat.edges[layer + 1] < NormalZiggurat.edges[layer])
    }
    for index in 0...256 {
      let edge = NormalZiggurat.edges[index]
      #expect(abs(NormalZiggurat.densities[index] / exp(-0.5 * edge * edge) - 1) < 1e-14, "edge \(index)")
    }
    #expect(NormalZiggurat.edges[256] == 0 && NormalZiggurat.densities[256] == 1)
  }

  @Test("the layers under the exponential density have equal areas")
  func exponentialLayers() {
    let start = ExponentialZiggurat.tailStart
    let area = start * exp(-start) + exp(-start)
    #expect(ExponentialZiggurat.edges[1] == start)
    #expect(abs(ExponentialZiggurat.edges[0] * ExponentialZiggurat.densities[1] / area - 1) < 1e-15)
    for layer in 1...255 {
      let height = ExponentialZiggurat.densities[layer + 1] - ExponentialZiggurat.densities[layer]
      #expect(abs(ExponentialZiggurat.edges[layer] * height / area - 1) < 1e-13, "layer \(layer)")
      #expect(ExponentialZiggurat.edges[layer + 1] < ExponentialZiggurat.edges[layer])
    }
    for index in 0...256 {
      let edge = ExponentialZiggurat.edges[index]
      #expect(abs(ExponentialZiggurat.densities[index] / exp(-edge) - 1) < 1e-14, "edge \(index)")
    }
    #expect(ExponentialZiggurat.edges[256] == 0 && ExponentialZiggurat.densities[256] == 1)
  }

  /// A word that leads to the given layer at the given part of its width, in units of 2⁻⁵².
  private func word(layer: UInt64, position: UInt64) -> UInt64 {
    position << 12 | layer
  }

  private let far: UInt64 = 1 << 52 - 1

  @Test("exponential: a word inside the core is used alone")
  func exponentialCore() {
    var generator = ScriptedGenerator([word(layer: 200, position: 0)])
    #expect(generator.standardExponential() == 0x1p-53 * ExponentialZiggurat.edges[200])
    #expect(generator.taken == 1)
  }

  @Test("exponential: the lowest layer's end leads to the tail, which starts where the layer's core ends")
  func exponentialTail() {
    // The second word is the middle of the unit interval: the tail start plus ln 2.
    var generator = ScriptedGenerator([word(layer: 0, position: far), 0x8000_0000_0000_0000])
    #expect(abs(generator.standardExponential() - (7.697_117_470_131_05 + 0.693_147_180_559_945)) < 1e-12)
    #expect(generator.taken == 2)
  }

  @Test("exponential: in a wedge a low second word accepts, a high one starts anew")
  func exponentialWedge() {
    var accepting = ScriptedGenerator([word(layer: 10, position: far), 0])
    #expect(abs(accepting.standardExponential() - ExponentialZiggurat.edges[10]) < 1e-14)
    #expect(accepting.taken == 2)
    var rejecting = ScriptedGenerator([word(layer: 10, position: far), .max, word(layer: 200, position: 0)])
    #expect(rejecting.standardExponential() == 0x1p-53 * ExponentialZiggurat.edges[200])
    #expect(rejecting.taken == 3)
    var twice = ScriptedGenerator([word(layer: 10, position: far), .max, word(layer: 20, position: far), 0])
    #expect(abs(twice.standardExponential() - ExponentialZiggurat.edges[20]) < 1e-14)
    #expect(twice.taken == 4)
  }

  @Test("normal: a word inside the core is used alone, with its sign")
  func normalCore() {
    // Position 2⁵¹ is the middle, 0; a quarter further to either side is ±½ of the layer's width.
    var generator = ScriptedGenerator([
      word(layer: 9, position: 1 << 51), word(layer: 9, position: 3 << 50), word(layer: 9, position: 1 << 50),
    ])
    #expect(generator.standardNormal() == 0)
    #expect(generator.standardNormal() == 0.5 * NormalZiggurat.edges[9])
    #expect(generator.standardNormal() == -0.5 * NormalZiggurat.edges[9])
    #expect(generator.taken == 3)
  }

  @Test("normal: the lowest layer's ends lead to the tails")
  func normalTails() {
    // Two words in the middle of the unit interval: the excess is ln 2 / r, and 2 ln 2 > (ln 2 / r)² accepts it.
    let expected = 3.654_152_885_361_009 + 0.693_147_180_559_945 / 3.654_152_885_361_009
    var upper = ScriptedGenerator([word(layer: 0, position: far)])
    #expect(abs(upper.standardNormal() - expected) < 1e-12)
    #expect(upper.taken == 3)
    var lower = ScriptedGenerator([word(layer: 0, position: 0)])
    #expect(abs(lower.standardNormal() + expected) < 1e-12)
    #expect(lower.taken == 3)
  }

  @Test("normal: the tail rejects an excess too far out for its height")
  func normalTailRejects() {
    // Excess 53 ln 2 / r = 10.05, height 2⁻⁵³: rejected. Then the two middle words: accepted.
    var generator = ScriptedGenerator([word(layer: 0, position: far), 0, .max])
    let expected = 3.654_152_885_361_009 + 0.693_147_180_559_945 / 3.654_152_885_361_009
    #expect(abs(generator.standardNormal() - expected) < 1e-12)
    #expect(generator.taken == 5)
  }

  @Test("normal: in a wedge a low second word accepts, a high one starts anew")
  func normalWedge() {
    var accepting = ScriptedGenerator([word(layer: 10, position: 0), 0])
    #expect(abs(accepting.standardNormal() + NormalZiggurat.edges[10]) < 1e-14)
    #expect(accepting.taken == 2)
    var rejecting = ScriptedGenerator([word(layer: 10, position: 0), .max, word(layer: 9, position: 1 << 51)])
    #expect(rejecting.standardNormal() == 0)
    #expect(rejecting.taken == 3)
  }
}
