/// A call that waits: for an answerer, or for its own time to come.
struct WaitingCall {
  /// Who waits.
  var call: Call
  /// In a queue, when the caller hangs up; in the list of calls to come, when it comes.
  var until: Int
  /// The next in line, or -1.
  var next: Int32

  /// What stands in a place that was never used.
  static let nobody = WaitingCall(
    call: Call(key: 0, origin: 0, since: 0, home: 0, kind: .patient), until: 0, next: -1)
}

/// A line of calls inside a ``CallPool``.
struct CallQueue {
  /// The first in line, or -1.
  var head: Int32 = -1
  /// The last in line, if there is a first.
  var tail: Int32 = -1
  var count: Int32 = 0

  var isEmpty: Bool { head < 0 }
}

/// The storage of every line of calls: singly linked lists over one array, so that no call is ever allocated.
struct CallPool: ~Copyable {
  private var nodes = Slab(repeating: WaitingCall.nobody, count: 256)
  /// Where nodes begin that were never used, and the last one that was given back, or -1.
  private var unused: Int32 = 0
  private var free: Int32 = -1

  /// The call in a place.
  subscript(node: Int32) -> WaitingCall { nodes[Int(node)] }

  /// Puts a call at the end of a queue.
  ///
  /// O(1).
  mutating func append(_ call: Call, until: Int, to queue: inout CallQueue) {
    let node = take(call, until: until, next: -1)
    if queue.isEmpty { queue.head = node } else { nodes[Int(queue.tail)].next = node }
    queue.tail = node
    queue.count += 1
  }

  /// Puts a call into a queue ordered by time, behind those of the same time.
  ///
  /// O(length).
  mutating func insert(_ call: Call, until: Int, into queue: inout CallQueue) {
    if queue.isEmpty || nodes[Int(queue.tail)].until <= until {
      return append(call, until: until, to: &queue)
    }
    var before: Int32 = -1
    var behind = queue.head
    while nodes[Int(behind)].until <= until {
      before = behind
      behind = nodes[Int(behind)].next
    }
    let node = take(call, until: until, next: behind)
    if before < 0 { queue.head = node } else { nodes[Int(before)].next = node }
    queue.count += 1
  }

  /// Takes the first call out of a queue that is not empty.
  ///
  /// O(1).
  mutating func removeFirst(from queue: inout CallQueue) -> WaitingCall {
    let node = queue.head
    let first = nodes[Int(node)]
    queue.head = first.next
    queue.count -= 1
    release(node)
    return first
  }

  /// The earliest `until` of a queue; `Int.max` for an empty one.
  ///
  /// O(length).
  func earliest(in queue: CallQueue) -> Int {
    var earliest = Int.max
    var node = queue.head
    while node >= 0 {
      earliest = min(earliest, nodes[Int(node)].until)
      node = nodes[Int(node)].next
    }
    return earliest
  }

  /// Takes the first call with `until` at or before a time out of a queue, if there is one.
  ///
  /// O(length).
  mutating func removeFirst(until time: Int, from queue: inout CallQueue) -> WaitingCall? {
    var before: Int32 = -1
    var node = queue.head
    while node >= 0 {
      let found = nodes[Int(node)]
      if found.until <= time {
        if before < 0 { queue.head = found.next } else { nodes[Int(before)].next = found.next }
        if queue.tail == node { queue.tail = before }
        queue.count -= 1
        release(node)
        return found
      }
      before = node
      node = found.next
    }
    return nil
  }

  /// Empties a queue.
  ///
  /// O(length).
  mutating func removeAll(from queue: inout CallQueue) {
    while !queue.isEmpty { _ = removeFirst(from: &queue) }
  }

  private mutating func take(_ call: Call, until: Int, next: Int32) -> Int32 {
    let waiting = WaitingCall(call: call, until: until, next: next)
    if free >= 0 {
      let node = free
      free = nodes[Int(node)].next
      nodes[Int(node)] = waiting
      return node
    }
    if Int(unused) == nodes.count { nodes.grow(by: .nobody) }
    nodes[Int(unused)] = waiting
    unused += 1
    return unused - 1
  }

  private mutating func release(_ node: Int32) {
    nodes[Int(node)].next = free
    free = node
  }
}
