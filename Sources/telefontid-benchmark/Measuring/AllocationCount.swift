import Files
import Foundation
import Reports
import Scenarios
import Studies
import TelephoneAccess
import Terminal

/// Counts how often a process allocates memory, without hooks into the allocator.
///
/// The GNU C library can be told, by its environment, to give every allocation pages of its own and to give them back at
/// once. Writing to such a page for the first time is a page fault, which the system counts. So the page faults of a stretch
/// of work are at least its allocations, and where nothing else touches new memory, they are its allocations.
enum AllocationCount {
  /// What makes the GNU C library ask the system for every allocation: no threshold, no caches, no limit, and no arenas
  /// of threads, which are asked for in one piece.
  static let environment = [
    "GLIBC_TUNABLES":
      "glibc.malloc.mmap_threshold=0:glibc.malloc.tcache_count=0:glibc.malloc.mmap_max=1000000000"
      + ":glibc.malloc.arena_max=1"
  ]

  /// Allocations that one more call of a patient costs, over some days of the whole region.
  ///
  /// The same days are lived through with the scenario's demand and with twice as much, so that what a replication, a day or
  /// a practice sets up falls out: an unoptimised build allocates for it, which is no matter.
  ///
  /// Nil where page faults do not tell allocations: in a process without ``environment``, or with another C library.
  static func perCall(_ days: RegionDays, count: Int) -> Double? {
    guard tellsAllocations else { return nil }
    let few = measure(days, count: count)
    let many = measure(days.withDemand(times: 2), count: count)
    return Double(many.allocations - few.allocations) / Double(many.calls - few.calls)
  }

  private static func measure(_ days: RegionDays, count: Int) -> (allocations: Int, calls: Int) {
    var simulation = days.makeSimulation()
    // Queues and lists reach their full length in the first days; the same days again need no more.
    for day in 0..<count { _ = simulation.conduct(days.plan, seed: days.seed, replication: UInt64(day)) }
    let before = Platform.pageFaults
    var calls = 0
    for day in 0..<count {
      calls += simulation.conduct(days.plan, seed: days.seed, replication: UInt64(day)).calls
    }
    return (Platform.pageFaults - before, calls)
  }

  /// Whether a thousand allocations are a thousand page faults and little more.
  private static var tellsAllocations: Bool {
    let expected = 1000
    let before = Platform.pageFaults
    var bytes = 0
    for size in 1...expected { bytes += allocated(size).count }
    let faults = Platform.pageFaults - before
    return bytes > 0 && (expected...2 * expected).contains(faults)
  }

  /// Never inlined, so that the array is really made.
  @inline(never)
  private static func allocated(_ size: Int) -> [UInt8] { .init(repeating: 1, count: size) }
}
