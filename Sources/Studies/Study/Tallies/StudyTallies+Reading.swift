internal import SurveyStatistics
package import Tables
internal import TelephoneAccess

/// A `tallies.csv` that no run of this program wrote.
package struct StudyTalliesFault: Error, Hashable, Sendable {
  /// What is wrong, without a final full stop.
  package var message: String
}

extension RegionalResult {
  /// The result that a `tallies.csv` holds.
  ///
  /// - Throws: ``StudyTalliesFault`` for the first thing in it that a run of ours would not have written.
  package init(tallies table: Table) throws {
    let columns = StudyTallies.schema(regions: 1).columnNames
    guard table.header.names != columns else {
      self.init([try StudyTallies.Reading(table.rows).result()])
      return
    }
    guard table.header.names == StudyTallies.schema(regions: 2).columnNames else {
      throw StudyTalliesFault(message: "has other columns than \(columns.joined(separator: ", "))")
    }
    var regions: [StudyResult] = []
    var rows = table.rows[...]
    while let first = rows.first {
      guard Int(first[first.count - 1]) == regions.count else {
        throw StudyTalliesFault(message: "has no rows of region \(regions.count) where they belong")
      }
      let own = rows.prefix { $0[$0.count - 1] == first[first.count - 1] }
      rows = rows[own.endIndex...]
      regions.append(try StudyTallies.Reading(own).result())
      guard regions[regions.count - 1].outline == regions[0].outline else {
        throw StudyTalliesFault(message: "has other rows in region \(regions.count - 1) than in the first")
      }
      guard regions[regions.count - 1].replications == regions[0].replications else {
        throw StudyTalliesFault(
          message: "has other replications in region \(regions.count - 1) than in the first")
      }
    }
    guard !regions.isEmpty else { throw StudyTalliesFault(message: "has no rows") }
    self.init(regions)
  }
}

