package import Drawing
package import SurveyDesign

extension ReportLanguage {
  /// A clock time: Danish `15.30`, English `15:30`; seconds are cut off.
  package func time(_ time: TimeOfDay) -> String {
    switch self {
    case .danish: time.hoursAndMinutes.replacing(":", with: ".")
    case .english: time.hoursAndMinutes
    }
  }

  /// A slot, as short as it can be said: `15–16` where both ends are whole hours, otherwise `13.30–15.00` or `13:30–15:00`.
  package func slot(_ slot: Slot) -> String {
    let isWhole = [slot.from, slot.to].allSatisfy { $0.milliseconds % TimeOfDay.millisecondsPerHour == 0 }
    return isWhole ? "\(slot.from.hour)–\(slot.to.hour)" : "\(time(slot.from))–\(time(slot.to))"
  }

  /// A group's name out of a file: a slot is written as ``slot(_:)`` does, `all` is translated, anything else stays.
  package func group(_ label: String) -> String {
    if label == "all" { return words("all", "alle") }
    if label.isEmpty { return words("(no name)", "(uden navn)") }
    guard label.contains(":"), let slot = try? Slot(parsing: label), slot.label == label else { return label }
    return self.slot(slot)
  }

  /// A length of time: `45 s`, `4 min 5 s`, `1 h 2 min` (Danish `45 sek.`, `4 min. 5 sek.`, `1 t. 2 min.`), with no-break spaces.
  ///
  /// Rounded to whole seconds, from an hour on to whole minutes. What is not finite is ``missing``; below zero there is a minus sign.
  package func duration(seconds: Double?) -> String {
    guard let seconds, seconds.isFinite, let whole = Int(exactly: seconds.magnitude.rounded(.toNearestOrEven))
    else { return Self.missing }
    let sign = seconds < 0 && whole > 0 ? "\u{2212}" : ""
    let (hour, minute, second) = (words("h", "t."), words("min", "min."), words("s", "sek."))
    if whole < 60 { return "\(sign)\(whole)\u{A0}\(second)" }
    if whole < 3600 {
      let rest = whole % 60
      return "\(sign)\(whole / 60)\u{A0}\(minute)" + (rest > 0 ? "\u{A0}\(rest)\u{A0}\(second)" : "")
    }
    let minutes = (whole + 30) / 60
    let rest = minutes % 60
    return "\(sign)\(count(minutes / 60))\u{A0}\(hour)" + (rest > 0 ? "\u{A0}\(rest)\u{A0}\(minute)" : "")
  }

  /// A duration that was simulated, with its Monte Carlo error in seconds: `1 min 21 s ± <1 s`.
  package func duration(_ measured: Measured?) -> String {
    let error = plusMinus(measured?.error, decimals: 0)
    return duration(seconds: measured?.value)
      + (error.isEmpty ? "" : "\(error)\u{A0}\(words("s", "sek."))")
  }

  /// A date in words: Danish `7. april 2015`, English `7 April 2015`, with no-break spaces.
  package func date(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return words("\(day)", "\(day).") + "\u{A0}\(monthNames[month - 1])\u{A0}\(year)"
  }

  /// The days from one to another: `7–20 April 2015`, `7. april – 4. maj 2015`; one day where both are the same.
  package func dates(_ first: CalendarDate, _ last: CalendarDate) -> String {
    if first == last { return date(first) }
    let dot = words("", ".")
    guard first.year == last.year else { return "\(date(first)) – \(date(last))" }
    guard first.month == last.month else {
      return "\(first.day)\(dot)\u{A0}\(monthNames[first.month - 1]) – \(date(last))"
    }
    return "\(first.day)\(dot)–\(date(last))"
  }

  /// The day of the week: `Tuesday`, `tirsdag`.
  package func weekday(_ date: CalendarDate) -> String {
    weekdayNames[date.weekday]
  }

  private var monthNames: [String] {
    switch self {
    case .danish:
      [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
        "november", "december",
      ]
    case .english:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ]
    }
  }

  private var weekdayNames: [String] {
    switch self {
    case .danish: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
    case .english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    }
  }
}
