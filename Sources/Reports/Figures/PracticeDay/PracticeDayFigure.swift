package import Drawing
package import SurveyDesign

/// One practice's telephone through a day: who answers, how many talk and wait, and what became of each call.
package struct PracticeDayFigure: Figure, Equatable {
  /// A stretch of time in which the telephone is in one state.
  package struct Staffing: Equatable, Sendable {
    /// When the state begins, in milliseconds since midnight; it lasts until the next one, or until the end of the day.
    package var from: Int
    /// How many answer; 0 when the telephone is off.
    package var answerers: Int
    /// What the state is, in a few words.
    package var words: Words

    /// Describes a state.
    package init(from: Int, answerers: Int, words: Words) {
      self.from = from
      self.answerers = answerers
      self.words = words
    }
  }

  /// Something that takes time: a wait or a talk.
  package struct Stretch: Equatable, Sendable {
    /// The first instant, in milliseconds since midnight.
    package var from: Int
    /// The first instant after it.
    package var to: Int

    /// A stretch of time.
    package init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// What can become of a call.
  package enum Ending: CaseIterable, Equatable, Sendable {
    /// Answered in the practice.
    case answered
    /// Answered on the acute line.
    case acuteLine
    /// The caller waited in vain, or would not wait.
    case gaveUp
    /// No line was free.
    case busy
    /// The practice answers no new call.
    case off
  }

  /// A call's end, or the moment at which it failed.
  package struct Moment: Equatable, Sendable {
    /// What became of the call.
    package var ending: Ending
    /// When, in milliseconds since midnight.
    package var time: Int
    /// Whether it was the survey's call.
    package var isSurvey: Bool

    /// A call's end.
    package init(_ ending: Ending, at time: Int, isSurvey: Bool = false) {
      self.ending = ending
      self.time = time
      self.isSurvey = isSurvey
    }
  }

  /// The practice.
  package var practice: String
  /// The day.
  package var date: CalendarDate?
  /// The telephone's states in their order.
  package var staffing: [Staffing]
  /// When an answerer talked, in any order.
  package var talks: [Stretch]
  /// When a caller waited, in any order.
  package var waits: [Stretch]
  /// What became of the calls, in any order.
  package var moments: [Moment]

  /// Puts the figure together.
  package init(
    practice: String, date: CalendarDate?, staffing: [Staffing], talks: [Stretch], waits: [Stretch],
    moments: [Moment]
  ) {
    self.practice = practice
    self.date = date
    self.staffing = staffing
    self.talks = talks
    self.waits = waits
    self.moments = moments
  }

  static let hour = 3_600_000

  /// The hours shown: all in which something happens, at least one.
  var hours: Range<Int> {
    let times =
      staffing.map(\.from) + moments.map(\.time) + (talks + waits).flatMap { [$0.from, $0.to] }
    let day = times.filter { (0...48 * Self.hour).contains($0) }
    let first = (day.min() ?? 8 * Self.hour) / Self.hour
    let last = ((day.max() ?? 16 * Self.hour) + Self.hour - 1) / Self.hour
    return first..<max(last, first + 1)
  }

  /// `practice-day`.
  package var name: String { "practice-day" }

  /// The practice and the day.
  package func title(language: ReportLanguage) -> String {
    let day = date.map { ", \(language.weekday($0)) \(language.date($0))" } ?? ""
    return language.words("A day on the telephone: ", "En dag ved telefonen: ") + language.group(practice)
      + day
  }

  /// How to read the parts.
  package func caption(language: ReportLanguage) -> String {
    language.words(
      "Top: who answers. Middle: how many callers talk and how many wait. Bottom: when each call was answered or not, with the number of calls; a caller who tries again counts again. Hollow diamonds: the survey’s own calls. One simulated day: others look different.",
      "Øverst: hvem der tager telefonen. Midt: hvor mange der taler, og hvor mange der venter. Nederst: hvornår hvert opkald blev besvaret eller ikke besvaret, med antal; den, der prøver igen, tælles igen. Hule ruder: undersøgelsens egne opkald. Én simuleret dag: andre ser anderledes ud."
    )
  }

  /// One row per hour: how many calls ended in which way.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    FigureTable(
      [.init(language.words("Hour", "Time"), "hour")]
        + Ending.allCases.map {
          .init(language.capitalised($0.words(language)), FigureTable.Column.key($0.words.english))
        },
      hours.map { hour in
        let calls = moments.filter { $0.time / Self.hour == hour && $0.time >= 0 }
        return [.init("\(hour)–\(hour + 1)", Double(hour))]
          + Ending.allCases.map { ending in language.cell(count: calls.count { $0.ending == ending }) }
      })
  }
}

extension PracticeDayFigure.Ending {
  /// The name in a row of the figure.
  var words: Words {
    switch self {
    case .answered: Words("answered", "besvaret")
    case .acuteLine: Words("acute line", "akutlinje")
    case .gaveUp: Words("gave up waiting", "opgav at vente")
    case .busy: Words("busy", "optaget")
    case .off: Words("no personal answer at this hour", "intet personligt svar på den tid")
    }
  }

  var colour: Colour {
    switch self {
    case .answered: .blue
    case .acuteLine: .green
    case .gaveUp: .amber
    case .busy: .vermillion
    case .off: .grey
    }
  }
}
