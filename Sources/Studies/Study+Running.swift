internal import Scenarios
internal import SurveyDesign
internal import SurveyStatistics
internal import TelephoneAccess

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
    try await withThrowingTaskGroup(of: Chunk.self) { tasks in
      var next = numbers.lowerBound
      var idle = (0..<max(jobs, 1)).map { _ in Worker(self) }
      var finished: [UInt64: [Replicate]] = [:]
      var handedOver = numbers.lowerBound
      var running = 0
      while true {
        while next < numbers.upperBound, !shouldStop(), finished.count < Self.mostWaitingChunks,
          let worker = idle.popLast()
        {
          let chunk = next..<min(next + Self.chunkSize, numbers.upperBound)
          next = chunk.upperBound
          running += 1
          tasks.addTask { Chunk(worker: worker, numbers: chunk) }
        }
        guard running > 0, let chunk = try await tasks.next() else { return }
        running -= 1
        idle.append(chunk.worker)
        finished[chunk.first] = chunk.replicates
        while let replicates = finished.removeValue(forKey: handedOver) {
          for replicate in replicates { try body(replicate) }
          handedOver += UInt64(replicates.count)
        }
      }
    }
  }

  /// Replications that a worker runs in one go: enough to forget the cost of a task, few enough to stop soon.
  private static var chunkSize: UInt64 { 8 }
  /// Finished chunks that may wait for a slower one before them.
  private static var mostWaitingChunks: Int { 32 }

  /// A worker back from some replications.
  private struct Chunk: Sendable {
    var worker: Worker
    var first: UInt64
    var replicates: [Replicate]

    init(worker: Worker, numbers: Range<UInt64>) {
      self.worker = worker
      first = numbers.lowerBound
      replicates = []
      for number in numbers { replicates.append(self.worker.replicate(number)) }
    }
  }
}
