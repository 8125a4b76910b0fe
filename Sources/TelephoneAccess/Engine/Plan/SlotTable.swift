internal import SurveyDesign

/// Which slot a time of day belongs to, by looking the minute up.
struct SlotTable: ~Copyable {
  /// The number of slots; the same number stands for times outside every slot.
  let count: Int
  private let stretchOfMinute: Slab<Int32>
  private let stretches: Slab<SlotStretch>

  /// Takes slots of whole minutes that do not overlap, in any order.
  init(_ slots: [Slot]) {
    count = slots.count
    var stretches = [SlotStretch]()
    func add(until end: Instant, slot: Int) {
      if end > stretches.last?.end ?? .midnight { stretches.append(SlotStretch(end: end, slot: slot)) }
    }
    var next = Instant.midnight
    for index in slots.indices.sorted(by: { slots[$0].from < slots[$1].from }) {
      let slot = slots[index]
      precondition(Instant(slot.from) >= next, "slots overlap")
      add(until: Instant(slot.from), slot: slots.count)
      add(until: Instant(slot.to), slot: index)
      next = Instant(slot.to)
    }
    add(until: .never, slot: slots.count)

    var stretchOfMinute = [Int32]()
    for (stretch, bounds) in stretches.enumerated() {
      let minutes = min(bounds.end, Self.longest).milliseconds / 60_000
      while stretchOfMinute.count < minutes { stretchOfMinute.append(Int32(stretch)) }
    }
    self.stretchOfMinute = Slab(stretchOfMinute)
    self.stretches = Slab(stretches)
  }

  /// Two days and a minute: slots end at 48:00 at the latest, so that later times count as the minute after it.
  private static var longest: Instant { Instant(172_860_000) }

  /// The slot of a time, or ``count``.
  @inline(__always)
  func slot(at time: Instant) -> Int { stretch(at: time).slot }

  /// The part of the day that a time lies in.
  @inline(__always)
  func stretch(at time: Instant) -> SlotStretch { stretches[place(at: time)] }

  /// Calls `body` with each slot that a span of time touches, and for how many milliseconds.
  func forEachSlot(from: Instant, to: Instant, _ body: (Int, Int) -> Void) {
    var start = from
    var place = place(at: from)
    while start < to {
      let end = min(to, stretches[place].end)
      body(stretches[place].slot, end - start)
      start = end
      place += 1
    }
  }

  @inline(__always)
  private func place(at time: Instant) -> Int {
    // Half the width makes the division a multiplication.
    let minute = UInt32(truncatingIfNeeded: min(time, Self.longest + -1).milliseconds) / 60_000
    return Int(stretchOfMinute[Int(minute)])
  }
}

/// A part of the day between two slot borders.
struct SlotStretch {
  var end: Instant
  var slot: Int
}
