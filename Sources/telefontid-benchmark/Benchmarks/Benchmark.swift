/// One thing whose speed or memory is measured.
struct Benchmark: Sendable {
  /// What `--only` calls it.
  let name: String
  /// One line for `--list`.
  let summary: String
  /// Does all runs and takes down what they gave.
  let measure: @Sendable (Laboratory, inout Notebook) async throws -> Void

  /// Every benchmark, in the order of the table.
  static let all: [Benchmark] = [
    practiceModel, queue, longQueues, samplers, parts, replications, growth, reading, statistics, memory,
  ]
}
