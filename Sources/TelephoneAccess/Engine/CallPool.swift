/// A line of calls inside a ``CallPool``.
struct CallQueue {
  /// The place of the first in line, or -1.
  var head: Int32 = -1
  /// The place of the last in line, if there is a first.
  var tail: Int32 = -1
  var count: Int32 = 0

  @inline(__always)
  var isEmpty: Bool { head < 0 }
}

/// All calls that wait or are to come: singly linked lists over one slab, so that no call is ever allocated or moved.
///
/// A call keeps a place from the moment at which nobody is free to answer it until it ends; an interviewer's also from try to
/// try.
struct CallPool: ~Copyable {
  /// The calls by place.
  ///
  /// They are reached here and not through a subscript of the pool, which would allocate where it is not optimised.
  var calls = Slab(repeating: Call(key: 0, since: 0, home: 0, kind: .patient), count: 0)
  /// The first free place; each free place names the next, and the last one the end of the slab.
  private var free: Int32 = 0

  /// Gives a call a place.
  ///
  /// O(1), but for the slab's growth.
  @inline(__always)
  mutating func take(_ call: Call) -> Int {
    if Int(free) == calls.count { grow() }
    let place = Int(free)
    free = calls[place].next
    calls[place] = call
    return place
  }

  /// Takes a call's place back.
  @inline(__always)
  mutating func release(_ place: Int) {
    calls[place].next = free
    free = Int32(truncatingIfNeeded: place)
  }

  /// Puts a call at the end of a queue.
  ///
  /// O(1).
  @inline(__always)
  mutating func append(_ place: Int, to queue: inout CallQueue) {
    let last = Int32(truncatingIfNeeded: place)
    calls[place].next = -1
    if queue.isEmpty { queue.head = last } else { calls[Int(queue.tail)].next = last }
    queue.tail = last
    queue.count &+= 1
  }

  /// Puts a call into a queue ordered by time, behind those of the same time.
  ///
  /// O(length).
  mutating func insert(_ place: Int, into queue: inout CallQueue) {
    let until = calls[place].until
    if queue.isEmpty || calls[Int(queue.tail)].until <= until { return append(place, to: &queue) }
    var before: Int32 = -1
    var behind = queue.head
    while calls[Int(behind)].until <= until {
      before = behind
      behind = calls[Int(behind)].next
    }
    calls[place].next = behind
    let inserted = Int32(truncatingIfNeeded: place)
    if before < 0 { queue.head = inserted } else { calls[Int(before)].next = inserted }
    queue.count &+= 1
  }

  /// Takes the first call out of a queue that is not empty; the call keeps its place.
  ///
  /// O(1).
  @inline(__always)
  mutating func removeFirst(from queue: inout CallQueue) -> Int {
    let first = Int(queue.head)
    queue.head = calls[first].next
    queue.count &-= 1
    return first
  }

  /// The earliest `until` of a queue; `Int.max` for an empty one.
  ///
  /// O(length).
  @inline(__always)
  func earliest(in queue: CallQueue) -> Int {
    var earliest = Int.max
    var place = queue.head
    while place >= 0 {
      earliest = min(earliest, calls[Int(place)].until)
      place = calls[Int(place)].next
    }
    return earliest
  }

  /// Takes the first call with `until` at or before a time out of a queue, if there is one; the call keeps its place.
  ///
  /// O(length).
  mutating func removeFirst(until time: Int, from queue: inout CallQueue) -> Int? {
    var before: Int32 = -1
    var place = queue.head
    while place >= 0 {
      let next = calls[Int(place)].next
      if calls[Int(place)].until <= time {
        if before < 0 { queue.head = next } else { calls[Int(before)].next = next }
        if queue.tail == place { queue.tail = before }
        queue.count &-= 1
        return Int(place)
      }
      before = place
      place = next
    }
    return nil
  }

  /// Empties a queue and takes its calls' places back.
  ///
  /// O(length).
  mutating func removeAll(from queue: inout CallQueue) {
    while !queue.isEmpty { release(removeFirst(from: &queue)) }
  }

  @inline(never)
  private mutating func grow() {
    let used = calls.count
    calls.grow(by: Call(key: 0, since: 0, home: 0, kind: .patient))
    for place in used..<calls.count { calls[place].next = Int32(truncatingIfNeeded: place + 1) }
  }
}
