package import Tables

/// What replications of one or several studies add up to, of which some may have been run elsewhere.
///
/// A part of it, or one that broke off, is written down in `sums.csv` and taken back by the run that goes on; in whatever order and
/// number of parts that is done, the sums are those of one run.
package protocol PartedSums: Sendable {
  /// The replications that are there of every study.
  var done: ReplicationRanges { get set }
  /// Comes to every sum, always in the same order, and says of which study it is.
  mutating func visit<Visitor: PartSumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault)
}

/// A visitor of the sums of several studies, who is told of which one they are.
package protocol PartSumVisitor: SumVisitor {
  /// The study, or the region, whose sums come.
  var study: Int { get set }
}

extension PartedSums {
  /// How many replications are there of every study.
  package var replications: Int { done.count }

  /// The bytes of `sums.csv`: what is done, and then every study's sums.
  package var sums: [UInt8] {
    var writer = SumWriter()
    write(to: &writer, study: 0)
    return writer.bytes
  }

  /// Writes what is done, and then every study's sums.
  ///
  /// - Parameters:
  ///   - writer: Where to.
  ///   - study: The number of the first study, where these sums are some of several that one file holds.
  package func write(to writer: inout SumWriter, study: Int) {
    for range in done.ranges { writer.write(SumRow(done: range, study: study)) }
    var copy = self
    writer.study = study
    copy.visit(&writer)
  }

  /// Adds the replications of another part.
  ///
  /// Nothing happens if all of them are there.
  ///
  /// - Throws: ``SumsFault`` for the first thing in it that a part of this run would not have written, and for replications of
  ///   which some are there.
  package mutating func add(_ section: SumSection) throws(SumsFault) {
    let found = done.holds(section.done)
    if found.all { return }
    if found.some { throw SumsFault(message: "holds some of the replications of another folder") }
    var sum = self
    var adder = SumAdder(section.rows)
    adder.study = section.study
    try sum.visit(&adder)
    try adder.end()
    for range in section.done.ranges { sum.done.insert(range) }
    self = sum
  }

  /// Adds the replications of another part, which are all that its file holds.
  ///
  /// - Parameter table: The part's `sums.csv`.
  package mutating func add(_ table: Table) throws(SumsFault) {
    let sections = try SumSection.sections(of: table)
    guard let first = sections.first, sections.count == 1 else {
      throw SumsFault(message: "has other rows than this run")
    }
    try add(first)
  }
}

/// Some rows of a `sums.csv`: those that sum over the same replications.
package struct SumSection: Sendable {
  /// The number of the first study that they are sums of.
  package private(set) var study: Int
  /// The replications that are summed over.
  package private(set) var done = ReplicationRanges()
  fileprivate private(set) var rows: ArraySlice<[String]> = []

  /// The sections of a file, each of which begins with the replications that are done.
  ///
  /// - Throws: ``SumsFault`` for other columns, and where no replication is done.
  package static func sections(of table: Table) throws(SumsFault) -> [SumSection] {
    guard table.header.names == SumRow.table.schema.columnNames else {
      throw SumsFault(message: "has other columns than a run writes")
    }
    var sections: [SumSection] = []
    var rest = table.rows[...]
    while let first = rest.first {
      guard let study = Int(first[0]) else { throw SumsFault(message: "has other rows than this run") }
      var section = SumSection(study: study)
      while let row = rest.first, let range = SumRow(row)?.range {
        section.done.insert(range.lowerBound..<range.upperBound + 1)
        rest.removeFirst()
      }
      section.rows = rest.prefix { SumRow($0)?.range == nil }
      rest = rest[section.rows.endIndex...]
      sections.append(section)
    }
    guard !sections.isEmpty, sections.allSatisfy({ $0.done.count > 0 }) else {
      throw SumsFault(message: "does not say which replications it sums")
    }
    return sections
  }
}

extension StudyRunner {
  /// Runs those replications that are not there yet of some sums.
  ///
  /// - Parameters:
  ///   - numbers: The replications that are asked for.
  ///   - sums: What is known of these and others, and what they are added to.
  ///   - jobs: Replications that run at the same time, 1 or more; any number gives the same sums.
  ///   - shouldStop: Whether to begin nothing more; replications that are not there of every study then are dropped.
  ///   - reduce: Makes what is added of a replicate of a study, named by its position.
  ///   - add: Adds it; it comes replication by replication, and within one study by study.
  ///   - advanced: Called after every replication of every study.
  package func run<Sums: PartedSums, Reduced: Sendable>(
    _ numbers: Range<UInt64>, into sums: inout Sums, jobs: Int, until shouldStop: @Sendable () -> Bool,
    reducing reduce: @escaping @Sendable (Replicate, Int) -> Reduced,
    adding add: (inout Sums, Reduced, Int) -> Void, advanced: () throws -> Void
  ) async throws {
    for range in sums.done.missing(in: numbers) where !shouldStop() {
      var number = range.lowerBound
      try await run(range, jobs: jobs, until: shouldStop, reducing: reduce) { reduced, study in
        add(&sums, reduced, study)
        if study == studies.count - 1 {
          sums.done.insert(number..<number + 1)
          number += 1
        }
        try advanced()
      }
    }
  }
}
