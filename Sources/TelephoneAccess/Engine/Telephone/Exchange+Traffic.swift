/// How patients' calls and answerers' time are counted.
extension Exchange {
  /// Adds an answerer's time on the telephone to the slots that it touches.
  @inline(never)
  mutating func countBusy(from time: Instant, to end: Instant, first: Int) {
    plan.slots.forEachSlot(from: time, to: end) { slot, time in traffic[first + slot].busy += time }
  }

  /// Counts a patient's call that is answered.
  mutating func countAnswer(after wait: Int) {
    let slot = call.slot
    traffic[slot].answered &+= 1
    traffic[slot].wait &+= wait
    traffic[slot].answeredWithinTarget &+= wait <= plan.callers.answerTarget ? 1 : 0
    if call.kind == .urgent {
      traffic[slot].urgentAnswered &+= 1
      traffic[slot].urgentWait &+= wait
    }
  }

  /// What became of patients' calls, by slot, of practices that count and then of those that only lived along; all counts
  /// are zero afterwards.
  mutating func takeTraffic() -> [TrafficCounts] {
    var taken = traffic.elements
    for slot in 0..<traffic.count {
      let (fresh, redials) = (2 * slot, 2 * slot + 1)
      let atOnce = answeredAtOnce[fresh] + answeredAtOnce[redials]
      taken[slot].freshCalls = answeredAtOnce[fresh] + notAnsweredAtOnce[fresh]
      taken[slot].redials = answeredAtOnce[redials] + notAnsweredAtOnce[redials]
      taken[slot].answered += atOnce
      taken[slot].answeredWithinTarget += plan.callers.answerTarget >= 0 ? atOnce : 0
      traffic[slot] = TrafficCounts()
      for place in [fresh, redials] {
        answeredAtOnce[place] = 0
        notAnsweredAtOnce[place] = 0
      }
    }
    return taken
  }
}
