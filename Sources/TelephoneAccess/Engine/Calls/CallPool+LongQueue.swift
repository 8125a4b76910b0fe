/// Who hangs up next in a long queue: a pairing heap inside the pool, ordered by when patience ends and then by the place in line.
///
/// A caller who is answered leaves the heap from wherever they are in it, and the one at the root leaves the line from wherever
/// they stand, so that a day of n calls takes O(n log n) steps however long its queue. A queue has a heap from when it becomes
/// long until it is empty; a short one pays for none.
///
/// Source: Fredman, Sedgewick, Sleator & Tarjan (1986), "The pairing heap: a new form of self-adjusting heap", Algorithmica 1.
extension CallPool {
  /// Makes a heap of all who stand in line.
  @inline(never)
  mutating func makeHeap(of queue: inout CallQueue) {
    queue.joined = 0
    var before: Int32 = -1
    var place = queue.head
    while place >= 0 {
      calls[Int(place)].previous = before
      push(place, on: &queue)
      (before, place) = (place, calls[Int(place)].next)
    }
  }

  /// Puts the last in line on the heap.
  mutating func push(_ place: Int32, on queue: inout CallQueue) {
    calls[Int(place)].order = queue.joined
    queue.joined &+= 1
    calls[Int(place)].child = -1
    detach(place)
    queue.root = queue.root < 0 ? place : meld(queue.root, place)
  }

  /// Takes a caller out of the heap.
  mutating func removeFromHeap(_ place: Int32, of queue: inout CallQueue) {
    let (back, sibling) = (calls[Int(place)].back, calls[Int(place)].sibling)
    let children = pairUp(calls[Int(place)].child)
    if place == queue.root {
      queue.root = children
      return
    }
    if calls[Int(back)].child == place {
      calls[Int(back)].child = sibling
    } else {
      calls[Int(back)].sibling = sibling
    }
    if sibling >= 0 { calls[Int(sibling)].back = back }
    if children >= 0 { queue.root = meld(queue.root, children) }
  }

  /// Takes a caller out of a long queue's line.
  mutating func leaveLine(_ place: Int32, of queue: inout CallQueue) {
    let (before, behind) = (calls[Int(place)].previous, calls[Int(place)].next)
    if queue.head == place { queue.head = behind } else { calls[Int(before)].next = behind }
    if queue.tail == place { queue.tail = before } else { calls[Int(behind)].previous = before }
    queue.count &-= 1
  }

  /// Makes the one who hangs up later the first child of the other.
  ///
  /// - Returns: The other, the root of both.
  private mutating func meld(_ one: Int32, _ other: Int32) -> Int32 {
    let (root, child) = hangsUp(one, before: other) ? (one, other) : (other, one)
    let sibling = calls[Int(root)].child
    calls[Int(child)].sibling = sibling
    calls[Int(child)].back = root
    if sibling >= 0 { calls[Int(sibling)].back = child }
    calls[Int(root)].child = child
    return root
  }

  @inline(__always)
  private func hangsUp(_ one: Int32, before other: Int32) -> Bool {
    let (time, otherTime) = (calls[Int(one)].until, calls[Int(other)].until)
    return time < otherTime || time == otherTime && calls[Int(one)].order < calls[Int(other)].order
  }

  /// Makes one heap of a row of siblings: of two at a time from the front, and then of those from the back.
  ///
  /// - Returns: Its root, or -1 if there was no sibling.
  private mutating func pairUp(_ first: Int32) -> Int32 {
    var pairs: Int32 = -1
    var next = first
    while next >= 0 {
      let (one, other) = (next, calls[Int(next)].sibling)
      next = other >= 0 ? calls[Int(other)].sibling : -1
      detach(one)
      var pair = one
      if other >= 0 {
        detach(other)
        pair = meld(one, other)
      }
      calls[Int(pair)].sibling = pairs
      pairs = pair
    }
    guard pairs >= 0 else { return -1 }
    var root = pairs
    var rest = calls[Int(root)].sibling
    detach(root)
    while rest >= 0 {
      let pair = rest
      rest = calls[Int(pair)].sibling
      detach(pair)
      root = meld(root, pair)
    }
    return root
  }

  @inline(__always)
  private mutating func detach(_ place: Int32) {
    calls[Int(place)].sibling = -1
    calls[Int(place)].back = -1
  }
}
