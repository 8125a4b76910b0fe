package import SurveyDesign
package import TelephoneAccess

/// Patients' calls by slot, summed over practice-days.
package struct TrafficSummary: Hashable, Sendable {
  /// The names of the slots.
  package let labels: [String]
  /// Counts per slot; the last entry is for times outside every slot.
  package internal(set) var counts: [TrafficCounts]
  /// Practice-days that the counts are summed over.
  package internal(set) var practiceDays = 0

  /// Creates a summary of nothing.
  package init(slots: SlotGrid) {
    self.init(labels: slots.slots.map(\.label))
  }

  init(labels: [String]) {
    self.labels = labels
    counts = .init(repeating: TrafficCounts(), count: labels.count + 1)
  }

  /// Adds a replication.
  ///
  /// Sums of whole numbers: any order gives the same.
  package mutating func add(_ fieldwork: Fieldwork) {
    add(fieldwork.traffic, practiceDays: fieldwork.practiceDays)
  }

  mutating func add(_ traffic: [TrafficCounts], practiceDays: Int) {
    for (place, traffic) in traffic.enumerated() { counts[place] += traffic }
    self.practiceDays += practiceDays
  }

  mutating func add(_ other: TrafficSummary) {
    add(other.counts, practiceDays: other.practiceDays)
  }

  /// Comes to every count.
  mutating func visit(_ visitor: inout some SumVisitor) throws(SumsFault) {
    try visitor.visit(&practiceDays, SumName(StudyTallies.Quantity.practiceDays.rawValue))
    for (place, label) in (labels + [StudyTallies.outside]).enumerated() {
      let slot = StudyGroup(by: "slot", label: label)
      for (name, path) in StudyTallies.trafficCounts {
        try visitor.visit(&counts[place][keyPath: path], SumName(StudyTallies.trafficPrefix + name, "", slot))
      }
    }
  }

  /// All slots and the time outside them together.
  package var total: TrafficCounts {
    var total = TrafficCounts()
    for traffic in counts { total += traffic }
    return total
  }

  /// The rows of a table: each slot, the time outside every slot if anybody called then, and all together.
  package var rows: [(label: String, counts: TrafficCounts)] {
    var rows = zip(labels, counts).map { (label: $0, counts: $1) }
    if let outside = counts.last, outside.freshCalls + outside.redials > 0 {
      rows.append(("outside", outside))
    }
    return rows + [("all", total)]
  }
}

extension TrafficCounts {
  /// Mean wait of calls answered, in seconds; `nil` if there were none.
  package var meanWaitSeconds: Double? {
    answered > 0 ? Double(wait) / 1000 / Double(answered) : nil
  }

  /// The share answered within target, of calls that met a staffed telephone or an acute line; `nil` if there were none.
  package var answeredWithinTargetShare: Double? {
    let offered = answered + abandoned + blocked + balked
    return offered > 0 ? Double(answeredWithinTarget) / Double(offered) : nil
  }

  /// The share of answerers' time on duty spent on the telephone; above 1 where calls go on after the last answerer's hours;
  /// `nil` if no answerer was on duty.
  package var occupancy: Double? {
    onDuty > 0 ? Double(busy) / Double(onDuty) : nil
  }
}
