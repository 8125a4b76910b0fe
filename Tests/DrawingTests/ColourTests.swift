import Foundation
import Testing

@testable import Drawing

@Suite("Colours")
struct ColourTests {
  /// The channels of `#rrggbb` as light, red first: sRGB, IEC 61966-2-1.
  private func light(_ text: String) -> [Double] {
    let value = Int(text.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { shift in
      let share = Double(value >> shift & 0xFF) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  /// WCAG 2.2, "relative luminance" and "contrast ratio".
  private func contrast(_ one: String, _ other: String) -> Double {
    func luminance(_ text: String) -> Double {
      zip([0.2126, 0.7152, 0.0722], light(text)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let (one, other) = (luminance(one), luminance(other))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// Sight without one kind of cone, complete: Machado, Oliveira & Fernandes 2009, IEEE TVCG 15(6):1291, severity 1.
  static let sights: [(name: String, matrix: [[Double]])] = [
    ("trichromat", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanope",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranope",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanope",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  /// CIE 1976 L*a*b* under D65 of a colour as it is seen with a matrix.
  private func lab(_ text: String, _ matrix: [[Double]]) -> [Double] {
    func product(_ rows: [[Double]], _ values: [Double]) -> [Double] {
      rows.map { row in zip(row, values).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let seen = product(matrix, light(text)).map { min(max($0, 0), 1) }
    let tristimulus = product(
      [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], seen)
    let white = [0.95047, 1, 1.08883]
    let f = zip(tristimulus, white).map { value, white in
      let share = value / white
      return share > 0.008856 ? cbrt(share) : 7.787 * share + 16.0 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  @Test("The measure of difference itself: black and white are 100 apart in every sight")
  func differenceItself() {
    for sight in Self.sights {
      let (black, white) = (lab("#000000", sight.matrix), lab("#ffffff", sight.matrix))
      #expect(abs(white[0] - black[0] - 100) < 0.01, "\(sight.name)")
    }
  }

  /// A difference of 10 is seen at a glance; one of 2 is just seen (CIE 1976 ΔE).
  @Test("Parts of a whole can be told apart in every sight", arguments: Colour.Mode.allCases)
  func parts(mode: Colour.Mode) {
    let parts: [Colour] = [.blue, .sky, .pale, .silver, .yellow, .amber, .vermillion, .rust]
    for sight in Self.sights {
      for one in parts.indices {
        for other in parts[(one + 1)...] {
          let pair = zip(lab(parts[one].fill(mode), sight.matrix), lab(other.fill(mode), sight.matrix))
          let difference = pair.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
          #expect(difference >= 12, "\(parts[one]) and \(other) to a \(sight.name)")
        }
      }
    }
  }

  @Test("The measure itself: black on white is 21, #777777 on white 4.48 (WebAIM's contrast checker)")
  func measure() {
    #expect(abs(contrast("#000000", "#ffffff") - 21) < 0.001)
    #expect(abs(contrast("#777777", "#ffffff") - 4.48) < 0.005)
  }

  @Test("Text has a contrast of 4.5 on its ground", arguments: Colour.Mode.allCases)
  func text(mode: Colour.Mode) {
    for colour in [Colour.ink, .muted] {
      #expect(contrast(colour.fill(mode), Colour.paper.fill(mode)) >= 4.5, "\(colour)")
    }
    for colour in Colour.allCases {
      #expect(contrast(colour.textOnFill(mode), colour.fill(mode)) >= 4.5, "\(colour)")
    }
  }

  @Test("Marks have a contrast of 3 to the paper, by their edge", arguments: Colour.Mode.allCases)
  func marks(mode: Colour.Mode) {
    for colour in Colour.allCases where colour != .paper && colour != .grid {
      #expect(contrast(colour.edge(mode), Colour.paper.fill(mode)) >= 3, "\(colour)")
    }
  }
}
