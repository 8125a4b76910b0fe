import Reports
import Tables
import TelephoneAccess

/// What this program gives for a ``PeerModel``, in the form in which the peers print it.
struct PeerRun: Sendable {
  let model: PeerModel
  let days: Int
  let seed: UInt64

  /// As many batches as the peers print, each of as many days; their spread tells the Monte Carlo error.
  private static let batches = 20

  /// The fewest days that make every batch hold one.
  static let fewestDays = batches

  /// Lives through the days and gives one row per batch.
  func table() -> Table {
    var simulation = model.makeSimulation()
    let rows = (0..<Self.batches).map { batch in
      var counts = TrafficCounts()
      let watch = Stopwatch()
      let length = days / Self.batches
      for day in batch * length..<(batch + 1) * length {
        let traffic = simulation.conduct(model.plan, seed: seed, replication: UInt64(day)).traffic
        for slot in traffic { counts += slot }
      }
      let seconds = watch.processorNanoseconds / 1e9
      return [
        counts.freshCalls, counts.redials, counts.answered, counts.abandoned, counts.blocked, counts.balked,
        counts.off,
      ].map(String.init) + [Double(counts.wait) / 1000, seconds].map(NumberText.shortest)
    }
    return Table(
      header: [
        "fresh", "redials", "answered", "abandoned", "blocked", "balked", "off", "wait_seconds",
        "cpu_seconds",
      ], rows: rows)
  }
}
