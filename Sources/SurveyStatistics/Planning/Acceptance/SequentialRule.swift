/// After which call, and with which count of unreached calls, ringing stops: the engine of all sequential plans.
struct SequentialRule {
  /// The most calls ever made; the decision must have fallen by then.
  let mostCalls: Int
  /// The greatest count accepted after so many calls; negative when none is.
  let acceptIfAtMost: (_ calls: Int) -> Int
  /// The smallest count refused after so many calls.
  let refuseIfAtLeast: (_ calls: Int) -> Int

  /// A single plan that stops as soon as its answer is certain.
  static func curtailed(calls: Int, acceptIfAtMost: Int) -> SequentialRule {
    SequentialRule(
      mostCalls: calls,
      // The calls still to come cannot lift the count above the number allowed.
      acceptIfAtMost: { acceptIfAtMost - (calls - $0) },
      refuseIfAtLeast: { _ in acceptIfAtMost + 1 })
  }

  /// Exact probabilities and expectations at a true share; nil for one outside [0, 1].
  ///
  /// Follows the distribution of the count among the surveys still going on, call by call. With a population the
  /// calls are draws without replacement from the nearest whole count. O(mostCalls · width of the undecided counts).
  func characteristics(atRate rate: Double, population: Int? = nil) -> SequentialCharacteristics? {
    guard rate >= 0, rate <= 1 else { return nil }
    let unreached = population.map { (Double($0) * rate).rounded() }
    var accepted = CompensatedSum()
    var refused = CompensatedSum()
    var mean = CompensatedSum()
    var square = CompensatedSum()
    /// Probabilities of the counts from `first` on, of surveys not yet decided.
    var first = 0
    var going = [1.0]
    var call = 0
    func settle(_ calls: Int) {
      let low = acceptIfAtMost(calls)
      let high = refuseIfAtLeast(calls)
      var kept: [Double] = []
      var keptFirst = first
      for (offset, mass) in going.enumerated() {
        let count = first + offset
        if count <= low || count >= high {
          if count <= low { accepted.add(mass) } else { refused.add(mass) }
          mean.add(mass * Double(calls))
          square.add(mass * Double(calls) * Double(calls))
          if kept.isEmpty { keptFirst = count + 1 }
        } else {
          kept.append(mass)
        }
      }
      going = kept
      first = keptFirst
    }
    settle(0)
    while !going.isEmpty, call < mostCalls {
      var next = [Double](repeating: 0, count: going.count + 1)
      for (offset, mass) in going.enumerated() {
        var hit = rate
        if let population, let unreached {
          hit = min(max((unreached - Double(first + offset)) / Double(population - call), 0), 1)
        }
        next[offset] += mass * (1 - hit)
        next[offset + 1] += mass * hit
      }
      going = next
      call += 1
      settle(call)
    }
    return SequentialCharacteristics(
      acceptance: accepted.value, refusal: refused.value, expectedCalls: mean.value,
      deviationOfCalls: max(0, square.value - mean.value * mean.value).squareRoot())
  }
}

/// What a sequential plan does at one true share, exactly.
package struct SequentialCharacteristics: Sendable, Equatable {
  /// The probability of accepting.
  package let acceptance: Double
  /// The probability of refusing.
  package let refusal: Double
  /// The mean number of calls until the decision.
  package let expectedCalls: Double
  /// The standard deviation of the number of calls.
  package let deviationOfCalls: Double
}
