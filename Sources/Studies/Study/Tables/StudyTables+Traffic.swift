package import Tables
internal import TelephoneAccess

extension StudyTables {
  /// `traffic.csv`: one row per slot; where professionals call too, the last column says whose calls a row counts.
  package static func traffic(professionals: Bool) -> RowTable<TrafficRow> {
    RowTable(
      "traffic", primaryKey: professionals ? ["slot", "caller"] : ["slot"],
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
      },
      professionals
        ? [
          .text("caller", "Who calls: patient, or professional; answerers' occupancy stands with patients") {
            $0.caller.rawValue
          }
        ] : [])
  }

  /// A row of `traffic.csv`.
  package struct TrafficRow: Sendable {
    var label: String
    /// Whose calls are counted.
    var caller = SurveyCaller.patient
    /// By ``TrafficFigure/all``.
    var figures: [MonteCarloMean?]
    /// By ``TrafficQuantile/allCases``.
    var quantiles: [MonteCarloMean?]
  }

  /// The rows of `traffic.csv`, of all regions together.
  package static func trafficRows(of result: RegionalResult) -> [TrafficRow] {
    trafficRows(.patient, of: result.traffic, result.regions.map(\.traffic))
      + (result.professionals.map {
        trafficRows(.professional, of: $0, result.regions.compactMap(\.professionals))
      } ?? [])
  }

  private static func trafficRows(
    _ caller: SurveyCaller, of traffic: TrafficSummary, _ regions: [TrafficSummary]
  ) -> [TrafficRow] {
    traffic.places.map { label, place in
      let own = regions.map { (calls: $0.stretch(place), spread: $0.spreads[place]) }
      return TrafficRow(
        label: label, caller: caller,
        figures: TrafficFigure.all.indices.map { figure in
          MonteCarloMean(traffic: figure, own)
            ?? (TrafficFigure.all[figure].base == .practiceDays
              ? MonteCarloMean(value: 0, standardError: nil) : nil)
        },
        quantiles: TrafficQuantile.allCases.map { MonteCarloMean(wait: $0, own) })
    }
  }
}
