internal import SurveyDesign
internal import TelephoneAccess

/// A value that holds for a stretch of the day.
protocol DayStretch: Sendable {
  var from: TimeOfDay { get set }
  var to: TimeOfDay { get set }
}

extension StaffingPeriod: DayStretch {}
extension WindowShare: DayStretch {}
extension OffShares: DayStretch {}

extension Key where Root: DayStretch {
  /// The stretch of the day itself.
  static var window: [Key] {
    [
      .required("from", \.from, .time, "When it begins."),
      .required("to", \.to, .time, "When it ends; this instant is not in it."),
    ]
  }
}

extension Form {
  /// One value for every size of practice, or steps by number of GPs.
  static func bySize<Content>(_ value: Form<Content>) -> Form where Value == BySize<Content> {
    let steps = Form<[BySize<Content>.Step]>.map(.size, of: value, rules: [.notEmpty]) { text, value in
      MapKey.size(text).map { .init(gps: $0, value: value) }
    }
    return .either(
      value.map {
        BySize($0)
      } parts: {
        $0.steps.count == 1 ? $0.steps[0].value : nil
      },
      or: steps.map {
        $0.isEmpty ? nil : BySize(steps: $0)
      } parts: { _ in
        nil
      })
  }
}

extension Form<SlotGrid> {
  /// A list of slots, or the day cut into equal parts; no value when it ends before it begins.
  static var slots: Form {
    let listed = Form<[Slot]>.list(of: .window, count: 1...1_440, rules: [.windowsApart, .wholeMinutes])
    let divided = Form<DividedDay>.object(
      DividedDay(),
      [
        .required("from", \.from, .time, "When the first slot begins."),
        .required("to", \.to, .time, "When the last slot ends."),
        .required(
          "minutes", \.minutes, .whole(1...2_880), "The width of a slot, in minutes; the last may be shorter."
        ),
      ])
    return .either(
      listed.map {
        try? SlotGrid($0)
      } parts: { _ in
        nil
      },
      or: divided.map(\.grid) { grid in DividedDay(grid) })
  }
}

/// A stretch of the day and the width of the slots that it is cut into.
private struct DividedDay {
  var from = TimeOfDay.midnight
  var to = TimeOfDay.midnight
  var minutes = 60

  init() {}

  /// The stretch that a grid divides; `nil` for slots that do not divide one evenly.
  init?(_ grid: SlotGrid) {
    guard let first = grid.slots.first, let last = grid.slots.last else { return nil }
    from = first.from
    to = last.to
    minutes = first.milliseconds / TimeOfDay.millisecondsPerMinute
    guard self.grid == grid else { return nil }
  }

  /// Its slots; `nil` when it ends before it begins.
  var grid: SlotGrid? {
    Slot(from: from, to: to).flatMap { try? SlotGrid(dividing: $0, minutes: minutes) }
  }
}

extension Form<[CalendarDate]> {
  /// A list of days, or the working days from one day to another; in order.
  static var days: Form {
    let listed = Form<[CalendarDate]>.list(
      of: .date, count: 1...CallPlanner.mostDays, rules: [.noRepeats])
    let span = Form<DaySpan>.object(
      DaySpan(),
      [
        .required("from", \.from, .date, "The first day."),
        .required("to", \.to, .date, "The last day."),
        .optional(
          "except", \.except, .list(of: .date, count: 0...1_000), or: [], "Days between them without calls."),
      ])
    return .either(
      listed.map {
        $0.sorted()
      } parts: {
        $0
      }, or: span.map(\.workingDays) { _ in nil })
  }
}

/// The working days from one day to another.
private struct DaySpan {
  var from = CalendarDate.first
  var to = CalendarDate.first
  var except: [CalendarDate] = []

  var workingDays: [CalendarDate] { DanishCalendar.workingDays(from: from, to: to, excluding: except) }
}
