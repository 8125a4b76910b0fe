internal import SurveyStatistics
package import Tables
internal import TelephoneAccess

extension RegionalResult {
  /// The result that a `tallies.csv` holds.
  ///
  /// - Throws: ``SumsFault`` for the first thing in it that a run of ours would not have written.
  package init(tallies table: Table) throws(SumsFault) {
    let columns = StudyTallies.table(regions: 1).schema.columnNames
    guard table.header.names != columns else {
      self.init([try Self.region(table.rows)])
      return
    }
    guard table.header.names == StudyTallies.table(regions: 2).schema.columnNames else {
      throw SumsFault(message: "has other columns than \(columns.joined(separator: ", "))")
    }
    var regions: [StudyResult] = []
    var rows = table.rows[...]
    while let first = rows.first {
      guard Int(first[first.count - 1]) == regions.count else {
        throw SumsFault(message: "has no rows of region \(regions.count) where they belong")
      }
      let own = rows.prefix { $0[$0.count - 1] == first[first.count - 1] }
      rows = rows[own.endIndex...]
      regions.append(try Self.region(own))
      guard regions[regions.count - 1].outline == regions[0].outline else {
        throw SumsFault(message: "has other rows in region \(regions.count - 1) than in the first")
      }
      guard regions[regions.count - 1].replications == regions[0].replications else {
        throw SumsFault(
          message: "has other replications in region \(regions.count - 1) than in the first")
      }
    }
    guard !regions.isEmpty else { throw SumsFault(message: "has no rows") }
    self.init(regions)
  }

  private static func region(_ rows: some Sequence<[String]>) throws(SumsFault) -> StudyResult {
    var reader = TallyReader(rows)
    return try reader.result()
  }
}

/// Takes the sums of a study from the rows of a file, by what they hold.
private struct TallyReader: StudySumVisitor {
  private var rows: [SumName: [SumRow]] = [:]
  private var outline = StudyOutline(definitions: [], groups: [], estimated: 0, slots: [])

  init(_ own: some Sequence<[String]>) {
    for fields in own {
      let row = SumRow(tally: fields)
      note(row.name)
      rows[row.name, default: []].append(row)
    }
    for place in 0..<outline.estimated {
      outline.groups[place].target =
        rows[SumName(.target, "", outline.groups[place].named)]?.first?.lower
    }
  }

  /// Takes the outline from the order in which rows come.
  private mutating func note(_ name: SumName) {
    switch StudyTallies.Quantity(rawValue: name.quantity) {
    case .truth:
      if outline.definitions.last != name.definition { outline.definitions.append(name.definition) }
      if outline.definitions.count == 1 {
        outline.groups.append(.init(by: name.by, label: name.group, target: nil))
      }
    case .estimate:
      if outline.definitions.count == 1 { outline.estimated += 1 }
    case .reachedBy:
      if outline.definitions.count == 1, let by = ReachingStep.By(rawValue: name.by) {
        outline.steps.append(ReachingStep(by: by, label: name.group))
      }
    case nil:
      if name.quantity == StudyTallies.trafficPrefix + StudyTallies.trafficCounts[0].name,
        name.group != TrafficSummary.outside
      {
        outline.slots.append(name.group)
      }
      if name.quantity.hasPrefix(StudyTallies.professionalsPrefix) { outline.hasProfessionals = true }
    case .replications, .practiceDays, .interviewerHours, .daysUsed, .target, .openTruth, .protocolEffect,
      .probes, .openProbes, .probeWaitAnswered, .probeWaitCensored, .difference, .width, .meets, .undecided,
      .fails, .interval, .late,
      .notAttempted:
      break
    }
  }

  mutating func result() throws(SumsFault) -> StudyResult {
    guard outline.estimated <= outline.groups.count else {
      throw SumsFault(message: "has estimates of groups whose truth it does not have")
    }
    var result = StudyResult(outline)
    try result.visit(&self)
    try result.traffic.complete(result.replications)
    result.professionals?.practiceDays = result.traffic.practiceDays
    try result.professionals?.complete(result.replications)
    return result
  }

  mutating func visit(_ moments: inout RunningMoments, _ name: SumName) throws(SumsFault) {
    guard let row = rows[name]?.first, let count = row.count, let sum = row.sum,
      let squares = row.sumOfSquares,
      let found = RunningMoments(count: count, sum: sum, sumOfSquares: squares)
    else { throw .unsound(name) }
    moments = found
  }

  mutating func visit(_ count: inout Int, _ name: SumName) throws(SumsFault) {
    guard let found = rows[name]?.first?.count, (0...SumsFault.most).contains(found) else {
      throw .unsound(name)
    }
    count = found
  }

  mutating func visit(bins: inout [Int], _ name: SumName) throws(SumsFault) {
    for row in rows[name] ?? [] {
      guard let bin = row.bin, let count = row.countOfSome else { throw .unsound(name) }
      bins[bin] = count
    }
  }

  mutating func visit(intervals: inout [ConfidenceInterval: Int], _ name: SumName) throws(SumsFault) {
    for row in rows[name] ?? [] {
      guard let lower = row.lower, let upper = row.upper, let count = row.countOfSome else {
        throw SumsFault(message: "has an interval without bounds or count")
      }
      intervals[ConfidenceInterval(lower: lower, upper: upper)] = count
    }
  }

  mutating func visit(
    squares: inout Int128, products: inout Int128?, _ name: SumName
  ) throws(SumsFault) {
    let row = rows[name]?.first
    squares = try Self.whole(row?.sumOfSquares, of: name)
    if products != nil { products = try Self.whole(row?.sum, of: name) }
  }

  /// Targets came with the outline.
  mutating func visit(target: Double?, _ name: SumName) {}

  private static func whole(_ sum: Int128?, of name: SumName) throws(SumsFault) -> Int128 {
    // So many can be added up without leaving 128 bits.
    guard let sum, (0...Int128(1) << 112).contains(sum) else { throw .unsound(name) }
    return sum
  }
}

extension TrafficSummary {
  /// Says how many replications were read.
  ///
  /// - Throws: If not every call that was answered or lost has its wait.
  fileprivate mutating func complete(_ replications: Int) throws(SumsFault) {
    for place in spreads.indices { spreads[place].replications = replications }
    for (place, label) in (labels + [Self.outside]).enumerated() {
      guard waits[place].answered.reduce(0, +) == counts[place].answered,
        waits[place].abandoned.reduce(0, +) == counts[place].abandoned
      else { throw SumsFault(message: "has other waits than calls of \(label)") }
    }
  }
}

extension SumRow {
  /// A row of `tallies.csv`.
  fileprivate init(tally fields: [String]) {
    self.init(
      study: 0, name: SumName(fields[0], fields[1], StudyGroup(by: fields[2], label: fields[3])),
      lower: parsedNumber(Array(fields[4].utf8).span), upper: parsedNumber(Array(fields[5].utf8).span),
      count: Int(fields[6]), sum: Int128(fields[7]), sumOfSquares: Int128(fields[8]))
  }

  /// How many, if there are any.
  fileprivate var countOfSome: Int? { count.flatMap { (1...SumsFault.most).contains($0) ? $0 : nil } }

  /// The bin whose bounds the row has.
  fileprivate var bin: Int? {
    guard let lower else { return nil }
    let upper = upper.map { $0 * 1000 }
    return (0..<WaitBins.count).first {
      Double(WaitBins.lower(of: $0)) == lower * 1000 && WaitBins.upper(of: $0).map(Double.init) == upper
    }
  }
}
