/// How patients' calls and answerers' time are counted.
extension Exchange {
  /// Adds an answerer's time on the telephone to the slots that it touches.
  @inline(never)
  mutating func countBusy(from time: Instant, to end: Instant, first: Int) {
    plan.slots.forEachSlot(from: time, to: end) { slot, time in traffic[first + slot].busy += time }
  }

  /// Counts a call of a patient or a professional that is answered.
  mutating func countAnswer(after wait: Int) {
    let slot = call.slot
    traffic[slot].answered &+= 1
    traffic[slot].wait &+= wait
    traffic[slot].answeredWithinTarget &+= wait <= plan.callers.answerTarget ? 1 : 0
    waits[answersPlace(of: slot) &+ plan.waitBins[wait]] &+= 1
    if call.kind == .urgent {
      traffic[slot].urgentAnswered &+= 1
      traffic[slot].urgentWait &+= wait
    }
  }

  /// Where the waits of calls answered are counted; those of callers who hung up stand behind them.
  @inline(__always)
  func answersPlace(of slot: Int) -> Int { 2 &* slot &* WaitBins.count }

  /// Where the waits of callers who hung up are counted.
  @inline(__always)
  func hangUpsPlace(of slot: Int) -> Int { answersPlace(of: slot) &+ WaitBins.count }

  /// How long callers waited, by some of the places of ``takeTraffic()``, which is asked behind it because it clears the calls
  /// answered at once; these counts are zero afterwards.
  ///
  /// Those of practices that only live along are never asked for.
  mutating func takeWaits(_ places: Range<Int>) -> [WaitCounts] {
    places.map { slot in
      var taken = WaitCounts(
        answered: takeBins(from: answersPlace(of: slot)), abandoned: takeBins(from: hangUpsPlace(of: slot)))
      taken.answered[0] += answeredAtOnce[2 * slot] + answeredAtOnce[2 * slot + 1]
      return taken
    }
  }

  private mutating func takeBins(from first: Int) -> [Int] {
    var taken = [Int](repeating: 0, count: WaitBins.count)
    for bin in 0..<WaitBins.count where waits[first &+ bin] > 0 {
      taken[bin] = Int(waits[first &+ bin])
      waits[first &+ bin] = 0
    }
    return taken
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
