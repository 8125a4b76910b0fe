import Drawing
import Reports
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
      return said(
        "\(practice) is not rung in replication \(replication).\n",
        "\(practice) bliver ikke ringet op i gentagelse \(replication).\n")
    }
    var text = ""
    var date: CalendarDate?
    var names: [UInt64: String] = [:]
    for dated in events {
      if dated.date != date {
        if date != nil { text += "\n" }
        date = dated.date
        names = [:]
        text += said(
          "\(practice), \(dated.date), replication \(replication)\n",
          "\(practice), \(dated.date), gentagelse \(replication)\n")
      }
      text += line(for: dated.event, names: &names) + "\n"
    }
    return text
  }

  private func line(for event: TraceEvent, names: inout [UInt64: String]) -> String {
    if case .calls(let caller, _, _) = event.kind, names[event.caller] == nil {
      names[event.caller] =
        switch caller {
        case .survey: said("interviewer", "intervieweren")
        case .patient: said("patient \(names.count + 1)", "patient \(names.count + 1)")
        case .urgent: said("urgent \(names.count + 1)", "akut \(names.count + 1)")
        case .professional: said("professional \(names.count + 1)", "fagperson \(names.count + 1)")
        case .probe: said("probe \(names.count + 1)", "prøveopkald \(names.count + 1)")
        case .openProbe: said("open-probe \(names.count + 1)", "åbent prøveopkald \(names.count + 1)")
        }
    }
    let name =
      event.caller == 0 ? "" : (names[event.caller] ?? said("caller", "den, der ringer,")) + " "
    return "\(clock(event.time))  \(name)\(words(for: event.kind))"
  }

  private func words(for kind: TraceEvent.Kind) -> String {
    switch kind {
    case .day(let index):
      said(
        "the day begins, with \(spoken(index, decimals: 2)) times an average day's calls",
        "dagen begynder, med \(spoken(index, decimals: 2)) gange en gennemsnitsdags opkald")
    case .timetable(.staffed(let answerers, let answerer)):
      said(
        "the telephone is staffed: \(answerers) answering (\(answerer.rawValue))",
        "telefonen er bemandet: \(answerers) svarer (\(danish(answerer.rawValue)))")
    case .timetable(.off(let state)):
      said(
        "the telephone is off: \(state.rawValue)", "intet personligt svar: \(danish(state.rawValue))")
    case .calls(_, let redials, let inSystem):
      said(
        "calls" + (redials > 0 ? ", redial \(redials)" : "") + ", with \(inSystem) calls before",
        "ringer" + (redials > 0 ? ", genopkald \(redials)" : "") + ", med \(inSystem) opkald foran")
    case .answered(let answerer, let wait, let until):
      said(
        "is answered by \(answerer.rawValue) after \(seconds(wait)) and talks until \(clock(until))",
        "får svar af \(danish(answerer.rawValue)) efter \(seconds(wait)) og taler til \(clock(until))")
    case .acuteLineAnswered(let wait):
      said(
        "is answered on the acute line after \(seconds(wait))",
        "får svar på akutlinjen efter \(seconds(wait))")
    case .endsInMenu: said("has what the call was for from the menu", "får sit svar i menuen")
    case .acceptsCallback:
      said("hangs up, to be rung back in turn", "lægger på for at blive ringet op, når turen kommer")
    case .ringsBack(let wait, true):
      said("is rung back after \(seconds(wait))", "bliver ringet op efter \(seconds(wait))")
    case .ringsBack(let wait, false):
      said(
        "is rung back after \(seconds(wait)) and does not take the call",
        "bliver ringet op efter \(seconds(wait)) og tager ikke telefonen")
    case .queues(let inSystem):
      said(
        "waits in the queue, with \(inSystem) calls before",
        "venter i telefonkøen, med \(inSystem) opkald foran")
    case .rings(let inSystem):
      said("lets it ring, with \(inSystem) calls before", "lader det ringe, med \(inSystem) opkald foran")
    case .busyTone: said("hears the busy tone", "hører, at der er optaget")
    case .balks: said("hears the queue message and hangs up", "hører køens besked og lægger på")
    case .hangsUp(let wait): said("hangs up after \(seconds(wait))", "lægger på efter \(seconds(wait))")
    case .meetsOff(let state): said("meets \(state.rawValue)", "møder: \(danish(state.rawValue))")
    case .forwarded(let partner):
      said("is forwarded to \(id(partner))", "bliver viderestillet til \(id(partner))")
    case .followsReferral(let partner):
      said("rings the substitute \(id(partner))", "ringer til stedfortræderen \(id(partner))")
    case .redials(let next): said("will try again at \(clock(next))", "prøver igen kl. \(clock(next))")
    case .displaced: said("turns to the out-of-hours service", "henvender sig til lægevagten")
    }
  }

  private func id(_ practice: Int) -> String { study.population.frame.practices[practice].id }

  /// A word of the scenario as people say it.
  private func danish(_ word: String) -> String { ReportLanguage.danish.word(word) ?? word }

  private func seconds(_ milliseconds: Int) -> String {
    spoken(Double(milliseconds) / 1000, decimals: 1) + said(" s", " sek.")
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
