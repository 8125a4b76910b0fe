package import Drawing
internal import Tables  // TableHeader.names

/// What a conclusion comes to over the worlds that could be, as `conclusions.csv` has it.
package struct SensitivityFinding: Equatable, Sendable {
  /// The conclusion's number.
  package var conclusion: Int
  /// What it is about: `rate`, `effect`, `best` and so on.
  package var kind: String
  /// The remedy that it is about; empty where it is about none.
  package var remedy: String
  /// The remedy's title.
  package var title: String
  /// The definition of reached.
  package var definition: String
  /// What the group is made by.
  package var by: String
  /// The group.
  package var group: String
  /// The share not reached that must not be exceeded; `nil` for none.
  package var target: Double?
  /// What the scenario as it is says.
  package var nominal: Measured
  /// Worlds that say something of it.
  package var worlds: Int
  /// The mean over worlds; of `best` and `order` the share of worlds.
  package var mean: Double?
  /// The 5th percentile over worlds.
  package var low: Double?
  /// The median.
  package var middle: Double?
  /// The 95th percentile.
  package var high: Double?
  /// The share of worlds in which it holds; `nil` for what cannot hold or not.
  package var holds: Measured

  fileprivate init?(_ row: NamedRow) {
    guard let conclusion = row.integer("conclusion"), let worlds = row.integer("worlds") else { return nil }
    (self.conclusion, self.worlds) = (conclusion, worlds)
    (definition, by, group) = row.key
    kind = row.text("kind")
    remedy = row.text("remedy")
    title = row.text("remedy_title")
    target = row.number("target")
    nominal = row.measured("nominal")
    mean = row.number("mean")
    (low, middle, high) = (row.number("p05"), row.number("p50"), row.number("p95"))
    holds = row.measured("holds")
  }
}

/// What a parameter carries of a conclusion, as `indices.csv` has it.
package struct CarrierFinding: Equatable, Sendable {
  /// The conclusion's number.
  package var conclusion: Int
  /// The parameter's path, or `others`.
  package var parameter: String
  /// The total Sobol' index: the part of the variance between worlds, with all that it does together with others.
  package var total: Double
  /// Half the width of its 95 % limits.
  package var halfWidth: Double
  /// Whether it is told from its own and from the Monte Carlo error.
  package var isTold: Bool
}

extension RowCollector<SensitivityFinding> {
  /// For `conclusions.csv`.
  static var conclusions: RowCollector {
    RowCollector(
      needing: ["conclusion", "kind", "definition", "by", "group", "worlds", "p05", "p50", "p95", "holds"],
      make: SensitivityFinding.init)
  }
}

extension RowCollector<CarrierFinding> {
  /// For `indices.csv`.
  static var carriers: RowCollector {
    RowCollector(needing: ["conclusion", "parameter", "total", "total_half_width", "told"]) { row in
      guard let conclusion = row.integer("conclusion"), let total = row.number("total"),
        let halfWidth = row.number("total_half_width")
      else { return nil }
      return CarrierFinding(
        conclusion: conclusion, parameter: row.text("parameter"), total: total, halfWidth: halfWidth,
        isTold: row.text("told") == "yes")
    }
  }
}
