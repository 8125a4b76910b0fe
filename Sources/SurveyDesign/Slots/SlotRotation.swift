/// Which slots go together: one set of slots per practice, before it is said who gets which.
///
/// With s slots, k per practice and n practices, every one of the C(s, k) sets is used equally often as long as n allows, so
/// that all pairs of slots meet equally often: 2 of 8 over 420 practices is 15 times each of 28 pairs. The rest,
/// n modulo C(s, k), is filled with different sets, chosen so that slots and then pairs stay even: built up one by one, then
/// improved by exchanging a set for one outside as long as that helps. Filling more than half is done by
/// choosing what to leave out. Where C(s, k) is too large to list, sets are built slot by slot instead, each from
/// the slots used least so far, and among those from the ones that have met least.
struct SlotRotation {
  /// One set of slots for each practice, each set ascending.
  let sets: [[Int]]

  /// Every set is listed only up to so many sets.
  private static let mostListed = 500

  init(practices: Int, slots: Int, perPractice: Int) {
    if perPractice == 1 {
      sets = (0..<practices).map { [$0 % slots] }
      return
    }
    if perPractice == slots {
      sets = [[Int]](repeating: Array(0..<slots), count: practices)
      return
    }
    var sets: [[Int]] = []
    var rest = practices
    if let number = Self.numberOfSets(of: perPractice, from: slots, atMost: max(practices, Self.mostListed)) {
      let all = Self.allSets(of: perPractice, from: slots)
      for _ in 0..<(practices / number) { sets += all }
      rest = practices % number
      if number <= Self.mostListed {
        sets += Self.even(rest, of: all, slots: slots)
        rest = 0
      }
    }
    var meetings = SlotMeetings(slots: slots)
    for _ in 0..<rest {
      let set = meetings.leastUsed(perPractice)
      meetings.add(set)
      sets.append(set)
    }
    self.sets = sets
  }

  /// The binomial coefficient, or `nil` above a limit.
  private static func numberOfSets(of size: Int, from slots: Int, atMost limit: Int) -> Int? {
    let small = min(size, slots - size)
    var number = 1
    for step in 0..<small {
      let (product, overflow) = number.multipliedReportingOverflow(by: slots - step)
      guard !overflow else { return nil }
      number = product / (step + 1)
      // It only grows, since `small` is at most half of the slots.
      if number > limit { return nil }
    }
    return number
  }

  /// Every set of a size, in lexicographic order.
  private static func allSets(of size: Int, from slots: Int) -> [[Int]] {
    var result: [[Int]] = []
    var current = Array(0..<size)
    while true {
      result.append(current)
      guard let place = (0..<size).last(where: { current[$0] < slots - size + $0 }) else { return result }
      current[place] += 1
      for later in (place + 1)..<max(size, place + 1) { current[later] = current[later - 1] + 1 }
    }
  }

  /// So many different sets out of all, chosen evenly.
  private static func even(_ count: Int, of all: [[Int]], slots: Int) -> [[Int]] {
    let isListingOut = count > all.count / 2
    var isChosen = [Bool](repeating: false, count: all.count)
    var meetings = SlotMeetings(slots: slots)
    for _ in 0..<(isListingOut ? all.count - count : count) {
      let free = all.indices.filter { !isChosen[$0] }
      guard let best = free.min(by: { meetings.costOfAdding(all[$0]) < meetings.costOfAdding(all[$1]) })
      else { break }
      isChosen[best] = true
      meetings.add(all[best])
    }
    improve(&isChosen, of: all, &meetings)
    return all.indices.filter { isChosen[$0] != isListingOut }.map { all[$0] }
  }

  /// Exchanges a chosen set for one outside as long as slots or pairs become more even.
  private static func improve(_ isChosen: inout [Bool], of all: [[Int]], _ meetings: inout SlotMeetings) {
    var hasImproved = true
    while hasImproved {
      hasImproved = false
      for inside in all.indices where isChosen[inside] {
        meetings.remove(all[inside])
        let free = all.indices.filter { !isChosen[$0] }
        let best = free.min { meetings.costOfAdding(all[$0]) < meetings.costOfAdding(all[$1]) }
        if let best, meetings.costOfAdding(all[best]) < meetings.costOfAdding(all[inside]) {
          isChosen[inside] = false
          isChosen[best] = true
          meetings.add(all[best])
          hasImproved = true
        } else {
          meetings.add(all[inside])
        }
      }
    }
  }
}

/// How often each slot has been used and each pair of slots has met in one practice.
struct SlotMeetings {
  private let slots: Int
  private var uses: [Int]
  private var pairs: [Int]

  /// An uneven slot is worse than any number of uneven pairs of one set.
  private static let weightOfSlots = 1_000_000

  init(slots: Int) {
    self.slots = slots
    uses = [Int](repeating: 0, count: slots)
    pairs = [Int](repeating: 0, count: slots * slots)
  }

  mutating func add(_ set: [Int]) { change(set, by: 1) }

  mutating func remove(_ set: [Int]) { change(set, by: -1) }

  /// How much less even a further set would make things: half the growth of the sums of squares, but for a constant.
  func costOfAdding(_ set: [Int]) -> Int {
    var cost = 0
    for (place, slot) in set.enumerated() {
      cost += uses[slot] * Self.weightOfSlots
      for other in set[..<place] { cost += pairs[slot * slots + other] }
    }
    return cost
  }

  /// A set of the slots used least, and among those of the ones that have met least.
  func leastUsed(_ size: Int) -> [Int] {
    var set: [Int] = []
    for _ in 0..<size {
      let free = (0..<slots).filter { !set.contains($0) }
      let next = free.min { first, second in
        (uses[first], meetings(of: first, with: set)) < (uses[second], meetings(of: second, with: set))
      }
      if let next { set.append(next) }
    }
    return set.sorted()
  }

  private func meetings(of slot: Int, with set: [Int]) -> Int {
    set.reduce(0) { $0 + pairs[slot * slots + $1] }
  }

  private mutating func change(_ set: [Int], by step: Int) {
    for (place, slot) in set.enumerated() {
      uses[slot] += step
      for other in set[..<place] {
        pairs[slot * slots + other] += step
        pairs[other * slots + slot] += step
      }
    }
  }
}
