internal import SurveyDesign

/// Which slot a time of day belongs to, by looking the minute up.
///
/// Inlined always: called as functions its methods make the loop copy the plan around it.
struct SlotTable {
  /// The number of slots; the same number stands for times outside every slot.
  let count: Int
  private var stretchOfMinute = ContiguousArray<Int32>()
  /// The stretches of the day between slot borders: where each ends, and the slot it belongs to.
  private var ends = ContiguousArray<Int>()
  private var slots = ContiguousArray<Int>()

  /// Takes slots of whole minutes that do not overlap, in any order.
  init(_ slots: [Slot]) {
    count = slots.count
    var next = 0
    let ordered = slots.indices.sorted { slots[$0].from < slots[$1].from }
    for index in ordered {
      let slot = slots[index]
      precondition(slot.from.milliseconds >= next, "slots overlap")
      add(until: slot.from.milliseconds, slot: slots.count)
      add(until: slot.to.milliseconds, slot: index)
      next = slot.to.milliseconds
    }
    add(until: .max, slot: slots.count)
  }

  private mutating func add(until end: Int, slot: Int) {
    guard end > ends.last ?? 0 else { return }
    let stretch = Int32(ends.count)
    ends.append(end)
    slots.append(slot)
    while stretchOfMinute.count < min(end, Self.longest) / 60_000 { stretchOfMinute.append(stretch) }
  }

  /// Two days and a minute: slots end at 48:00 at the latest, so that later times count as the minute after it.
  private static let longest = 172_860_000

  /// The slot of a time, or ``count``.
  @inline(__always)
  func slot(at time: Int) -> Int { slots[stretch(at: time)] }

  /// Calls `body` with each slot that a span of time touches, and how long it does.
  @inline(__always)
  func forEachSlot(from: Int, to: Int, _ body: (Int, Int) -> Void) {
    var start = from
    var stretch = stretch(at: from)
    while start < to {
      let end = min(to, ends[stretch])
      body(slots[stretch], end - start)
      start = end
      stretch += 1
    }
  }

  @inline(__always)
  private func stretch(at time: Int) -> Int {
    Int(stretchOfMinute[min(time / 60_000, stretchOfMinute.count - 1)])
  }
}
