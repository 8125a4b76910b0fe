package import Tables
internal import TelephoneAccess

extension StudyTables {
  /// `traffic.csv`: one row per slot.
  package static let traffic = RowTable<TrafficRow>(
    "traffic", primaryKey: ["slot"],
    [
      .text("slot", "Slot in which the call was dialled; outside, for other times; all") { $0.label },
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
      .number("mean_wait_seconds", "Mean wait of the calls answered, in seconds", .positive, decimals: 3) {
        $0.counts.meanWaitSeconds
      },
      .number(
        "mean_callback_wait_seconds", "Mean time until they were rung back, in seconds", .positive, decimals: 3
      ) { $0.counts.meanCallbackWaitSeconds },
      .share(
        "answered_within_target",
        "Share answered within target, of calls that met a staffed telephone or an acute line", decimals: 6
      ) { $0.counts.answeredWithinTargetShare },
      .number("occupancy", "Share of answerers' time on duty spent on the telephone", .positive, decimals: 6)
      {
        $0.counts.occupancy
      },
    ])

  /// A row of `traffic.csv`.
  package struct TrafficRow: Sendable {
    var label: String
    var counts: TrafficCounts
    /// Practice-days that the counts are summed over, at least 1.
    var practiceDays: Int
  }

  /// The rows of `traffic.csv`.
  package static func trafficRows(of traffic: TrafficSummary) -> [TrafficRow] {
    traffic.rows.map {
      TrafficRow(label: $0.label, counts: $0.counts, practiceDays: max(traffic.practiceDays, 1))
    }
  }

  private static func perDay(
    _ name: String, _ description: String, count: @escaping @Sendable (TrafficCounts) -> Int
  ) -> RowColumn<TrafficRow> {
    .number(name, "\(description), per practice-day rung or probed", .requiredPositive, decimals: 6) {
      Double(count($0.counts)) / Double($0.practiceDays)
    }
  }
}
