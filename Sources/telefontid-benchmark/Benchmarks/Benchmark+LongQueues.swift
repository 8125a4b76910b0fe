import Randomness
import Reports
import SurveyDesign
import TelephoneAccess

extension Benchmark {
  /// What a call costs where very many wait: n log n at most, so that the time per call hardly grows.
  static let longQueues = Benchmark(
    name: "long-queues",
    summary:
      "A practice-day of 10,000, 100,000 and 1,000,000 calls on a queue without end: patience, priority, redials."
  ) { laboratory, notebook in
    for kind in LongQueue.Kind.allCases {
      var ofFew = 0.0
      for calls in [10_000, 100_000, 1_000_000] {
        let queue = LongQueue(kind: kind, calls: calls)
        var simulation = queue.makeSimulation()
        let days = max(1, laboratory.effort.amount(1_000_000) / calls)
        for _ in 0..<3 {
          let watch = Stopwatch()
          var made = 0
          for day in 0..<days {
            made += simulation.conduct(PeerModel.queue.plan, seed: 1, replication: UInt64(day)).calls
          }
          let time = watch.processorNanoseconds / Double(made)
          notebook.note(Quantity("long-queues/\(kind.rawValue)-\(calls)/call", "ns"), time)
          if calls == 10_000 { ofFew = time }
          if calls == 1_000_000 {
            notebook.note(
              Quantity("long-queues/\(kind.rawValue)-1000000-to-10000", "x", target: .atMost(6)), time / ofFew
            )
          }
        }
      }
    }
  }
}

/// One telephone whose queue has no limit, with many times the calls that its two answerers can take.
private struct LongQueue {
  /// What those who wait do.
  enum Kind: String, CaseIterable {
    /// They hang up after an exponential time of 20 minutes, and do not call again.
    case patience
    /// The same, and one call in a hundred is urgent.
    case priority
    /// Weibull patience with a falling hazard; six in ten call again after 25 minutes, up to eight times.
    case redials
  }

  let kind: Kind
  /// Fresh calls of the day, on average.
  let calls: Int

  func makeSimulation() -> Simulation {
    var demand = PatientDemand()
    let (opens, closes) = (TimeOfDay(milliseconds: 8 * 3_600_000), TimeOfDay(milliseconds: 16 * 3_600_000))
    demand.rates = [RatePeriod(from: opens, to: closes, callsPerHour: Double(calls) / 8)]
    let timetable = Timetable([
      TimetablePeriod(from: opens, to: closes, state: .staffed(answerers: 2, by: .staff))
    ])
    var patients = PatientModel()
    patients.balkingShare = 0
    patients.urgentShare = kind == .priority ? 0.01 : 0
    if kind == .redials {
      patients.patience = .weibull(scale: 1200, shape: 0.6)
    } else {
      patients.mostRedials = 0
    }
    let telephone = Telephone(
      system: .queue, lines: .max, hasAcuteLine: kind == .priority, timetable: timetable)
    let region = Region(
      practices: [
        RegionPractice(streamKey: RandomStream.key(of: "long queue"), telephone: telephone, demand: demand)
      ], patients: patients)
    return Simulation(
      region: region, slots: [Slot(from: opens, to: closes)].compactMap(\.self),
      fieldwork: FieldworkProtocol())
  }
}
