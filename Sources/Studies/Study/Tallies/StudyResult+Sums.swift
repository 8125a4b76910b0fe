internal import SurveyStatistics
internal import Tables
internal import TelephoneAccess

/// Something that also visits the sums that only a study by itself keeps: how long callers waited, which intervals came out, and
/// what the errors in `traffic.csv` come from.
protocol StudySumVisitor: SumVisitor {
  /// Comes to how many waits there are in each of ``WaitBins``.
  mutating func visit(bins: inout [Int], _ name: SumName) throws(Fault)
  /// Comes to how often each interval came out.
  mutating func visit(intervals: inout [ConfidenceInterval: Int], _ name: SumName) throws(Fault)
  /// Comes to the sum of a count's squares, and where it is divided by another that of its products with it.
  mutating func visit(squares: inout Int128, products: inout Int128?, _ name: SumName) throws(Fault)
  /// Comes to the target of a group.
  mutating func visit(target: Double?, _ name: SumName) throws(Fault)
}

extension StudyResult {
  /// Comes to every sum, in the order of `tallies.csv`.
  mutating func visit<Visitor: StudySumVisitor>(_ visitor: inout Visitor) throws(Visitor.Fault) {
    try visitor.visit(&replications, SumName(.replications))
    try visitor.visit(&traffic.practiceDays, SumName(.practiceDays))
    try visitor.visit(&diagnosis.interviewerHours, SumName(.interviewerHours))
    try visitor.visit(&diagnosis.daysUsed, SumName(.daysUsed))
    try traffic.visit(&visitor)
    try professionals?.visit(&visitor, prefix: StudyTallies.professionalsPrefix)
    for (place, group) in outline.groups.prefix(outline.estimated).enumerated() {
      try visitor.visit(target: group.target, SumName(.target, "", group.named))
      try visitor.visit(&diagnosis.timeliness[place].late, SumName(.late, "", group.named))
      try visitor.visit(&diagnosis.timeliness[place].notAttempted, SumName(.notAttempted, "", group.named))
      try probeWaits[place].visit(&visitor, group.named)
    }
    for (number, definition) in outline.definitions.enumerated() {
      for (place, group) in outline.groups.enumerated() {
        try truth.cells[number][place].visit(&visitor, definition, group.named)
        guard place < outline.estimated else { continue }
        try diagnosis.cells[number][place].visit(&visitor, definition, group.named)
      }
      for (place, step) in outline.steps.enumerated() {
        let step = StudyGroup(by: step.by.rawValue, label: step.label)
        try visitor.visit(&diagnosis.reachedBy[number][place], SumName(.reachedBy, definition, step))
      }
    }
  }
}

// These two are not optimised: in a release build the optimiser (6.3.1) makes code of them that its verifier refuses, because errors
// are of the visitor's type.
extension TrafficSummary {
  /// Comes to what became of calls, how long callers waited, and what the errors of these come from.
  @_optimize(none)
  mutating func visit<Visitor: StudySumVisitor>(
    _ visitor: inout Visitor, prefix: String = ""
  ) throws(Visitor.Fault) {
    try visitCounts(&visitor, prefix: prefix)
    for (place, label) in (labels + [Self.outside]).enumerated() {
      try visitor.visit(bins: &waits[place].answered, SumName(prefix + "wait-answered", slot: label))
      try visitor.visit(bins: &waits[place].abandoned, SumName(prefix + "wait-abandoned", slot: label))
    }
    for (place, label) in (labels + [Self.outside, "all"]).enumerated() {
      try spreads[place].visit(&visitor, prefix: prefix, label)
    }
  }

  /// Comes to what became of calls.
  @_optimize(none)
  mutating func visitCounts<Visitor: SumVisitor>(
    _ visitor: inout Visitor, prefix: String = ""
  ) throws(Visitor.Fault) {
    for (place, label) in (labels + [Self.outside]).enumerated() {
      for (name, path) in StudyTallies.trafficCounts {
        try visitor.visit(
          &counts[place][keyPath: path], SumName(prefix + StudyTallies.trafficPrefix + name, slot: label))
      }
    }
  }
}

extension TrafficSpread {
  fileprivate mutating func visit<Visitor: StudySumVisitor>(
    _ visitor: inout Visitor, prefix: String, _ slot: String
  ) throws(Visitor.Fault) {
    var none: Int128?
    for (place, base) in TrafficBase.allCases.enumerated() {
      try visitor.visit(
        squares: &baseSquares[place], products: &none,
        SumName(prefix + "spread-by-" + base.rawValue, slot: slot))
    }
    for (place, figure) in TrafficFigure.all.enumerated() {
      var sum: Int128? = products[place]
      try visitor.visit(
        squares: &squares[place], products: &sum, SumName(prefix + "spread-" + figure.name, slot: slot))
      products[place] = sum ?? 0
    }
    for (place, quantile) in TrafficQuantile.allCases.enumerated() {
      try visitor.visit(
        &quantiles[place], SumName(prefix + "spread-" + quantile.rawValue, slot: slot))
    }
  }
}

extension ProbeWaits {
  fileprivate mutating func visit<Visitor: StudySumVisitor>(
    _ visitor: inout Visitor, _ group: StudyGroup
  ) throws(Visitor.Fault) {
    try visitor.visit(bins: &waits.answered, SumName(.probeWaitAnswered, "", group))
    try visitor.visit(bins: &waits.abandoned, SumName(.probeWaitCensored, "", group))
    for (place, quantile) in TrafficQuantile.allCases.enumerated() {
      try visitor.visit(&quantiles[place], SumName("probe-" + quantile.rawValue, "", group))
    }
  }
}

extension TruthTally.Cell {
  fileprivate mutating func visit<Visitor: SumVisitor>(
    _ visitor: inout Visitor, _ definition: String, _ group: StudyGroup
  ) throws(Visitor.Fault) {
    try visitor.visit(&rates, SumName(.truth, definition, group))
    try visitor.visit(&openRates, SumName(.openTruth, definition, group))
    try visitor.visit(&protocolEffects, SumName(.protocolEffect, definition, group))
    try visitor.visit(&probes, SumName(.probes, definition, group))
    try visitor.visit(&openProbes, SumName(.openProbes, definition, group))
  }

  /// Comes to what the survey's probes met, without the open ones.
  mutating func visitRate<Visitor: SumVisitor>(
    _ visitor: inout Visitor, _ definition: String, _ group: StudyGroup
  ) throws(Visitor.Fault) {
    try visitor.visit(&rates, SumName(.truth, definition, group))
    try visitor.visit(&probes, SumName(.probes, definition, group))
  }
}

extension Diagnosis.Cell {
  fileprivate mutating func visit<Visitor: StudySumVisitor>(
    _ visitor: inout Visitor, _ definition: String, _ group: StudyGroup
  ) throws(Visitor.Fault) {
    try visitor.visit(&estimates, SumName(.estimate, definition, group))
    try visitor.visit(&differences, SumName(.difference, definition, group))
    try visitor.visit(&widths, SumName(.width, definition, group))
    for (quantity, verdict) in StudyTallies.verdictQuantities {
      var count = verdicts[verdict] ?? 0
      try visitor.visit(&count, SumName(quantity, definition, group))
      verdicts[verdict] = count > 0 ? count : nil
    }
    try visitor.visit(intervals: &intervals, SumName(.interval, definition, group))
  }
}
