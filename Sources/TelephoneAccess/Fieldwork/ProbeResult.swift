public import SurveyDesign

/// What a probe met: a survey call at a uniform time of its slot, never late, that touches nothing.
///
/// There are many of them, so they are kept small, and read without a call across the module's border.
public struct ProbeResult: Equatable, Sendable, BitwiseCopyable {
  @usableFromInline let storedPractice: Int32
  @usableFromInline let storedSlot: Int32
  /// How it ended under the survey's protocol.
  public var outcome: ProbeOutcome
  /// How it would have ended had it waited for ever and rung only once: what a caller meets whom no protocol binds.
  public var openOutcome: ProbeOutcome

  init(practice: Int, slot: Int, outcome: ProbeOutcome = .init(), openOutcome: ProbeOutcome = .init()) {
    storedPractice = Int32(truncatingIfNeeded: practice)
    storedSlot = Int32(truncatingIfNeeded: slot)
    self.outcome = outcome
    self.openOutcome = openOutcome
  }

  /// The practice, as a position in the frame.
  @inlinable public var practice: Int { Int(storedPractice) }
  /// The slot, as a position in the list of slots.
  @inlinable public var slot: Int { Int(storedSlot) }
}

/// How a probe ended.
public struct ProbeOutcome: Equatable, Sendable, BitwiseCopyable {
  /// What came of its last attempt.
  public let disposition: Disposition
  @usableFromInline let storedWait: Int32

  init(disposition: Disposition = .notAttempted, wait: Int = 0) {
    self.disposition = disposition
    storedWait = Int32(clamping: wait)
  }

  /// The waiting time of that attempt, in milliseconds.
  @inlinable public var wait: Int { Int(storedWait) }
}