extension StudyTallies {
  /// The rows of a file, by what they hold.
  fileprivate struct Reading {
    private struct Key: Hashable {
      var quantity: String
      var definition, by, group: String
    }

    private struct Row {
      var lower, upper: Double?
      var count: Int?
      var sum, sumOfSquares: Int128?
    }

    private var rows: [Key: [Row]] = [:]
    private var outline = StudyOutline(definitions: [], groups: [], estimated: 0, slots: [])

    init(_ own: some Sequence<[String]>) {
      for fields in own {
        let key = Key(quantity: fields[0], definition: fields[1], by: fields[2], group: fields[3])
        note(key)
        rows[key, default: []].append(
          Row(
            lower: Self.number(fields[4]), upper: Self.number(fields[5]), count: Int(fields[6]),
            sum: Int128(fields[7]), sumOfSquares: Int128(fields[8])))
      }
      for place in 0..<outline.estimated {
        let group = outline.groups[place]
        let key = Key(quantity: Quantity.target.rawValue, definition: "", by: group.by, group: group.label)
        outline.groups[place].target = rows[key]?.first?.lower
      }
    }

    private static func number(_ text: String) -> Double? { parsedNumber(Array(text.utf8).span) }

    /// Takes the outline from the order in which rows come.
    private mutating func note(_ key: Key) {
      switch Quantity(rawValue: key.quantity) {
      case .truth:
        if outline.definitions.last != key.definition { outline.definitions.append(key.definition) }
        if outline.definitions.count == 1 {
          outline.groups.append(.init(by: key.by, label: key.group, target: nil))
        }
      case .estimate:
        if outline.definitions.count == 1 { outline.estimated += 1 }
      case .reachedBy:
        if outline.definitions.count == 1, let by = ReachingStep.By(rawValue: key.by) {
          outline.steps.append(ReachingStep(by: by, label: key.group))
        }
      case nil:
        if key.quantity == trafficPrefix + trafficCounts[0].name, key.group != TrafficSummary.outside {
          outline.slots.append(key.group)
        }
        if key.quantity.hasPrefix(professionalsPrefix) { outline.hasProfessionals = true }
      case .replications, .practiceDays, .interviewerHours, .daysUsed, .target, .openTruth, .protocolEffect,
        .probes, .openProbes, .probeWaitAnswered, .probeWaitCensored, .difference, .width, .meets, .undecided,
        .fails, .interval, .late,
        .notAttempted:
        break
      }
    }

    func result() throws -> StudyResult {
      guard outline.estimated <= outline.groups.count else {
        throw StudyTalliesFault(message: "has estimates of groups whose truth it does not have")
      }
      var result = StudyResult(outline)
      result.replications = try count(.replications)
      result.traffic.practiceDays = try count(.practiceDays)
      result.diagnosis.interviewerHours = try moments(.interviewerHours)
      result.diagnosis.daysUsed = try moments(.daysUsed)
      try read(&result.traffic, prefix: "")
      if var professionals = result.professionals {
        professionals.practiceDays = result.traffic.practiceDays
        try read(&professionals, prefix: professionalsPrefix)
        result.professionals = professionals
      }
      for (place, group) in outline.groups.enumerated() where place < outline.estimated {
        result.diagnosis.timeliness[place] = .init(
          late: try moments(.late, "", group), notAttempted: try moments(.notAttempted, "", group))
        result.probeWaits[place] = try probeWaits(group)
      }
      var truth = result.truth.cells
      for (number, definition) in outline.definitions.enumerated() {
        for (place, group) in outline.groups.enumerated() {
          truth[number][place] = try truthCell(definition, group)
          if place < outline.estimated {
            result.diagnosis.cells[number][place] = try cell(definition, group)
          }
        }
      }
      for (number, definition) in outline.definitions.enumerated() {
        for (place, step) in outline.steps.enumerated() {
          let key = Key(
            quantity: Quantity.reachedBy.rawValue, definition: definition, by: step.by.rawValue,
            group: step.label)
          result.diagnosis.reachedBy[number][place] = try moments(key)
        }
      }
      result.truth = TruthTally(cells: truth)
      return result
    }

    /// Reads what became of one kind of callers, how long they waited, and how replications differ.
    private func read(_ traffic: inout TrafficSummary, prefix: String) throws {
      let labels = outline.slots + [TrafficSummary.outside]
      for (place, label) in labels.enumerated() {
        for (name, path) in trafficCounts {
          traffic.counts[place][keyPath: path] = try count(
            key(prefix + trafficPrefix + name, ofTraffic: label))
        }
        for (name, path) in waitCounts {
          traffic.waits[place][keyPath: path] = try bins(key(prefix + name, ofTraffic: label))
        }
        let (counts, waits) = (traffic.counts[place], traffic.waits[place])
        guard waits.answered.reduce(0, +) == counts.answered, waits.abandoned.reduce(0, +) == counts.abandoned
        else { throw StudyTalliesFault(message: "has other waits than calls of \(label)") }
      }
      for (place, label) in (labels + ["all"]).enumerated() {
        traffic.spreads[place] = try spread(of: label, prefix)
      }
    }

    /// The counts of the bins that have a row.
    private func bins(_ key: Key) throws -> [Int] {
      var bins = [Int](repeating: 0, count: WaitBins.count)
      for row in rows[key] ?? [] {
        guard let bin = Self.bin(row), let count = row.count, count > 0, count <= Self.most else {
          throw Self.fault(key)
        }
        bins[bin] = count
      }
      return bins
    }

    /// How long a group's probes waited.
    private func probeWaits(_ group: StudyOutline.Group) throws -> ProbeWaits {
      var waits = ProbeWaits()
      waits.waits.answered = try bins(key(.probeWaitAnswered, "", group))
      waits.waits.abandoned = try bins(key(.probeWaitCensored, "", group))
      for (place, quantile) in TrafficQuantile.allCases.enumerated() {
        waits.quantiles[place] = try moments(
          Key(quantity: probePrefix + quantile.rawValue, definition: "", by: group.by, group: group.label))
      }
      return waits
    }

    /// How replications differ in one stretch of the day.
    private func spread(of label: String, _ prefix: String) throws -> TrafficSpread {
      var spread = TrafficSpread()
      spread.replications = try count(.replications)
      for (place, base) in TrafficBase.allCases.enumerated() {
        let key = key(prefix + basePrefix + base.rawValue, ofTraffic: label)
        spread.baseSquares[place] = try whole(rows[key]?.first?.sumOfSquares, of: key)
      }
      for (place, figure) in TrafficFigure.all.enumerated() {
        let key = key(prefix + spreadPrefix + figure.name, ofTraffic: label)
        spread.products[place] = try whole(rows[key]?.first?.sum, of: key)
        spread.squares[place] = try whole(rows[key]?.first?.sumOfSquares, of: key)
      }
      for (place, quantile) in TrafficQuantile.allCases.enumerated() {
        spread.quantiles[place] = try moments(
          key(prefix + spreadPrefix + quantile.rawValue, ofTraffic: label))
      }
      return spread
    }

    private func key(_ quantity: String, ofTraffic label: String) -> Key {
      Key(quantity: quantity, definition: "", by: "slot", group: label)
    }

    private func whole(_ sum: Int128?, of key: Key) throws -> Int128 {
      guard let sum, (0...Self.mostSquared).contains(sum) else { throw Self.fault(key) }
      return sum
    }

    /// The bin that a row's bounds are those of.
    private static func bin(_ row: Row) -> Int? {
      guard let lower = row.lower else { return nil }
      let upper = row.upper.map { $0 * 1000 }
      return (0..<WaitBins.count).first {
        Double(WaitBins.lower(of: $0)) == lower * 1000 && WaitBins.upper(of: $0).map(Double.init) == upper
      }
    }

    private func truthCell(_ definition: String, _ group: StudyOutline.Group) throws -> TruthTally.Cell {
      TruthTally.Cell(
        rates: try moments(.truth, definition, group), openRates: try moments(.openTruth, definition, group),
        protocolEffects: try moments(.protocolEffect, definition, group),
        probes: try count(.probes, definition, group), openProbes: try count(.openProbes, definition, group))
    }

    private func cell(_ definition: String, _ group: StudyOutline.Group) throws -> Diagnosis.Cell {
      var cell = Diagnosis.Cell(
        estimates: try moments(.estimate, definition, group),
        differences: try moments(.difference, definition, group),
        widths: try moments(.width, definition, group))
      for (quantity, verdict) in verdictQuantities {
        let count = try count(quantity, definition, group)
        if count > 0 { cell.verdicts[verdict] = count }
      }
      for row in rows[key(.interval, definition, group)] ?? [] {
        guard let lower = row.lower, let upper = row.upper, let count = row.count, count > 0,
          count <= Self.most
        else { throw StudyTalliesFault(message: "has an interval without bounds or count") }
        cell.intervals[ConfidenceInterval(lower: lower, upper: upper)] = count
      }
      return cell
    }

    private func key(_ quantity: Quantity, _ definition: String, _ group: StudyOutline.Group?) -> Key {
      Key(
        quantity: quantity.rawValue, definition: definition, by: group?.by ?? "", group: group?.label ?? "")
    }

    private func moments(
      _ quantity: Quantity, _ definition: String = "", _ group: StudyOutline.Group? = nil
    ) throws -> RunningMoments {
      try moments(key(quantity, definition, group))
    }

    private func moments(_ key: Key) throws -> RunningMoments {
      guard let row = rows[key]?.first, let count = row.count, let sum = row.sum,
        let squares = row.sumOfSquares,
        let moments = RunningMoments(count: count, sum: sum, sumOfSquares: squares)
      else { throw Self.fault(key) }
      return moments
    }

    private func count(
      _ quantity: Quantity, _ definition: String = "", _ group: StudyOutline.Group? = nil
    ) throws -> Int {
      try count(key(quantity, definition, group))
    }

    private func count(_ key: Key) throws -> Int {
      guard let count = rows[key]?.first?.count, (0...Self.most).contains(count) else {
        throw Self.fault(key)
      }
      return count
    }

    /// So many of these can be added up over slots and folders without leaving 64 bits.
    private static let most = 1 << 52
    /// Of sums of squares, so many can be added up without leaving 128 bits.
    private static let mostSquared = Int128(1) << 112

    private static func fault(_ key: Key) -> StudyTalliesFault {
      let place = [key.definition, key.by, key.group].filter { !$0.isEmpty }.joined(separator: ", ")
      return StudyTalliesFault(
        message: "has no sound row for \(key.quantity)" + (place.isEmpty ? "" : " of \(place)"))
    }
  }
}
