/// Which worlds are looked at: rows of two points each, and for each factor the first with the factor's part of the second.
///
/// A factor is one parameter, or all those together that screening found to matter little. The first rows exchange every parameter
/// by itself, which screens them: the changes are the elementary effects of a radial design. The rows after them exchange the
/// factors that are left.
///
/// Source: Campolongo, Saltelli and Cariboni (2011), From screening to quantitative sensitivity analysis, Computer Physics
/// Communications 182(4), 978–988.
package struct WorldPlan: Hashable, Sendable {
  /// A world: its row of points, and what it has of the second of them.
  package struct World: Hashable, Sendable {
    /// The row of points that it belongs to.
    package var row: Int
    /// What it has of the row's second point.
    package var part: Part
  }

  /// What a world has of its row's second point.
  package enum Part: Hashable, Sendable {
    /// Nothing: it is the first point.
    case first
    /// Everything: it is the second point.
    case second
    /// These parameters.
    case exchanged([Int])
  }

  /// How many parameters are uncertain, 1 or more.
  package let parameters: Int
  /// How many worlds there may be.
  package let budget: Int

  /// Plans worlds for some parameters.
  ///
  /// - Precondition: `budget` is at least ``fewestWorlds(parameters:)``.
  package init(parameters: Int, budget: Int) {
    precondition(parameters > 0 && budget >= Self.fewestWorlds(parameters: parameters))
    self.parameters = parameters
    self.budget = budget
  }

  /// Parameters up to which all are factors, and none is screened away.
  static let mostFactors = 10
  /// Rows that screen.
  private static let screeningRows = 8

  /// The fewest worlds that screen so many parameters and leave a row after that.
  package static func fewestWorlds(parameters: Int) -> Int {
    parameters > mostFactors
      ? screeningRows * (parameters + 3) + mostFactors + 3 : 2 * (parameters + 2)
  }

  /// Whether parameters are screened.
  package var screens: Bool { parameters > Self.mostFactors }

  /// The worlds of the rows that screen; all worlds where nothing is screened.
  package var firstWorlds: [World] {
    let singles = (0..<parameters).map { [$0] }
    let rows = screens ? Self.screeningRows : budget / (parameters + 2)
    return worlds(rows: 0..<rows, factors: singles)
  }

  /// The worlds after screening, those that complete the rows that screened included.
  ///
  /// - Parameter factors: Those that are left, the last of several parameters being all the others.
  package func lastWorlds(factors: [[Int]]) -> [World] {
    guard screens else { return [] }
    let others = factors.filter { $0.count > 1 }
    let completing = (0..<Self.screeningRows).flatMap { row in
      others.map { World(row: row, part: .exchanged($0)) }
    }
    let left = max(budget - firstWorlds.count - completing.count, 0)
    let rows = left / (factors.count + 2)
    return completing + worlds(rows: Self.screeningRows..<Self.screeningRows + rows, factors: factors)
  }

  /// How many worlds there are in all.
  package var count: Int {
    let factors = (0...Self.mostFactors).map { $0 < Self.mostFactors ? [$0] : [$0, $0 + 1] }
    return firstWorlds.count + lastWorlds(factors: factors).count
  }

  private func worlds(rows: Range<Int>, factors: [[Int]]) -> [World] {
    rows.flatMap { row in
      [World(row: row, part: .first), World(row: row, part: .second)]
        + factors.map { World(row: row, part: .exchanged($0)) }
    }
  }

  /// The most rows that there can be.
  var mostRows: Int {
    screens ? Self.screeningRows + budget / (Self.mostFactors + 3) : budget / (parameters + 2)
  }

  /// The factors that are left: the parameters that matter most to any conclusion, and all others together.
  ///
  /// A parameter matters to a conclusion by its part of the sum of all parameters' mean squared effects.
  ///
  /// - Parameter effects: The mean squared effect of each parameter, by conclusion and then by parameter.
  func factors(effects: [[Double]]) -> [[Int]] {
    guard screens else { return (0..<parameters).map { [$0] } }
    var weight = [Double](repeating: 0, count: parameters)
    for effects in effects {
      let sum = effects.reduce(0, +)
      guard sum > 0 else { continue }
      for (parameter, effect) in effects.enumerated() {
        weight[parameter] = max(weight[parameter], effect / sum)
      }
    }
    let order = (0..<parameters).sorted { (weight[$1], $0) < (weight[$0], $1) }
    let kept = order.prefix(Self.mostFactors).sorted()
    return kept.map { [$0] } + [order.dropFirst(Self.mostFactors).sorted()]
  }
}
