/// The slots of a survey in the order of the day, none of which overlaps another.
///
/// Slots may differ in width, and there may be hours between them in which no practice is rung.
package struct SlotGrid: Equatable, Sendable {
  /// The slots, at least one, by their first instant.
  package let slots: [Slot]

  /// A grid of these slots, in whatever order they are given.
  ///
  /// - Throws: ``DesignFaults`` when there is no slot, or with each pair that overlaps.
  package init(_ slots: [Slot]) throws {
    guard !slots.isEmpty else {
      throw DesignFaults([DesignFault("there are no slots: at least one is needed")])
    }
    let sorted = slots.sorted()
    var faults: [DesignFault] = []
    for (slot, next) in zip(sorted, sorted.dropFirst()) where slot.overlaps(next) {
      faults.append(DesignFault("slots \(slot) and \(next) overlap"))
    }
    guard faults.isEmpty else { throw DesignFaults(faults) }
    self.slots = sorted
  }

  /// The opening hours cut into slots of `minutes`, by default whole hours; the last one may be shorter.
  ///
  /// - Throws: ``DesignFaults`` unless `minutes` is from 1 to 2,880.
  package init(dividing opening: Slot, minutes: Int = 60) throws {
    guard (1...2_880).contains(minutes) else {
      throw DesignFaults([DesignFault("a slot of \(minutes) minutes: 1 to 2880 are possible")])
    }
    let width = minutes * TimeOfDay.millisecondsPerMinute
    let starts = stride(from: opening.from.milliseconds, to: opening.to.milliseconds, by: width)
    slots = starts.compactMap { start in
      Slot(
        from: TimeOfDay(milliseconds: start),
        to: TimeOfDay(milliseconds: min(start + width, opening.to.milliseconds)))
    }
  }

  /// The place of the slot that an instant falls into, or `nil` between and outside the slots.
  ///
  /// - Complexity: O(slots).
  package func index(containing time: TimeOfDay) -> Int? {
    slots.firstIndex { $0.contains(time) }
  }

  /// The place of a slot, or `nil` when the grid does not have it.
  ///
  /// - Complexity: O(slots).
  package func index(of slot: Slot) -> Int? {
    slots.firstIndex(of: slot)
  }

  /// The slots that lie in a longer stretch of the day, to be reported together.
  ///
  /// - Throws: ``DesignFault`` when the stretch holds no slot or cuts through one.
  package func group(_ stretch: Slot) throws -> SlotGroup {
    for slot in slots where stretch.overlaps(slot) && !stretch.contains(slot) {
      throw DesignFault("the group \(stretch) cuts through the slot \(slot)")
    }
    let members = slots.indices.filter { stretch.contains(slots[$0]) }
    guard !members.isEmpty else { throw DesignFault("the group \(stretch) holds no slot") }
    return SlotGroup(stretch: stretch, members: members)
  }
}

/// Several slots that are reported as one, such as 13:00-15:00 of an hourly survey.
package struct SlotGroup: Equatable, Sendable {
  /// The stretch of the day that gives the group its name.
  package let stretch: Slot

  /// The places of the group's slots in the grid, ascending, at least one.
  package let members: [Int]

  /// The group's name in every file.
  package var label: String { stretch.label }
}
