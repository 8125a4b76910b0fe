package import TelephoneAccess

/// Patients' calls of one stretch of the day: of one replication, or of all.
package struct TrafficStretch: Equatable, Sendable {
  /// What became of the calls.
  package var counts: TrafficCounts
  /// How long the callers waited.
  package var waits: WaitCounts
  /// Practice-days that the counts are summed over.
  package var practiceDays: Int

  /// Creates a stretch.
  package init(counts: TrafficCounts = .init(), waits: WaitCounts = .init(), practiceDays: Int = 0) {
    self.counts = counts
    self.waits = waits
    self.practiceDays = practiceDays
  }

  /// Adds other calls of the same practice-days.
  static func += (sum: inout TrafficStretch, other: TrafficStretch) {
    sum.counts += other.counts
    sum.waits += other.waits
  }

  /// Kaplan and Meier's quantile of waits, in seconds; `nil` where fewer are known to be answered.
  func wait(_ quantile: TrafficQuantile) -> Double? {
    waits.quantileSeconds(quantile.share, stillWaiting: counts.stillWaiting)
  }
}

/// A quantile of waits that `traffic.csv` states.
enum TrafficQuantile: String, CaseIterable {
  case median = "median_wait_seconds"
  case ninetieth = "wait_90th_percentile_seconds"

  /// The share of callers who are answered within it.
  var share: Double {
    switch self {
    case .median: 0.5
    case .ninetieth: 0.9
    }
  }

  /// What it is, for a schema.
  var description: String {
    switch self {
    case .median: "Wait within which half would be answered if none hung up (Kaplan and Meier), in seconds"
    case .ninetieth:
      "Wait within which nine tenths would be answered if none hung up (Kaplan and Meier), in seconds"
    }
  }
}

/// What a figure of `traffic.csv` is a share or a mean of.
enum TrafficBase: String, CaseIterable {
  case practiceDays = "practice-days"
  case answered
  case calledBack = "called-back"
  /// Calls that met a staffed telephone or an acute line.
  case met
  case onDuty = "on-duty"

  /// How many there are of it; times in milliseconds.
  func count(_ stretch: TrafficStretch) -> Int {
    switch self {
    case .practiceDays: stretch.practiceDays
    case .answered: stretch.counts.answered
    case .calledBack: stretch.counts.calledBack
    case .met: stretch.counts.met
    case .onDuty: stretch.counts.onDuty
    }
  }
}

/// A mean or a share that `traffic.csv` states: the sum of whole numbers, divided by another.
struct TrafficFigure: Sendable {
  /// The column.
  var name: String
  /// What it is, for a schema.
  var description: String
  /// What is summed up.
  var count: @Sendable (TrafficStretch) -> Int
  /// What that is divided by.
  var base: TrafficBase
  /// How many units of the count make one of the figure.
  var unit = 1.0
  /// How many decimals are written, and between which bounds the figure lies.
  var decimals = 6
  var isShare = false
}

extension TrafficFigure {
  /// All of them, in the order of the table.
  static let all: [TrafficFigure] =
    [
      perDay("fresh_calls", "Patients' first tries") { $0.freshCalls },
      perDay("redials", "Patients' later tries") { $0.redials },
      perDay("ended_in_menu", "Calls that the telephone's menu ended, before an answerer or the queue") {
        $0.endedInMenu
      },
      perDay("answered", "Calls answered by a person") { $0.answered },
      perDay("called_back", "Callers who accepted to be rung back and were reached") { $0.calledBack },
      perDay("called_back_in_vain", "Those who did not take that call") { $0.calledBackInVain },
      perDay("abandoned", "Callers who waited, or let it ring, and hung up") { $0.abandoned },
      perDay("blocked", "Busy tones") { $0.blocked },
      perDay("balked", "Callers who hung up at the queue message") { $0.balked },
      perDay("off", "Calls that met a message or rang out") { $0.off },
      perDay("still_waiting", "Callers without an answer when the simulated day was over") {
        $0.stillWaiting
      },
      perDay("forwarded", "Calls forwarded to a partner, whatever came of them") { $0.forwarded },
      perDay("displaced_to_out_of_hours", "Failing callers who turned to the out-of-hours service") {
        $0.displaced
      },
      TrafficFigure(
        name: "mean_wait_seconds", description: "Mean wait of the calls answered, in seconds",
        count: { $0.counts.wait }, base: .answered, unit: 1000, decimals: 3),
      TrafficFigure(
        name: "mean_callback_wait_seconds",
        description: "Mean time until callers were rung back, of those reached, in seconds",
        count: { $0.counts.calledBackWait }, base: .calledBack, unit: 1000, decimals: 3),
      TrafficFigure(
        name: "answered_within_target",
        description: "Share answered within target, of calls that met a staffed telephone or an acute line",
        count: { $0.counts.answeredWithinTarget }, base: .met, isShare: true),
      TrafficFigure(
        name: "occupancy", description: "Share of answerers' time on duty spent on the telephone",
        count: { $0.counts.busy }, base: .onDuty),
    ]
    + minutes.map { minutes in
      TrafficFigure(
        name: "answered_within_\(60 * minutes)_seconds",
        description:
          "Share answered within \(60 * minutes) seconds, of calls that met a staffed telephone or an acute line",
        count: { $0.waits.answered(within: 60_000 * minutes) }, base: .met, isShare: true)
    }
    + minutes.map { minutes in
      TrafficFigure(
        name: "lost_within_\(60 * minutes)_seconds",
        description:
          "Share of the same calls that was lost within \(60 * minutes) seconds: hung up, at the queue message too, or met the busy tone",
        count: { $0.counts.blocked + $0.counts.balked + $0.waits.abandoned(within: 60_000 * minutes) },
        base: .met, isShare: true)
    }

  /// Within how many minutes shares are stated: bounds of ``WaitBins``.
  private static let minutes = [1, 2, 3, 5, 10]

  private static func perDay(
    _ name: String, _ description: String, count: @escaping @Sendable (TrafficCounts) -> Int
  ) -> TrafficFigure {
    TrafficFigure(
      name: name, description: "\(description), per practice-day rung or probed", count: { count($0.counts) },
      base: .practiceDays)
  }
}
