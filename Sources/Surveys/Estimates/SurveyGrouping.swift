package import SurveyDesign

/// One way of dividing a survey's calls into groups: by slot, by a column, by several crossed, or not at all.
package struct SurveyGrouping: Sendable {
  /// What the groups are made by, as the `by` column says.
  package var by: String
  /// The groups' names, in the order in which they are shown.
  package var labels: [String]
  /// The group of each call; `nil` when all calls are in one.
  package var groups: [Int32]?
  /// How many practices of the frame each group has; `nil` where groups are made of calls, not of practices.
  package var practices: [Int]?

  /// The group that stands for "no group".
  static let none: Int32 = -1

  /// The group of a call; below zero for none.
  func group(of call: Int) -> Int { groups.map { Int($0[call]) } ?? 0 }

  /// Whether the groups are longer stretches of the day.
  var isPooled: Bool { by == Self.pooled }

  /// Whether no group goes across slots.
  package var isBySlot: Bool {
    Self.columns(of: by).contains(SurveyColumn.slot.rawValue)
  }

  /// The columns of a grouping as ``by`` has it: several where they are crossed.
  package static func columns(of by: String) -> [String] {
    by.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  fileprivate static let separator = ","

  /// What ``by`` says of longer stretches of the day.
  static let pooled = "pooled"

  /// How groups crossed with each other are named.
  package static let crossing = " / "
}

extension SurveyCalls {
  /// All calls together.
  package var allTogether: SurveyGrouping { SurveyGrouping(by: "all", labels: ["all"]) }

  /// The calls in a longer stretch of the day.
  ///
  /// - Throws: `DesignFault` when the stretch holds no slot of the file, or cuts through one.
  package func pooled(_ stretch: Slot) throws -> SurveyGrouping {
    for slot in slots where stretch.overlaps(slot) && !stretch.contains(slot) {
      throw DesignFault("'\(stretch)' cuts through the slot \(slot)")
    }
    let isMember = slots.map { stretch.contains($0) }
    guard isMember.contains(true) else {
      throw DesignFault(
        "'\(stretch)' holds no slot; the slots are \(slots.map(\.label).joined(separator: ", "))")
    }
    return SurveyGrouping(
      by: SurveyGrouping.pooled, label: stretch.label,
      groups: calls.map { isMember[$0.slot] ? 0 : SurveyGrouping.none })
  }

  /// The calls by slot, by a column of the frame or of the file, or by several crossed.
  ///
  /// `slot` is always the slot. A column that both files have is the frame's, which is also found in another spelling or language. Crossed groups are only those that occur;
  /// otherwise every value in the frame has its group, with or without calls.
  /// - Throws: `DesignFault` naming the columns that there are.
  /// - Complexity: O(*c* log *c*) for *c* calls.
  package func grouped(by columns: [String], frame: Frame?) throws -> SurveyGrouping {
    let columns = columns.map { frame?.column(named: $0) ?? $0 }
    let parts = try columns.map { try part($0, frame: frame) }
    guard let first = parts.first else { return allTogether }
    guard parts.count > 1 else { return first }
    return crossed(parts, by: columns)
  }

  private func part(_ column: String, frame: Frame?) throws -> SurveyGrouping {
    if column == SurveyColumn.slot.rawValue {
      return SurveyGrouping(by: column, labels: slots.map(\.label), groups: calls.map(\.key.slot))
    }
    if let groups = frame?.groups(by: column) {
      var groupOfPractice = [Int32](repeating: SurveyGrouping.none, count: practices.count)
      for (place, group) in groups.enumerated() {
        for member in group.members { groupOfPractice[member] = Int32(truncatingIfNeeded: place) }
      }
      return SurveyGrouping(
        by: column, labels: groups.map(\.label), groups: calls.map { groupOfPractice[$0.practice] },
        practices: groups.map(\.members.count))
    }
    if let known = self.columns.first(where: { $0.name == column }) {
      return SurveyGrouping(by: column, labels: known.labels, groups: known.values)
    }
    throw DesignFault("there is no column '\(column)' to group by")
  }

  private func crossed(_ parts: [SurveyGrouping], by columns: [String]) -> SurveyGrouping {
    let keys = calls.indices.map { call in parts.map { Int32(truncatingIfNeeded: $0.group(of: call)) } }
    let order = Array(Set(keys)).sorted { $0.lexicographicallyPrecedes($1) }
    var places: [[Int32]: Int32] = [:]
    for (place, key) in order.enumerated() { places[key] = Int32(truncatingIfNeeded: place) }
    return SurveyGrouping(
      by: columns.joined(separator: SurveyGrouping.separator),
      labels: order.map { key in
        zip(parts, key).map { $0.labels[Int($1)] }.joined(separator: SurveyGrouping.crossing)
      }, groups: keys.map { places[$0] ?? SurveyGrouping.none })
  }
}

extension SurveyGrouping {
  fileprivate init(by: String, label: String, groups: [Int32]) {
    self.init(by: by, labels: [label], groups: groups)
  }
}
