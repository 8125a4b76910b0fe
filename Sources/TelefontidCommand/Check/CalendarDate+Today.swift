import Foundation
import SurveyDesign

extension CalendarDate {
  /// The day that it is where the computer stands.
  static var today: CalendarDate {
    let now = Date()
    let seconds = now.timeIntervalSince1970 + Double(TimeZone.current.secondsFromGMT(for: now))
    return CalendarDate(dayNumber: Int((seconds / 86_400).rounded(.down))) ?? .first
  }
}
