package import SurveyDesign
package import TelephoneAccess

/// Patients' calls, or professionals', by slot, summed over practice-days.
package struct TrafficSummary: Hashable, Sendable {
  /// The names of the slots.
  package let labels: [String]
  /// Counts per slot; the last entry is for times outside every slot.
  package internal(set) var counts: [TrafficCounts]
  /// How long the callers waited, by the same places.
  var waits: [WaitCounts]
  /// What the errors of figures come from: by the same places, and behind them for all together.
  var spreads: [TrafficSpread]
  /// Practice-days that the counts are summed over.
  package internal(set) var practiceDays = 0

  /// Creates a summary of nothing.
  package init(slots: SlotGrid) {
    self.init(labels: slots.slots.map(\.label))
  }

  init(labels: [String]) {
    self.labels = labels
    counts = .init(repeating: TrafficCounts(), count: labels.count + 1)
    waits = .init(repeating: WaitCounts(), count: labels.count + 1)
    spreads = .init(repeating: TrafficSpread(), count: labels.count + 2)
  }

  /// Adds a replication.
  ///
  /// Sums of whole numbers: any order gives the same.
  package mutating func add(_ facts: ReplicateFacts) {
    add(facts.traffic, facts.waits, practiceDays: facts.practiceDays)
  }

  /// Adds one kind of callers of a replication.
  mutating func add(_ traffic: [TrafficCounts], _ waits: [WaitCounts], practiceDays: Int) {
    self.practiceDays += practiceDays
    var all = TrafficStretch(practiceDays: practiceDays)
    for place in counts.indices {
      let stretch = TrafficStretch(
        counts: traffic[place], waits: waits[place], practiceDays: practiceDays)
      counts[place] += stretch.counts
      self.waits[place] += stretch.waits
      spreads[place].add(stretch)
      all += stretch
    }
    spreads[counts.count].add(all)
  }

  /// Adds what other replications of the same study met.
  mutating func add(_ other: TrafficSummary) {
    practiceDays += other.practiceDays
    for place in counts.indices {
      counts[place] += other.counts[place]
      waits[place] += other.waits[place]
    }
    for place in spreads.indices { spreads[place].add(other.spreads[place]) }
  }

  /// All slots and the time outside them together.
  package var total: TrafficCounts { stretch(counts.count).counts }

  /// A slot, the time outside every slot, or behind these all together.
  func stretch(_ place: Int) -> TrafficStretch {
    let own = place < counts.count ? place..<place + 1 : counts.indices
    var sum = TrafficStretch(practiceDays: practiceDays)
    for place in own { sum += TrafficStretch(counts: counts[place], waits: waits[place]) }
    return sum
  }

  /// The places of a table's rows by name: each slot, the time outside every slot if a patient called then, and all together.
  var places: [(label: String, place: Int)] {
    var places = labels.enumerated().map { (label: $1, place: $0) }
    if let outside = counts.last, outside.freshCalls + outside.redials > 0 {
      places.append((Self.outside, labels.count))
    }
    return places + [("all", counts.count)]
  }

  /// The name of the row for times outside every slot.
  static let outside = "outside"

  /// The rows of a table: each slot, the time outside every slot if a patient called then, and all together.
  package var rows: [(label: String, counts: TrafficCounts)] {
    places.map { ($0.label, stretch($0.place).counts) }
  }
}

extension TrafficCounts {
  /// Calls that met a staffed telephone or an acute line.
  var met: Int { answered + abandoned + blocked + balked }

  /// Mean wait of calls answered, in seconds; `nil` if there were none.
  package var meanWaitSeconds: Double? {
    answered > 0 ? Double(wait) / 1000 / Double(answered) : nil
  }

  /// The share answered within target, of calls that met a staffed telephone or an acute line; `nil` if there were none.
  package var answeredWithinTargetShare: Double? {
    met > 0 ? Double(answeredWithinTarget) / Double(met) : nil
  }

  /// The share of answerers' time on duty spent on the telephone; above 1 where calls go on after the last answerer's hours;
  /// `nil` if no answerer was on duty.
  package var occupancy: Double? {
    onDuty > 0 ? Double(busy) / Double(onDuty) : nil
  }
}
