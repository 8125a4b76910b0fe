extension PortableMath {
  /// The natural logarithm, ln x.
  ///
  /// The error is below 1 ulp. The logarithm of 0 is −infinity, of infinity infinity, of a negative number NaN.
  ///
  /// Source: Tang (1990), "Table-driven implementation of the logarithm function in IEEE floating-point
  /// arithmetic", ACM Transactions on Mathematical Software 16(4).
  public static func log(_ x: Double) -> Double {
    // One unsigned comparison finds the positive normal doubles: their bits lie between these two.
    let smallest = Double.leastNormalMagnitude.bitPattern
    if x.bitPattern &- smallest < Double.infinity.bitPattern &- smallest {
      return logOfNormal(x.bitPattern, scaledBy: 0)
    }
    if x.isNaN || x == .infinity { return x }
    if x == 0 { return -.infinity }
    if x < 0 { return .nan }
    return logOfNormal((x * 0x1p54).bitPattern, scaledBy: 54)
  }

  // ln 2 in two parts; the head is a multiple of 2⁻⁴², as the table's heads are, so the sum below is exact.
  private static let ln2Head = 0x1.62e42fefa38p-1
  private static let ln2Tail = 0x1.ef35793c7673p-45

  /// The bits of 90/128, the lower end of the interval to which the argument is scaled.
  private static let lowerEnd: UInt64 = 0x3FE6_8000_0000_0000

  /// The logarithm of a positive normal double given by its bits, less `scale` · ln 2.
  @inline(__always)
  private static func logOfNormal(_ bits: UInt64, scaledBy scale: Int64) -> Double {
    // x = 2ᵏ · z with z in [90/128, 180/128), and c the multiple of 1/128 nearest to z.
    let distance = bits &- lowerEnd
    let exponent = Int64(bitPattern: distance) &>> 52
    let z = Double(bitPattern: bits &- (distance & 0xFFF0_0000_0000_0000))
    let shifted = z * 128 + roundingShift
    let centre = (shifted - roundingShift) * (1.0 / 128)
    let row = 3 * (Int(truncatingIfNeeded: shifted.bitPattern & 0xFFF) - LogarithmTable.first)
    // Double(exponent − scale), without the conversion instruction, which would wait for an unrelated register.
    let biased = roundingShift.bitPattern &+ UInt64(bitPattern: exponent &- scale)
    let k = Double(bitPattern: biased) - roundingShift

    // The difference z − c is exact. The head of the sum is exact, and what adding r to it loses is kept.
    let r = (z - centre) * LogarithmTable.entries[row]
    let head = k * ln2Head + LogarithmTable.entries[row + 1]
    let sum = head + r
    let lost = (head - sum) + r
    let tail = k * ln2Tail + LogarithmTable.entries[row + 2]

    // ln(1 + r) − r by its Taylor series: |r| ≤ 1/180, so the first term left out is below 2⁻⁵⁹ of the result.
    let square = r * r
    let low = -1.0 / 2 + r * (1.0 / 3)
    let middle = -1.0 / 4 + r * (1.0 / 5)
    let high = -1.0 / 6 + r * (1.0 / 7)
    let series = low + square * (middle + square * high)
    return sum + (square * series + (tail + lost))
  }
}
