/// A sum that keeps the digits which plain addition rounds away (Neumaier 1974).
///
/// The order of the terms is the caller's; the same order gives the same bits.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  /// The sum of all terms so far.
  var value: Double { sum + lost }

  /// Adds one term.
  mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  /// The sum of a term for every index.
  static func over(_ indices: Range<Int>, _ term: (Int) -> Double) -> Double {
    var sum = CompensatedSum()
    for index in indices { sum.add(term(index)) }
    return sum.value
  }
}
