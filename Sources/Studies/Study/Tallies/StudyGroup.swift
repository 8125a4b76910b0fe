package import SurveyDesign

/// Calls that are looked at together: those of some slots, or of some practices.
package struct StudyGroup: Hashable, Sendable {
  /// What the group is made by: `slot`, `pooled`, `all`, or a column of the frame.
  package var by: String
  /// Its name: a slot, a stretch of the day, a value of the column, or `all`.
  package var label: String
  /// The slots whose calls belong to it, by position; `nil` for all.
  package var slots: [Bool]?
  /// The practices whose calls belong to it, by position; `nil` for all.
  package var practices: [Bool]?

  /// Creates a group.
  package init(by: String, label: String, slots: [Bool]? = nil, practices: [Bool]? = nil) {
    self.by = by
    self.label = label
    self.slots = slots
    self.practices = practices
  }

  /// Whether a call of a practice in a slot belongs to the group.
  package func contains(practice: Int, slot: Int) -> Bool {
    (slots?[slot] ?? true) && (practices?[practice] ?? true)
  }

  /// Every slot, every pooled stretch, and all calls together.
  package static func byTime(slots: SlotGrid, pooled: [SlotGroup]) -> [StudyGroup] {
    func mask(_ members: [Int]) -> [Bool] { slots.slots.indices.map(members.contains) }
    return slots.slots.enumerated().map { StudyGroup(by: "slot", label: $1.label, slots: mask([$0])) }
      + pooled.map { StudyGroup(by: "pooled", label: $0.label, slots: mask($0.members)) }
      + [StudyGroup(by: "all", label: "all")]
  }

  /// A group per value of a column of the frame, in natural order; none for empty values, or if there is no such column.
  ///
  /// - Complexity: O(*g* · *p*) for *g* values and *p* practices.
  package static func by(column: String, of frame: Frame) -> [StudyGroup] {
    (frame.groups(by: column) ?? []).filter { !$0.label.isEmpty }.map { group in
      var practices = [Bool](repeating: false, count: frame.count)
      for member in group.members { practices[member] = true }
      return StudyGroup(by: column, label: group.label, practices: practices)
    }
  }
}
