import Scenarios
import Studies
import SurveyDesign
import Tables
import TelephoneAccess
import Terminal

/// One practice's telephone day, written out for a person who wants to be convinced.
struct TraceText {
  let study: Study
  let practice: String
  let replication: UInt64

  /// The events, one a line, a paragraph a day.
  func text() throws -> String {
    guard let events = study.trace(practice: practice, replication: replication) else {
      let names = study.population.frame.practices.map(\.id)
      let near = nearestMatch(to: practice, among: names).map { ". Did you mean '\($0)'?" } ?? ""
      throw CommandError.usage("There is no practice '\(practice)' in \(study.scenario.name)\(near)")
    }
    guard !events.isEmpty else {
      return "\(practice) is not rung in replication \(replication).\n"
    }
    var text = ""
    var date: CalendarDate?
    var names: [UInt64: String] = [:]
    for dated in events {
      if dated.date != date {
        if date != nil { text += "\n" }
        date = dated.date
        names = [:]
        text += "\(practice), \(dated.date), replication \(replication)\n"
      }
      text += line(for: dated.event, names: &names) + "\n"
    }
    return text
  }

  private func line(for event: TraceEvent, names: inout [UInt64: String]) -> String {
    if case .calls(let caller, _, _) = event.kind, names[event.caller] == nil {
      names[event.caller] = caller == .survey ? "interviewer" : "\(caller.rawValue) \(names.count + 1)"
    }
    let name = event.caller == 0 ? "" : (names[event.caller] ?? "caller") + " "
    return "\(clock(event.time))  \(name)\(words(for: event.kind))"
  }

  private func words(for kind: TraceEvent.Kind) -> String {
    switch kind {
    case .day(let index):
      "the day begins, with \(NumberText.format(index, decimals: 2)) times an average day's calls"
    case .timetable(.staffed(let answerers, let answerer)):
      "the telephone is staffed: \(answerers) answering (\(answerer.rawValue))"
    case .timetable(.off(let state)): "the telephone is off: \(state.rawValue)"
    case .calls(_, let redials, let inSystem):
      "calls" + (redials > 0 ? ", redial \(redials)" : "") + ", with \(inSystem) calls before"
    case .answered(let answerer, let wait, let until):
      "is answered by \(answerer.rawValue) after \(seconds(wait)) and talks until \(clock(until))"
    case .acuteLineAnswered(let wait): "is answered on the acute line after \(seconds(wait))"
    case .endsInMenu: "has what the call was for from the menu"
    case .acceptsCallback: "hangs up, to be rung back in turn"
    case .ringsBack(let wait, true): "is rung back after \(seconds(wait))"
    case .ringsBack(let wait, false): "is rung back after \(seconds(wait)) and does not take the call"
    case .queues(let inSystem): "waits in the queue, with \(inSystem) calls before"
    case .rings(let inSystem): "lets it ring, with \(inSystem) calls before"
    case .busyTone: "hears the busy tone"
    case .balks: "hears the queue message and hangs up"
    case .hangsUp(let wait): "hangs up after \(seconds(wait))"
    case .meetsOff(let state): "meets \(state.rawValue)"
    case .forwarded(let partner): "is forwarded to \(study.population.frame.practices[partner].id)"
    case .followsReferral(let partner): "rings the substitute \(study.population.frame.practices[partner].id)"
    case .redials(let next): "will try again at \(clock(next))"
    case .displaced: "turns to the out-of-hours service"
    }
  }

  private func seconds(_ milliseconds: Int) -> String {
    NumberText.format(Double(milliseconds) / 1000, decimals: 1) + " s"
  }

  /// `HH:MM:SS.mmm`; hours go on after midnight.
  private func clock(_ milliseconds: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let (hours, rest) = milliseconds.quotientAndRemainder(dividingBy: 3_600_000)
    let (minutes, left) = rest.quotientAndRemainder(dividingBy: 60_000)
    return "\(padded(hours, 2)):\(padded(minutes, 2)):\(padded(left / 1000, 2)).\(padded(left % 1000, 3))"
  }
}
