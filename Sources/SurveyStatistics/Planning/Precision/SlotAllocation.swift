/// How calls are divided among slots so that the worst slot is as good as it can be.
package enum SlotAllocation {
  /// The division whose widest expected interval is narrowest.
  ///
  /// A slot's expected interval is the one that its rate gives exactly: rate × calls unreached. Every call goes to the
  /// slot whose interval is widest so far, among equals to the first, which is optimal because intervals only narrow.
  /// A call is worth so many independent ones. Each slot gets a call before any gets two. With limits, a slot that is full gets no more. Nil without slots, for a
  /// rate outside [0, 1], fewer calls than slots or more than a million, more calls than the limits allow, a limit below
  /// one or not one per slot, or a method that gives no interval. O(calls · slots).
  package static func minimax(
    calls: Int, rates: [Double], limits: [Int]? = nil, method: IntervalMethod = .wilson,
    confidence: Double = ConfidenceLevel.usual, worth: Double = 1
  ) -> [Int]? {
    guard !rates.isEmpty, calls >= rates.count, calls <= mostCalls else { return nil }
    let limits = limits?.map { min($0, calls) } ?? [Int](repeating: calls, count: rates.count)
    guard limits.count == rates.count, limits.allSatisfy({ $0 >= 1 }), limits.reduce(0, +) >= calls else {
      return nil
    }
    func width(_ slot: Int, _ calls: Int) -> Double? {
      ProportionInterval.interval(
        proportion: rates[slot], effectiveSize: Double(calls) * worth, method: method, confidence: confidence)?
        .width
    }
    var counts = [Int](repeating: 1, count: rates.count)
    var widths: [Double] = []
    for slot in rates.indices {
      guard let width = width(slot, 1) else { return nil }
      widths.append(width)
    }
    for _ in 0..<(calls - rates.count) {
      var found: Int?
      for slot in widths.indices
      where counts[slot] < limits[slot] && widths[slot] > found.map({ widths[$0] }) ?? -1 {
        found = slot
      }
      guard let widest = found else { return nil }
      counts[widest] += 1
      widths[widest] = width(widest, counts[widest]) ?? 0
    }
    return counts
  }

  private static let mostCalls = 1_000_000
}
