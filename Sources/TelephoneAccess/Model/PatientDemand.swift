package import SurveyDesign

/// When one practice's patients call, or the professionals who ring it, before redials.
///
/// ```swift
/// var demand = PatientDemand()
/// demand.rates = [RatePeriod(from: eight, to: four, callsPerHour: 12)]
/// demand.callsPerDay  // 96
/// ```
package struct PatientDemand: Equatable, Sendable {
  /// Expected fresh calls per hour, piecewise constant, in order and without overlap; zero elsewhere.
  package var rates = [RatePeriod]()
  /// Callers who wait for the telephone to open.
  package var burst: OpeningBurst?
  /// Calls at fixed times of every day, in order, in addition to the random ones.
  package var fixedTimes = [TimeOfDay]()
  /// Whether no call ever comes.
  package var isNone: Bool { rates.allSatisfy { $0.callsPerHour == 0 } && burst == nil && fixedTimes.isEmpty }

  /// Creates a demand without calls; set what there is.
  package init() {}

  /// Expected fresh calls on a day of index 1, random and fixed.
  package var callsPerDay: Double {
    rates.reduce(0) { $0 + $1.callsPerHour * Double($1.to.milliseconds - $1.from.milliseconds) / 3_600_000 }
      + (burst?.calls ?? 0) + Double(fixedTimes.count)
  }
}

/// A stretch of the day in which calls come at a constant rate.
package struct RatePeriod: Equatable, Sendable {
  /// When it begins.
  package var from: TimeOfDay
  /// When it ends.
  package var to: TimeOfDay
  /// Expected calls per hour, 0 or more.
  package var callsPerHour: Double

  /// Creates a period.
  package init(from: TimeOfDay, to: TimeOfDay, callsPerHour: Double) {
    self.from = from
    self.to = to
    self.callsPerHour = callsPerHour
  }
}

/// Calls that come at once when the telephone opens: Poisson, their delays exponential.
package struct OpeningBurst: Equatable, Sendable, BitwiseCopyable {
  /// When the telephone opens.
  package var at: TimeOfDay
  /// Expected calls in the burst, 0 or more.
  package var calls: Double
  /// Mean delay after opening, in seconds, above 0.
  package var meanDelay: Double

  /// Creates a burst.
  package init(at: TimeOfDay, calls: Double, meanDelay: Double) {
    self.at = at
    self.calls = calls
    self.meanDelay = meanDelay
  }
}
