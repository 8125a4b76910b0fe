package import Tables

extension StudyTables {
  /// `traffic.csv`: one row per slot.
  package static let traffic = RowTable<TrafficRow>(
    "traffic", primaryKey: ["slot"],
    [.text("slot", "Slot in which the call was dialled; outside, for other times; all") { $0.label }],
    TrafficFigure.all.enumerated().flatMap { place, figure in
      mean(
        figure.name, figure.description, "Monte Carlo standard error of \(figure.name)",
        figure.isShare ? .share : figure.base == .practiceDays ? .requiredPositive : .positive,
        errorConstraints: .positive, decimals: figure.decimals
      ) { $0.figures[place] }
    },
    TrafficQuantile.allCases.enumerated().flatMap { place, quantile in
      mean(
        quantile.rawValue, quantile.description,
        "Monte Carlo standard error of \(quantile.rawValue), from those of single replications", .positive,
        errorConstraints: .positive, decimals: 3
      ) { $0.quantiles[place] }
    })

  /// A row of `traffic.csv`.
  package struct TrafficRow: Sendable {
    var label: String
    /// By ``TrafficFigure/all``.
    var figures: [MonteCarloMean?]
    /// By ``TrafficQuantile/allCases``.
    var quantiles: [MonteCarloMean?]
  }

  /// The rows of `traffic.csv`, of all regions together.
  package static func trafficRows(of result: RegionalResult) -> [TrafficRow] {
    let regions = result.regions.map(\.traffic)
    return result.traffic.places.map { label, place in
      let own = regions.map { (calls: $0.stretch(place), spread: $0.spreads[place]) }
      return TrafficRow(
        label: label,
        figures: TrafficFigure.all.indices.map { figure in
          MonteCarloMean(traffic: figure, own)
            ?? (TrafficFigure.all[figure].base == .practiceDays
              ? MonteCarloMean(value: 0, standardError: nil) : nil)
        },
        quantiles: TrafficQuantile.allCases.map { MonteCarloMean(wait: $0, own) })
    }
  }
}
