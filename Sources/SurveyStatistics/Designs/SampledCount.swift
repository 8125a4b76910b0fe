/// How many of some practices are not reached when they are drawn at random and each has a probability of its own.
///
/// Draw n of N practices, every set as likely, and ring each once. With equal probabilities the count is binomial. With
/// different ones it varies less, since no practice is drawn twice: `OneCallPerPractice.exactVariance` is its variance over n².
package enum SampledCount {
  /// The probability of each count from 0 to n.
  ///
  /// The practices are gone through one by one. One that has k − m of the R left still to be drawn is drawn with
  /// probability (k − m)/R (Fan, Muller and Rezucha 1962, JASA 57:387), and is then unreached with its own probability.
  /// - Parameters:
  ///   - probabilities: Of not being reached, one per practice of the population.
  ///   - draws: n.
  /// - Returns: n + 1 probabilities; `nil` unless 0 ≤ n ≤ N and all probabilities are in [0, 1], or if it would take
  ///   more than 10⁹ steps.
  /// - Complexity: O(N n c), where c is the largest count that is not negligible.
  package static func distribution(probabilities: [Double], draws: Int) -> [Double]? {
    let population = probabilities.count
    guard draws >= 0, draws <= population, probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
      return nil
    }
    let width = draws + 1
    guard width <= mostSteps / width / max(population, 1) else { return nil }
    // Row m holds the chances of each count after m draws; nothing stands beyond `last[m]`, or where it is -1.
    var chances = [Double](repeating: 0, count: width * width)
    var last = [Int](repeating: -1, count: width)
    chances[0] = 1
    last[0] = 0
    for (place, probability) in probabilities.enumerated() {
      let left = Double(population - place)
      for drawn in stride(from: min(place, draws), through: max(0, draws - (population - place)), by: -1)
      where last[drawn] >= 0 {
        let isDrawn = Double(draws - drawn) / left
        let row = drawn * width
        for count in 0...last[drawn] {
          let chance = chances[row + count]
          chances[row + count] = chance * (1 - isDrawn)
          guard drawn < draws else { continue }
          chances[row + width + count] += chance * isDrawn * (1 - probability)
          chances[row + width + count + 1] += chance * isDrawn * probability
        }
        if drawn < draws {
          last[drawn + 1] = max(last[drawn + 1], last[drawn] + 1)
          trim(&last[drawn + 1], chances, row: row + width)
        }
        trim(&last[drawn], chances, row: row)
      }
    }
    let row = draws * width
    return (0...draws).map { $0 <= last[draws] ? chances[row + $0] : 0 }
  }

  /// Forgets counts at the end of a row that cannot matter.
  private static func trim(_ last: inout Int, _ chances: [Double], row: Int) {
    while last >= 0, chances[row + last] < negligible { last -= 1 }
  }

  /// Far below the last bit of a probability near 1, however many are left out.
  private static let negligible = 1e-30
  private static let mostSteps = 1_000_000_000
}
