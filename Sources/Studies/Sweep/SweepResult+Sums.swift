package import Tables

/// The exact sums of a sweep: written down by a part of it, or when it breaks off, and taken back by the run that goes on.
extension SweepResult {
  /// The bytes of `sums.csv`: what is done, and then every study's sums.
  package var sums: [UInt8] {
    var (copy, writer) = (self, SumWriter(SumRow.table))
    for range in done.ranges { writer.write(SumRow(done: range)) }
    copy.visit(&writer) { $0.study = $1 }
    return writer.bytes
  }

  /// Adds the replications of another part.
  ///
  /// Nothing happens if all of them are there.
  ///
  /// - Parameter table: The part's `sums.csv`.
  /// - Throws: ``SumsFault`` for the first thing in it that a part of this run would not have written, and for replications of
  ///   which some are there.
  package mutating func add(_ table: Table) throws(SumsFault) {
    guard table.header.names == SumRow.table.schema.columnNames else {
      throw SumsFault(message: "has other columns than a run writes")
    }
    var others = ReplicationRanges()
    let ranges = table.rows.lazy.map { SumRow($0)?.range }.prefix { $0 != nil }.compactMap(\.self)
    for range in ranges { others.insert(range.lowerBound..<range.upperBound + 1) }
    guard others.count > 0 else {
      throw SumsFault(message: "does not say which replications it sums")
    }
    let found = done.holds(others)
    if found.all { return }
    if found.some { throw SumsFault(message: "holds some of the replications of another folder") }
    var sum = self
    var adder = SumAdder(table.rows[ranges.count...])
    try sum.visit(&adder) { $0.study = $1 }
    try adder.end()
    for range in others.ranges { sum.done.insert(range) }
    self = sum
  }

  private mutating func visit<Visitor: SumVisitor>(
    _ visitor: inout Visitor, beginning begin: (inout Visitor, Int) -> Void
  ) throws(Visitor.Fault) {
    for region in cells[0].regions.indices {
      for cell in cells.indices {
        begin(&visitor, region * cells.count + cell)
        try cells[cell].regions[region].visit(&visitor)
      }
    }
  }
}
