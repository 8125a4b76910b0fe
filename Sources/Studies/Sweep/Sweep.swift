/// Several scenarios surveyed with the same random numbers, so that each can be told from the first.
///
/// Every random draw has an address of seed, replication, practice and purpose. What two cells have in common thus draws the
/// same numbers in both, and most of the chance drops out of the difference within a replication.
public struct Sweep: Sendable {
  /// The scenarios; the first is what the others are compared to.
  public let cells: [Study]

  /// Puts scenarios side by side; they should have the same seed, and there must be at least one.
  public init(_ cells: [Study]) {
    precondition(!cells.isEmpty, "a sweep has at least one cell")
    self.cells = cells
  }

  /// Runs replications of every cell.
  ///
  /// Cells take turns, a block of replications each. Only the first cell's rates of one block are held, so that memory does not grow
  /// with the number of replications. A block in which it was asked to stop is dropped in every cell.
  ///
  /// - Parameters:
  ///   - numbers: The replications to run.
  ///   - jobs: Replications that run at the same time, 1 or more; any number gives the same result.
  ///   - shouldStop: Whether to begin nothing more.
  ///   - advanced: Called after every replication of every cell.
  public func run(
    _ numbers: Range<UInt64>, jobs: Int, until shouldStop: @Sendable () -> Bool = { false },
    advanced: () throws -> Void = {}
  ) async throws -> SweepResult {
    var result = SweepResult(self)
    var first = numbers.lowerBound
    while first < numbers.upperBound, !shouldStop() {
      let block = first..<min(numbers.upperBound, first + Self.blockSize)
      var next = result
      var baseline: [SweepFigures] = []
      for cell in cells.indices {
        var done = 0
        try await cells[cell].run(block, jobs: jobs, until: shouldStop) { replicate in
          let figures = next.cells[cell].add(replicate, comparedTo: cell == 0 ? nil : baseline[done])
          if cell == 0 { baseline.append(figures) }
          done += 1
          try advanced()
        }
        guard done == block.count else { return result }
      }
      next.replications += block.count
      result = next
      first = block.upperBound
    }
    return result
  }

  /// Replications of a cell before the next cell has its turn: many enough for the workers to be worth making.
  private static var blockSize: UInt64 { 128 }
}

/// What the cells of a sweep add up to.
public struct SweepResult: Sendable {
  /// The cells, the first being what the others are compared to.
  public internal(set) var cells: [SweepCell]
  /// Replications of each cell.
  public internal(set) var replications = 0

  /// The result of no replication.
  init(_ sweep: Sweep) {
    cells = sweep.cells.map { SweepCell($0, baseline: sweep.cells[0]) }
  }
}

/// The figures of one replication that are compared between cells.
struct SweepFigures: Sendable {
  /// Probes' share not reached, by definition and by group.
  var rates: [[Double?]]
  /// Calls displaced to the out-of-hours service per 1,000 practice-days, by group.
  var displaced: [Double]
}
