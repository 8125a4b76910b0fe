/// Patients' calls behind those on a practice's list, where they are many: pairing heaps over one slab.
///
/// Only who calls first of them is known, and taking that one out costs O(log n), amortised. A practice's heap is named by its
/// root, -1 for an empty one.
///
/// Source: Fredman, Sedgewick, Sleator & Tarjan (1986), "The pairing heap: a new form of self-adjusting heap", Algorithmica 1.
struct LaterCalls: ~Copyable {
  private var nodes = Slab(repeating: LaterCall(), count: 0)
  /// The first place that was used and is free again, and how many have been used.
  private var free: Int32 = -1
  private var used = 0

  /// Puts a call on a heap.
  mutating func insert(_ call: PatientCall, into root: inout Int32) {
    let place = take(call)
    root = root < 0 ? place : meld(root, place)
  }

  /// The first call of a heap that is not empty.
  @inline(__always)
  func first(of root: Int32) -> PatientCall { nodes[Int(root)].call }

  /// Takes the first call off a heap that is not empty.
  mutating func removeFirst(of root: inout Int32) -> PatientCall {
    let place = root
    root = pairUp(nodes[Int(place)].child)
    nodes[Int(place)].child = free
    free = place
    return nodes[Int(place)].call
  }

  /// Forgets all heaps.
  mutating func removeAll() {
    free = -1
    used = 0
  }

  private mutating func take(_ call: PatientCall) -> Int32 {
    var place = free
    if place >= 0 {
      free = nodes[Int(place)].child
    } else {
      if used == nodes.count { nodes.grow(by: LaterCall()) }
      place = Int32(truncatingIfNeeded: used)
      used &+= 1
    }
    nodes[Int(place)].call = call
    nodes[Int(place)].child = -1
    nodes[Int(place)].sibling = -1
    return place
  }

  /// Makes the later one the first child of the other, which is the root of both.
  private mutating func meld(_ one: Int32, _ other: Int32) -> Int32 {
    let isFirst = nodes[Int(one)].call.precedes(nodes[Int(other)].call)
    let (root, child) = isFirst ? (one, other) : (other, one)
    nodes[Int(child)].sibling = nodes[Int(root)].child
    nodes[Int(root)].child = child
    return root
  }

  /// Makes one heap of a row of siblings: of two at a time from the front, and then of those from the back.
  private mutating func pairUp(_ first: Int32) -> Int32 {
    var pairs: Int32 = -1
    var next = first
    while next >= 0 {
      let (one, other) = (next, nodes[Int(next)].sibling)
      next = other >= 0 ? nodes[Int(other)].sibling : -1
      let pair = other >= 0 ? meld(one, other) : one
      nodes[Int(pair)].sibling = pairs
      pairs = pair
    }
    guard pairs >= 0 else { return -1 }
    var root = pairs
    var rest = nodes[Int(root)].sibling
    while rest >= 0 {
      let pair = rest
      rest = nodes[Int(pair)].sibling
      root = meld(root, pair)
    }
    nodes[Int(root)].sibling = -1
    return root
  }
}

/// A call with a place in ``LaterCalls``.
struct LaterCall: BitwiseCopyable {
  var call = PatientCall.end
  /// The first child; of a free place, the next free one.
  var child: Int32 = -1
  /// The next child of the same parent.
  var sibling: Int32 = -1
}
