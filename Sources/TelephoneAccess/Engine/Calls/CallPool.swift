/// A line of calls inside a ``CallPool``.
struct CallQueue {
  /// The place of the first in line, or -1.
  var head: Int32 = -1
  /// The place of the last in line, if there is a first.
  var tail: Int32 = -1
  var count: Int32 = 0
  /// Of a long queue, the place of the caller whose patience ends first, at the root of a heap; -1 for a short one.
  var root: Int32 = -1
  /// How many callers have joined the queue since it became long.
  var joined: Int32 = 0

  /// Whether the queue has a heap beside its line.
  @inline(__always)
  var isLong: Bool { root >= 0 }

  /// How many stand in line before a heap finds the one who hangs up next: so few are looked through faster.
  static var longest: Int32 { 32 }

  @inline(__always)
  var isEmpty: Bool { head < 0 }
}

/// All calls that wait or are to come: linked lists over one slab, so that no call allocates memory.
///
/// In a long queue the callers also form a heap by when their patience ends: see `CallPool+LongQueue.swift`.
struct CallPool: ~Copyable {
  /// The calls by place, each with the place of the next in line or of the next free place.
  var calls = Slab(repeating: QueuedCall.vacant, count: 0)
  /// The first free place; each free place names the next, and the last one the end of the slab.
  private var free: Int32 = 0

  /// Puts a call at the end of a queue.
  ///
  /// O(1), but for the slab's growth and the moment at which the queue becomes a long one.
  @inline(__always)
  mutating func append(_ call: Call, until time: Instant, to queue: inout CallQueue) {
    let (place, before) = (take(call, until: time), queue.tail)
    append(place, to: &queue)
    if queue.isLong {
      calls[Int(place)].previous = before
      push(place, on: &queue)
    } else if queue.count > CallQueue.longest {
      makeHeap(of: &queue)
    }
  }

  /// Puts a call into a queue ordered by time, behind those of the same time.
  ///
  /// O(length).
  mutating func insert(_ call: Call, until time: Instant, into queue: inout CallQueue) {
    let place = take(call, until: time)
    if queue.isEmpty || calls[Int(queue.tail)].until <= time { return append(place, to: &queue) }
    var before: Int32 = -1
    var behind = queue.head
    while calls[Int(behind)].until <= time {
      before = behind
      behind = calls[Int(behind)].next
    }
    calls[Int(place)].next = behind
    if before < 0 { queue.head = place } else { calls[Int(before)].next = place }
    queue.count &+= 1
  }

  /// The time of the first call of a queue ordered by time; ``Instant/never`` for an empty one.
  @inline(__always)
  func first(in queue: CallQueue) -> Instant {
    queue.isEmpty ? .never : calls[Int(queue.head)].until
  }

  /// Takes the first call out of a queue that is not empty.
  ///
  /// O(1); of a long queue O(log length), amortised.
  @inline(__always)
  mutating func removeFirst(from queue: inout CallQueue) -> Call {
    let first = queue.head
    if queue.isLong { removeFromHeap(first, of: &queue) }
    queue.head = calls[Int(first)].next
    queue.count &-= 1
    release(first)
    return calls[Int(first)].call
  }

  /// The earliest `until` of a queue; ``Instant/never`` for an empty one.
  ///
  /// O(length), at most ``CallQueue/longest`` callers.
  @inline(__always)
  func earliest(in queue: CallQueue) -> Instant {
    if queue.isLong { return calls[Int(queue.root)].until }
    var earliest = Instant.never
    var place = queue.head
    while place >= 0 {
      earliest = min(earliest, calls[Int(place)].until)
      place = calls[Int(place)].next
    }
    return earliest
  }

  /// Takes the first call with `until` at or before a time out of a queue, if there is one.
  ///
  /// O(length), at most ``CallQueue/longest`` callers; of a long queue O(log length), amortised: no caller of it has an earlier
  /// `until` than this time, because they hang up in the order of time.
  mutating func removeFirst(until time: Instant, from queue: inout CallQueue) -> Call? {
    if queue.isLong {
      let root = queue.root
      guard calls[Int(root)].until <= time else { return nil }
      removeFromHeap(root, of: &queue)
      leaveLine(root, of: &queue)
      release(root)
      return calls[Int(root)].call
    }
    var before: Int32 = -1
    var place = queue.head
    while place >= 0 {
      let next = calls[Int(place)].next
      if calls[Int(place)].until <= time {
        if before < 0 { queue.head = next } else { calls[Int(before)].next = next }
        if queue.tail == place { queue.tail = before }
        queue.count &-= 1
        release(place)
        return calls[Int(place)].call
      }
      before = place
      place = next
    }
    return nil
  }

  /// Empties a queue.
  ///
  /// O(length).
  mutating func removeAll(from queue: inout CallQueue) {
    queue.root = -1
    while !queue.isEmpty { _ = removeFirst(from: &queue) }
  }

  /// Gives a call a place.
  @inline(__always)
  private mutating func take(_ call: Call, until time: Instant) -> Int32 {
    if Int(free) == calls.count { grow() }
    let place = free
    free = calls[Int(place)].next
    calls[Int(place)].call = call
    calls[Int(place)].until = time
    return place
  }

  /// Takes a call's place back.
  @inline(__always)
  private mutating func release(_ place: Int32) {
    calls[Int(place)].next = free
    free = place
  }

  @inline(__always)
  private mutating func append(_ place: Int32, to queue: inout CallQueue) {
    calls[Int(place)].next = -1
    if queue.isEmpty { queue.head = place } else { calls[Int(queue.tail)].next = place }
    queue.tail = place
    queue.count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let used = calls.count
    calls.grow(by: .vacant)
    for place in used..<calls.count { calls[place].next = Int32(truncatingIfNeeded: place + 1) }
  }
}

/// A call with a place in a ``CallPool``.
struct QueuedCall {
  var call: Call
  /// In a queue, when the caller hangs up; in the list of calls to come, when the call comes.
  var until = Instant.never
  /// The next in line, or -1.
  var next: Int32 = -1

  // In a long queue alone.
  /// The one before in line, or -1 for the first.
  var previous: Int32 = -1
  /// Which one joined, of those with the same `until`: the first in line hangs up first.
  var order: Int32 = 0
  /// In the heap: the first child, the next child of the same parent, and the child before or else the parent.
  var child: Int32 = -1
  var sibling: Int32 = -1
  var back: Int32 = -1

  /// A place without a call.
  static var vacant: QueuedCall {
    QueuedCall(call: Call(key: 0, since: .midnight, home: PracticePlace(0), kind: .patient))
  }
}
