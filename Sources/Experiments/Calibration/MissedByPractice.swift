internal import TelephoneAccess

/// Missed calls of every practice, month by month: how much of their variance lies between practices.
///
/// A month is as many replications as the survey has days, since each practice is followed for one day in a replication.
struct MissedByPractice: Sendable {
  private let days: Int
  private var day = 0
  private var calls: [Int] = []
  private var missed: [Int] = []

  init(days: Int) { self.days = days }

  /// Adds a replication.
  ///
  /// - Returns: The month's intraclass correlation, at the end of one.
  mutating func add(_ fieldwork: Fieldwork) -> Double? {
    let slots = fieldwork.traffic.count
    let practices = fieldwork.groupedTraffic.count / slots
    if day == 0 {
      calls = .init(repeating: 0, count: practices)
      missed = calls
    }
    for (place, counts) in fieldwork.groupedTraffic.enumerated() {
      calls[place / slots] += counts.pastTheMenu
      missed[place / slots] += counts.missed
    }
    day = (day + 1) % days
    return day == 0 ? Self.intraclassCorrelation(missed, of: calls) : nil
  }

  /// The estimator by analysis of variance; `nil` without calls in two practices, or if all or none are missed.
  ///
  /// Source: Ridout, Demétrio and Firth (1999), "Estimating intraclass correlation for binary data", Biometrics 55, 137–148.
  static func intraclassCorrelation(_ missed: [Int], of calls: [Int]) -> Double? {
    let groups = zip(missed, calls).filter { $1 > 0 }.map { (x: Double($0), n: Double($1)) }
    let total = groups.reduce(0) { $0 + $1.n }
    let count = Double(groups.count)
    guard count > 1, total > count else { return nil }
    let share = groups.reduce(0) { $0 + $1.x } / total
    let between = groups.reduce(0) { $0 + ($1.x - $1.n * share) * ($1.x - $1.n * share) / $1.n } / (count - 1)
    let within = groups.reduce(0) { $0 + $1.x * ($1.n - $1.x) / $1.n } / (total - count)
    let size = (total - groups.reduce(0) { $0 + $1.n * $1.n } / total) / (count - 1)
    let whole = between + (size - 1) * within
    return whole > 0 ? (between - within) / whole : nil
  }
}
