/// What happens to a call that finds every answerer busy.
package enum TelephoneSystem: String, CaseIterable, Equatable, Sendable {
  /// A message puts the caller in a queue, as long as a line is free.
  case queue
  /// It rings on a free line; without a free line the caller hears the busy tone.
  case busyTone = "busy-tone"
}

/// One practice's telephone: its system, its lines and its day.
///
/// ```swift
/// let telephone = Telephone(system: .queue, lines: 4, hasAcuteLine: true, timetable: timetable, partner: 7)
/// ```
package struct Telephone: Equatable, Sendable {
  /// Queue or busy tone.
  package var system: TelephoneSystem
  /// Calls that can be in progress or waiting at once; `Int.max` for no limit.
  package var lines: Int
  /// Whether urgent calls have a number of their own, with priority and without a line limit.
  package var hasAcuteLine: Bool
  /// Who answers when.
  package var timetable: Timetable
  /// The practice that forwarded calls and referrals go to, as a position in the region.
  package var partner: Int?
  /// The share of patients' calls that end in its menu while it is staffed, before an answerer or the queue, 0…1.
  package var menuShare: Double
  /// Whether and when it offers to ring back; `nil` for never.
  package var callback: CallbackOffer?
  /// What it has for professionals.
  package var professionals: ProfessionalAccess

  /// Creates a telephone.
  package init(
    system: TelephoneSystem, lines: Int, hasAcuteLine: Bool = false, timetable: Timetable,
    partner: Int? = nil, menuShare: Double = 0, callback: CallbackOffer? = nil,
    professionals: ProfessionalAccess = ProfessionalAccess()
  ) {
    self.system = system
    self.lines = lines
    self.hasAcuteLine = hasAcuteLine
    self.timetable = timetable
    self.partner = partner
    self.menuShare = menuShare
    self.callback = callback
    self.professionals = professionals
  }
}
