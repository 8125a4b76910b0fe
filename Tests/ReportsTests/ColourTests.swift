import Foundation
import Testing

@testable import Reports

@Suite("Colours")
struct ColourTests {
  /// WCAG 2.2, "relative luminance" and "contrast ratio".
  private func contrast(_ one: String, _ other: String) -> Double {
    func luminance(_ text: String) -> Double {
      let value = Int(text.dropFirst(), radix: 16) ?? 0
      func channel(_ shift: Int) -> Double {
        let share = Double(value >> shift & 0xFF) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
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
