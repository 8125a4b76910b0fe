internal import Scenarios
internal import Synchronization

/// Runs replications of one or several studies on many cores, and hands them over in order.
///
/// Nothing but the numbers decides what a replicate is, so any number of jobs gives the same. Each replicate is reduced to what
/// is needed of it where it was run: little waits in memory, and the reducing is shared out too.
package struct StudyRunner: Sendable {
  /// The studies, by position; at least one.
  let studies: [Study]

  /// Creates a runner of some studies, at least one.
  package init(studies: [Study]) {
    precondition(!studies.isEmpty, "there is something to run")
    self.studies = studies
  }

  /// Runs replications of every study: replication by replication, and within one study by study.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run.
  ///   - jobs: Replications that run at the same time, 1 or more.
  ///   - shouldStop: Asked before work is given out; once it says yes none is, and replications that are not there of every study
  ///     are dropped.
  ///   - reduce: Makes what is handed over of a replicate of a study, named by its position.
  ///   - body: Takes what was made and the study's position; what it throws ends the run.
  package func run<Reduced: Sendable>(
    _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool,
    reducing reduce: @escaping @Sendable (Replicate, Int) -> Reduced, each body: (Reduced, Int) throws -> Void
  ) async throws {
    let made = Handover<Reduced>()
    try await share(out: numbers, jobs: jobs, until: shouldStop) { worker, chunk in
      var results: [Reduced] = []
      for number in chunk.numbers { results.append(reduce(worker.replicate(number), chunk.study)) }
      made.results.withLock { $0[chunk] = results }
    } handingOver: { block in
      let inOrder = made.results.withLock { results in
        studies.indices.map { results.removeValue(forKey: Chunk(study: $0, numbers: block)) ?? [] }
      }
      for place in 0..<block.count {
        for (study, results) in inOrder.enumerated() { try body(results[place], study) }
      }
    }
  }

  /// Gives the replications out in chunks, and says of every block of them, in order, when all studies have it.
  ///
  /// It knows nothing of what is made of a replicate, so that it is compiled once and not anew for each.
  private func share(
    out numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool,
    running work: @escaping @Sendable (inout Worker, Chunk) -> Void,
    handingOver handOver: (Range<UInt64>) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Worker, Chunk).self) { tasks in
      var next = (first: numbers.lowerBound, study: 0)
      var crew = Crew()
      var finished: [UInt64: (numbers: Range<UInt64>, studies: Int)] = [:]
      var handedOver = numbers.lowerBound
      var running = 0
      while true {
        while running < max(jobs, 1), next.first < numbers.upperBound,
          finished.count < Self.mostWaitingBlocks, !shouldStop()
        {
          let block = next.first..<min(next.first + blockSize, numbers.upperBound)
          let chunk = Chunk(study: next.study, numbers: block)
          let idle = crew.take(chunk.study) ?? Worker(studies[chunk.study])
          tasks.addTask {
            var worker = idle
            work(&worker, chunk)
            return (worker, chunk)
          }
          running += 1
          next = chunk.study + 1 < studies.count ? (next.first, chunk.study + 1) : (block.upperBound, 0)
        }
        // Only now, so that no worker waits while results are handed over.
        while let block = finished[handedOver], block.studies == studies.count {
          finished[handedOver] = nil
          try handOver(block.numbers)
          handedOver = block.numbers.upperBound
        }
        // Nothing runs where as many blocks as may have waited for the slowest worker: it has come, and there is room again.
        if running == 0, next.first < numbers.upperBound, !shouldStop() { continue }
        guard running > 0, let (worker, chunk) = try await tasks.next() else { return }
        running -= 1
        crew.giveBack(worker, chunk.study)
        finished[chunk.numbers.lowerBound, default: (chunk.numbers, 0)].studies += 1
      }
    }
  }

  /// Replications of a study that a worker runs in one go: enough to forget the cost of a task, few enough to stop soon.
  ///
  /// Where workers are not kept, they are enough for one to be worth making.
  private var blockSize: UInt64 {
    studies.count > Crew.most ? Self.chunk : max(1, Self.chunk / UInt64(studies.count))
  }
  private static var chunk: UInt64 { 8 }
  /// Blocks, some of them finished, that may wait for a slower one before them.
  private static var mostWaitingBlocks: Int { 32 }

  /// Some replications of a study, which a worker runs in one go.
  private struct Chunk: Hashable, Sendable {
    var study: Int
    var numbers: Range<UInt64>
  }

  /// What was made of the replicates of chunks that are not handed over yet.
  private final class Handover<Result: Sendable>: Sendable {
    let results = Mutex<[Chunk: [Result]]>([:])
  }

  /// Workers that wait for the next replications of their study; of very many studies only some are kept.
  private struct Crew {
    private var idle: [Int: [Worker]] = [:]
    private var count = 0
    static var most: Int { 64 }

    mutating func take(_ study: Int) -> Worker? {
      guard let worker = idle[study]?.popLast() else { return nil }
      count -= 1
      return worker
    }

    mutating func giveBack(_ worker: Worker, _ study: Int) {
      guard count < Self.most else { return }
      idle[study, default: []].append(worker)
      count += 1
    }
  }
}
