internal import Scenarios

/// Runs replications of one or several studies on many cores, and hands them over in order.
///
/// Nothing but the numbers decides what a replicate is, so any number of jobs gives the same. Each replicate is reduced to what
/// is needed of it where it was run: little waits in memory, and the reducing is shared out too.
struct StudyRunner: Sendable {
  /// The studies, by position; at least one.
  let studies: [Study]

  /// Runs replications of every study: replication by replication, and within one study by study.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run.
  ///   - jobs: Replications that run at the same time, 1 or more.
  ///   - shouldStop: Asked before work is given out; once it says yes none is, and replications that are not there of every study
  ///     are dropped.
  ///   - reduce: Makes what is handed over of a replicate of a study, named by its position.
  ///   - body: Takes what was made and the study's position; what it throws ends the run.
  func run<Reduced: Sendable>(
    _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool,
    reducing reduce: @escaping @Sendable (Replicate, Int) -> Reduced, each body: (Reduced, Int) throws -> Void
  ) async throws {
    precondition(!studies.isEmpty, "there is something to run")
    try await withThrowingTaskGroup(of: Chunk<Reduced>.self) { tasks in
      var next = (first: numbers.lowerBound, study: 0)
      var crew = Crew()
      var finished: [UInt64: [Chunk<Reduced>]] = [:]
      var handedOver = numbers.lowerBound
      var running = 0
      while true {
        while running < max(jobs, 1), next.first < numbers.upperBound,
          finished.count < Self.mostWaitingBlocks, !shouldStop()
        {
          let block = next.first..<min(next.first + blockSize, numbers.upperBound)
          let (study, worker) = (next.study, crew.take(next.study) ?? Worker(studies[next.study]))
          tasks.addTask { Chunk(worker: worker, study: study, numbers: block, reduce) }
          running += 1
          next = study + 1 < studies.count ? (next.first, study + 1) : (block.upperBound, 0)
        }
        // Only now, so that no worker waits while results are handed over.
        while let chunks = finished[handedOver], chunks.count == studies.count {
          finished[handedOver] = nil
          let inOrder = chunks.sorted { $0.study < $1.study }
          for place in inOrder[0].results.indices {
            for chunk in inOrder { try body(chunk.results[place], chunk.study) }
          }
          handedOver += UInt64(inOrder[0].results.count)
        }
        guard running > 0, let chunk = try await tasks.next() else { return }
        running -= 1
        crew.giveBack(chunk.worker, chunk.study)
        finished[chunk.first, default: []].append(chunk)
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

  /// A worker back from some replications of a study.
  private struct Chunk<Result: Sendable>: Sendable {
    var worker: Worker
    var study: Int
    var first: UInt64
    var results: [Result]

    init(worker: Worker, study: Int, numbers: Range<UInt64>, _ reduce: (Replicate, Int) -> Result) {
      self.worker = worker
      self.study = study
      first = numbers.lowerBound
      results = []
      for number in numbers { results.append(reduce(self.worker.replicate(number), study)) }
    }
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
