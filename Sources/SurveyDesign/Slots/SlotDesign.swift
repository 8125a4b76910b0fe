/// In how many slots each practice is rung, and how the slots are dealt out.
package enum SlotDesign: Hashable, Sendable {
  /// One slot per practice: every slot gets the same number of practices, give or take one, in each stratum too.
  case onePerPractice
  /// So many different slots per practice, so that slots and pairs of slots come up equally often.
  case rotation(slotsPerPractice: Int)
  /// Every practice in every slot.
  case allSlots

  /// How many slots each practice is rung in, from 1 to the number of slots.
  ///
  /// - Throws: ``DesignFault`` when the design asks for no slot, or for more slots than there are.
  package func slotsPerPractice(of slots: Int) throws -> Int {
    switch self {
    case .onePerPractice: return 1
    case .allSlots: return slots
    case .rotation(let count):
      guard (1...slots).contains(count) else {
        throw DesignFault(
          "a rotation of \(count) of \(slots) slots: each practice can be rung in 1 to \(slots)")
      }
      return count
    }
  }
}
