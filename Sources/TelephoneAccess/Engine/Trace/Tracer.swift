/// What takes events down; ``NoTracer``, which takes none, is compiled away.
protocol Tracer: Sendable {
  /// Whether anything is recorded.
  static var isOn: Bool { get }
  /// Takes an event down.
  mutating func record(_ event: TraceEvent)
  /// Learns that a new key belongs to a caller known by an earlier one.
  mutating func recognise(_ key: UInt64, as earlier: UInt64)
}

/// No practice is watched.
struct NoTracer: Tracer {
  static var isOn: Bool { false }
  func record(_ event: TraceEvent) {}
  func recognise(_ key: UInt64, as earlier: UInt64) {}
}

/// Keeps every event of the practices asked for.
struct TraceLog: Tracer {
  static var isOn: Bool { true }
  /// The practices watched; `nil` for all.
  var practices: Set<Int>?
  /// The events in the order they were worked out, which is the order of time within a practice.
  private(set) var events: [TraceEvent] = []

  /// The key of the first try, by that of each later one.
  private var firstKeys: [UInt64: UInt64] = [:]

  init(practices: Set<Int>?) { self.practices = practices }

  mutating func record(_ event: TraceEvent) {
    guard practices?.contains(event.practice) ?? true else { return }
    var event = event
    event.caller = firstKeys[event.caller] ?? event.caller
    events.append(event)
  }

  mutating func recognise(_ key: UInt64, as earlier: UInt64) {
    firstKeys[key] = firstKeys[earlier] ?? earlier
  }
}
