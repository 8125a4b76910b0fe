/// A fixed number of plain values in one block of memory: what the event loop reads and writes.
///
/// A write to an array first asks whether its storage is shared, and whether the place exists. In the loop that was
/// a fifth of the time. A slab is never shared, because it cannot be copied; whether a place exists is asked only where
/// the module is not optimised, as `Package.swift` has it neither for users nor for tests. This is the module's only unsafe code.
struct Slab<Element: BitwiseCopyable>: ~Copyable {
  /// How many values there are.
  private(set) var count: Int
  private var base: UnsafeMutablePointer<Element>

  /// Creates a slab of equal values.
  init(repeating value: Element, count: Int) {
    self.count = count
    unsafe base = .allocate(capacity: max(count, 1))
    unsafe base.initialize(repeating: value, count: count)
  }

  /// Creates a slab of the values of an array.
  init(_ values: [Element]) {
    count = values.count
    unsafe base = .allocate(capacity: max(count, 1))
    unsafe base.initialize(from: values, count: count)
  }

  deinit { unsafe base.deallocate() }

  /// The value in a place, from 0 to below ``count``.
  subscript(place: Int) -> Element {
    @inline(__always)
    _read {
      assert(0 <= place && place < count, "no such place")
      yield base[place]
    }
    @inline(__always)
    _modify {
      assert(0 <= place && place < count, "no such place")
      yield &base[place]
    }
  }

  /// Makes room: a slab of at least twice the size with the same values, and others behind them.
  ///
  /// O(count).
  @inline(never)
  mutating func grow(by value: Element) {
    let larger = max(2 * count, 64)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.initialize(from: base, count: count)
    unsafe (moved + count).initialize(repeating: value, count: larger - count)
    unsafe base.deallocate()
    unsafe base = moved
    count = larger
  }

  /// All values, in order.
  var elements: [Element] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }
}

extension Slab where Element: PerPractice {
  /// What is kept for a practice.
  ///
  /// It reads the memory itself: by way of the place's number, a debug build would allocate for every access.
  subscript(practice: PracticePlace) -> Element {
    @inline(__always)
    _read {
      assert(0 <= practice.index && practice.index < count, "no such practice")
      yield base[practice.index]
    }
    @inline(__always)
    _modify {
      assert(0 <= practice.index && practice.index < count, "no such practice")
      yield &base[practice.index]
    }
  }
}
