/// One practice's telephone while a day goes by: plain numbers only, so that a whole region fits in cache.
struct Phone: PerPractice {
  /// When the next thing of each kind happens.
  var agenda = Agenda()

  /// Where the timetable stands.
  var period: Int32 = 0
  /// From when on what happens here may touch another telephone; it is asked only where practices are tied by forwarding.
  var touchesFrom = Instant.never
  /// What a newcomer meets.
  var state = Timetable.closed
  /// How many answer; while the telephone is off, those of the last staffed period.
  var answerers: Int32 = 0
  /// Where the one of them whose call ends last stands in the table of calls' ends.
  var lastAnswerer: Int32 = 0
  /// Who answers.
  var answerer = Answerer.staff
  /// From when on one of them is free; ``Instant/never`` without any.
  var freeFrom = Instant.never
  /// From when on a newcomer is answered at once; ``Instant/never`` while the telephone is off or a caller stands in line.
  var answersFrom = Instant.never
  /// Until when an urgent call goes on, or one of an answerer who was on duty before: until then the lines taken by talks are
  /// not as many as the answerers on duty.
  var unusualUntil = Instant.midnight
  /// Where the counts of its patients' calls begin.
  var firstCount: Int32 = 0
  /// When the next urgent call may come.
  var nextUrgent = PatientCall.never
  /// The places of the list of patients' calls to come; which of them comes next, and which stands behind the last.
  var listStart: Int32 = 0
  var listEnd: Int32 = 0
  var nextCall: Int32 = 0
  var endOfCalls: Int32 = 0
  /// Of a long list, the heap of the calls behind its front, and after which time they come; -1 for a short one.
  var laterCalls: Int32 = -1
  var laterFrom = Instant.never
  /// Where the next caller is remembered who waits without standing in line.
  var nextForeseen: Int32 = 0
  /// Probes among those waiting.
  var virtualWaiting: Int32 = 0
  /// Those in line who have hung up and are rung back, probes left out.
  var toRingBack: Int32 = 0
  /// Probes among those with priority.
  var virtualPriorityWaiting: Int32 = 0
  /// Callers without priority on a number of their own, who take no line, less those with priority who take one.
  var linesSaved: Int32 = 0
  /// Whether a caller in line may be a visitor: one who dialled another number and was forwarded.
  var hasVisitors = false

  /// Those waiting for an answerer, in order.
  var waiting = CallQueue()
  /// Those waiting who are served first: urgent patients on the acute line, and professionals where they have priority.
  var priorityWaiting = CallQueue()
  /// Interviewers' calls whose time is known.
  var callsToCome = CallQueue()
  /// Which of today's probes comes next, and where this practice's end.
  var nextProbe: Int32 = 0
  var endOfProbes: Int32 = 0
  /// All other patients who will call.
  var arrivals = ArrivalProcess()

  /// Those in line without priority on the telephone: neither probes nor those who are rung back.
  @inline(__always)
  var inLine: Int { Int(waiting.count &- virtualWaiting &- toRingBack) }

  /// Those in line with priority, probes left out.
  @inline(__always)
  var inPriorityLine: Int { Int(priorityWaiting.count &- virtualPriorityWaiting) }

  /// Whether both lines are empty: both heads are negative, asked at once.
  @inline(__always)
  var isQueueEmpty: Bool { waiting.head & priorityWaiting.head < 0 }
}
