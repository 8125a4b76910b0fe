import Randomness
import Testing

@testable import TelephoneAccess

/// The table must say what the whole way says: the whole way is `PortableMath.pow`, which `PortableMathTests` hold against mpmath.
@Suite("Powers from a table")
struct PowerTableTests {
  /// Shapes of Weibull laws: of England's patience, of a falling, a constant and a rising hazard.
  @Test("agree with the logarithm's way for every number that is drawn", arguments: [0.516, 0.25, 1, 1.5, 8])
  func agree(shape: Double) throws {
    let scale = 3_882_000.0
    let table = Slab(try #require(PowerTable.values(scale: scale, power: 1 / shape)))
    var stream = WyRand(state: 7)
    var unsaid = 0
    for _ in 0..<200_000 {
      let x = stream.standardExponential()
      let exact = scale * PortableMath.pow(x, 1 / shape)
      if let found = PowerTable.rounded(x, table, from: 0) {
        #expect(Double(found) == exact.rounded(), "\(x)")
      } else {
        unsaid += 1
        // Near a half, or beyond a year.
        #expect(abs(exact - exact.rounded(.down) - 0.5) < 1e-11 * exact || exact > 3.1e10, "\(x)")
      }
    }
    #expect(unsaid < 2000)
  }

  @Test("a number whose power lies next to a half is left to the logarithm's way")
  func halves() throws {
    // Squares of roots of halves: 1.5 = (√1.5)².
    let table = Slab(try #require(PowerTable.values(scale: 1, power: 2)))
    for half in stride(from: 1.5, to: 60, by: 1) {
      #expect(PowerTable.rounded(half.squareRoot(), table, from: 0) == nil)
      #expect(PowerTable.rounded((half + 0.001).squareRoot(), table, from: 0) == Int(half + 0.5))
      #expect(PowerTable.rounded((half - 0.001).squareRoot(), table, from: 0) == Int(half))
    }
  }

  @Test(
    "what is more than enough comes as enough, and what is less as itself", arguments: [0.25, 0.516, 1, 8],
    [1, 20_000, 1_000_000])
  func enough(shape: Double, enough: Int) throws {
    let table = Slab(try #require(PowerTable.values(scale: 3_882_000, power: 1 / shape)))
    var stream = WyRand(state: 11)
    var (cut, whole) = (0, 0)
    for _ in 0..<50_000 {
      let x = stream.standardExponential()
      guard let exact = PowerTable.rounded(x, table, from: 0),
        let drawn = PowerTable.rounded(x, table, from: 0, enough: enough)
      else { continue }
      #expect(drawn == exact || drawn == enough && exact >= enough, "\(x)")
      cut += drawn == exact ? 0 : 1
      whole += exact < enough ? 1 : 0
    }
    #expect(cut > 0)
    #expect(whole > 0 || enough == 1 || shape == 8)
  }

  @Test("numbers and powers that the table is not made for are left out")
  func left() throws {
    #expect(PowerTable.values(scale: 1, power: 20) == nil)
    #expect(PowerTable.values(scale: 1, power: -1) == nil)
    let table = Slab(try #require(PowerTable.values(scale: 1, power: 2)))
    #expect(PowerTable.rounded(0x1p-70, table, from: 0) == nil)
    #expect(PowerTable.rounded(1000, table, from: 0) == nil)
    #expect(PowerTable.rounded(0x1p-60, table, from: 0) == 0)
    let long = Slab(try #require(PowerTable.values(scale: 31_536_000_000, power: 1)))
    #expect(PowerTable.rounded(1.5, long, from: 0) == nil)
  }
}
