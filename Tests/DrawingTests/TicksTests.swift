import Testing

@testable import Drawing

@Suite("Ticks and scales")
struct TicksTests {
  @Test(
    "Ticks are round and enclose the range",
    arguments: [
      (0.0, 0.25, 6, [0, 0.05, 0.1, 0.15, 0.2, 0.25], 2), (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1], 1),
      (0.03, 0.0301, 4, [0.03, 0.03005, 0.0301], 5), (-0.4, 1.1, 5, [-0.5, 0, 0.5, 1, 1.5], 1),
      (0, 7, 8, [0, 1, 2, 3, 4, 5, 6, 7], 0), (0, 0.3, 4, [0, 0.1, 0.2, 0.3], 1),
      (12, 1234, 4, [0, 500, 1000, 1500], 0),
    ])
  func round(lower: Double, upper: Double, maximum: Int, expected: [Double], decimals: Int) {
    let ticks = Ticks(enclosing: lower...upper, maximum: maximum)
    #expect(ticks.values == expected)
    #expect(ticks.decimals == decimals)
  }

  @Test("Odd ranges give ticks too", arguments: [3, 5, 9])
  func odd(maximum: Int) {
    let ranges: [ClosedRange<Double>] = [
      0...0, -1...1, -1e-9...1e-9, 5...5, 0...(.infinity), -(.infinity)...0, -1e300...1e300, 1e11...1e12,
      0.1...0.1000001, -7e11 ... -7e11,
    ]
    for range in ranges {
      let ticks = Ticks(enclosing: range, maximum: maximum)
      #expect((2...maximum + 1).contains(ticks.values.count), "\(range)")
      #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 }, "\(range)")
      if range.lowerBound.magnitude <= 1e12, range.upperBound.magnitude <= 1e12 {
        #expect(ticks.values[0] <= range.lowerBound && range.upperBound <= ticks.values.last ?? 0, "\(range)")
      }
    }
  }

  @Test("Counts have no half steps")
  func counts() {
    #expect(Ticks(enclosing: 0...2, maximum: 9, least: 1).values == [0, 1, 2])
    #expect(Ticks(enclosing: 0...0, maximum: 9, least: 1).values == [0, 1])
  }

  @Test("A scale brings what is outside to its ends")
  func scale() {
    let scale = LinearScale(0...2, from: 100, to: 0)
    #expect(scale(0.5) == 75)
    #expect(scale(-1) == 100)
    #expect(scale(9) == 0)
    #expect(!scale.contains(.nan))
    #expect(LinearScale(3...3, from: 0, to: 10)(0.5) == 5)
  }

  @Test("Text is wrapped at spaces, and cut only where it must be")
  func wrapping() {
    let style = TextStyle.note
    let width = style.width(of: "one two")
    #expect(style.wrapped("one two three", to: width) == ["one two", "three"])
    #expect(style.wrapped("", to: width).isEmpty)
    for line in style.wrapped("Donaudampfschifffahrtsgesellschaft", to: 60) {
      #expect(style.width(of: line) <= 60)
    }
    let cut = style.wrapped("one two three four", to: width, maximumLines: 2)
    #expect(cut.count == 2 && cut[1].hasSuffix("…"))
    #expect(style.width(of: style.shortened("Ringkøbing-Skjern", to: 50)) <= 50)
  }
}
