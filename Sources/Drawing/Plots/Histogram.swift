/// How many values fall into equal bins.
package struct Histogram: Equatable, Sendable {
  /// The lower edge of the first bin.
  package let start: Double
  /// The width of a bin.
  package let step: Double
  /// How many values fall into each bin; empty if there is no value.
  package let counts: [Int]

  /// Bins of a round width for finite values, about as many as suits their number.
  ///
  /// - `grain`: the distance at which values can stand, such as 1/53 for shares of 53 calls. Bins are then whole multiples of it and
  ///   centred on values, for bins that hold now one and now two of them make combs out of nothing.
  /// - `maximum`: the greatest number of bins.
  package init(of values: [Double], grain: Double? = nil, maximum: Int = 40) {
    let values = values.filter { $0.isFinite && $0.magnitude <= 1e9 }
    guard let least = values.min(), let greatest = values.max() else {
      (start, step, counts) = (0, 1, [])
      return
    }
    // Rice's rule, 2·n^(1/3) bins, and no more than fit.
    var wanted = 4
    while wanted < maximum, wanted * wanted * wanted < 8 * values.count { wanted += 1 }
    let spread = greatest - least
    if let grain, grain > 0, grain.isFinite, spread / grain < 1e6 {
      let multiple = max(1, (spread / grain / Double(wanted)).rounded(.up))
      step = grain * multiple
      // Half a grain below the smallest value, and so never on a value.
      start = (least / grain).rounded() * grain - grain / 2
    } else {
      let ticks = Ticks(enclosing: least...greatest, maximum: wanted + 1)
      step = ticks.values[1] - ticks.values[0]
      start = ticks.values[0]
    }
    let last = Int(((greatest - start) / step).rounded(.down))
    var counts = [Int](repeating: 0, count: max(0, last) + 1)
    for value in values {
      let bin = Int(((value - start) / step).rounded(.down))
      counts[min(max(bin, 0), counts.count - 1)] += 1
    }
    self.counts = counts
  }

  /// The edges of a bin.
  package func edges(_ bin: Int) -> ClosedRange<Double> {
    start + Double(bin) * step...start + Double(bin + 1) * step
  }
}
