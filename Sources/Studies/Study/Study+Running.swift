/// Running many replications on many cores, handed over in order.
extension Study {
  /// Runs replications and hands each over in the order of its number, whatever order they finish in.
  ///
  /// Nothing but the numbers decides what a replicate is, so any number of jobs gives the same. At most a few chunks per
  /// job are held at a time.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run.
  ///   - jobs: Replications that run at the same time, 1 or more.
  ///   - shouldStop: Asked between chunks; once it says yes, no further chunk begins and those begun are handed over.
  ///   - body: Takes a replicate; what it throws ends the run.
  public func run(
    _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool = { false },
    each body: (Replicate) throws -> Void
  ) async throws {
    try await run(numbers, jobs: jobs, until: shouldStop, reducing: { $0 }, each: body)
  }

  /// Runs replications, reduces each to what is needed of it where it was run, and hands that over in order.
  ///
  /// What is left of a replicate is small, so that little waits in memory, and the reducing is shared out too.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run.
  ///   - jobs: Replications that run at the same time, 1 or more.
  ///   - shouldStop: Asked between chunks; once it says yes, no further chunk begins and those begun are handed over.
  ///   - reduce: Makes of a replicate what is handed over.
  ///   - body: Takes what was made; what it throws ends the run.
  public func run<Reduced: Sendable>(
    _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool = { false },
    reducing reduce: @escaping @Sendable (Replicate) -> Reduced, each body: (Reduced) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Chunk<Reduced>.self) { tasks in
      var next = numbers.lowerBound
      // As many workers as there are chunks are enough.
      let chunks = (numbers.count + Int(Self.chunkSize) - 1) / Int(Self.chunkSize)
      var idle = (0..<min(max(jobs, 1), chunks)).map { _ in Worker(self) }
      var finished: [UInt64: [Reduced]] = [:]
      var handedOver = numbers.lowerBound
      var running = 0
      while true {
        while next < numbers.upperBound, !shouldStop(), finished.count < Self.mostWaitingChunks,
          let worker = idle.popLast()
        {
          let chunk = next..<min(next + Self.chunkSize, numbers.upperBound)
          next = chunk.upperBound
          running += 1
          tasks.addTask { Chunk(worker: worker, numbers: chunk, reduce) }
        }
        // Only now, so that no worker waits while results are handed over.
        while let results = finished.removeValue(forKey: handedOver) {
          for result in results { try body(result) }
          handedOver += UInt64(results.count)
        }
        guard running > 0, let chunk = try await tasks.next() else { return }
        running -= 1
        idle.append(chunk.worker)
        finished[chunk.first] = chunk.results
      }
    }
  }

  /// Replications that a worker runs in one go: enough to forget the cost of a task, few enough to stop soon.
  private static var chunkSize: UInt64 { 8 }
  /// Finished chunks that may wait for a slower one before them.
  private static var mostWaitingChunks: Int { 32 }

  /// A worker back from some replications.
  private struct Chunk<Reduced: Sendable>: Sendable {
    var worker: Worker
    var first: UInt64
    var results: [Reduced]

    init(worker: Worker, numbers: Range<UInt64>, _ reduce: (Replicate) -> Reduced) {
      self.worker = worker
      first = numbers.lowerBound
      results = []
      for number in numbers { results.append(reduce(self.worker.replicate(number))) }
    }
  }
}
