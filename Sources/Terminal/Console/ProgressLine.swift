internal import Tables

/// One line on standard error that is written over again: done, rate, time left and one thing more.
///
/// It writes nothing when it has no stream, at most ten times a second otherwise, and removes itself at the end.
package struct ProgressLine: Sendable {
  private let total: Int
  private let unit: String
  private let stream: OutputStream?
  private let columns: Int
  private let needsASCII: Bool
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant?

  private static let interval = Duration.milliseconds(100)
  /// A rate from less time than this is a guess.
  private static let firstEstimate = Duration.milliseconds(500)

  init(
    total: Int, unit: String, stream: OutputStream?, columns: Int, needsASCII: Bool = false,
    start: ContinuousClock.Instant = .now
  ) {
    self.total = total
    self.unit = unit
    self.stream = stream
    self.columns = columns
    self.needsASCII = needsASCII
    self.start = start
  }

  /// Shows how much is done, unless it was shown a moment ago.
  ///
  /// - `remark`: one thing more, such as the current Monte Carlo error.
  package mutating func show(
    done: Int, remark: @autoclosure () -> String = "", now: ContinuousClock.Instant = .now
  ) {
    guard let stream else { return }
    if let lastShown, now - lastShown < Self.interval { return }
    lastShown = now
    let text = text(done: done, remark: remark(), after: now - start)
    let line = String((needsASCII ? text.inASCII : text).prefix(max(1, columns - 1)))
    _ = stream.write("\r\u{1B}[K" + line)
  }

  /// Removes the line.
  package mutating func finish() {
    guard let stream, lastShown != nil else { return }
    lastShown = nil
    _ = stream.write("\r\u{1B}[K")
  }

  /// "120 of 1000 replications, 48 a second, 18 s left, error 0.0021".
  package func text(done: Int, remark: String, after elapsed: Duration) -> String {
    var parts = [said("\(done) of \(total) \(unit)", "\(done) af \(total) \(unit)")]
    if elapsed >= Self.firstEstimate, done > 0 {
      let rate = Double(done) / (elapsed / .seconds(1))
      let (second, minute) = (Self.rounded(rate), Self.rounded(rate * 60))
      parts.append(
        rate >= 1
          ? said("\(second) a second", "\(second) i sekundet")
          : said("\(minute) a minute", "\(minute) i minuttet"))
      let left = Self.duration(seconds: Double(max(0, total - done)) / rate)
      parts.append(said("\(left) left", "\(left) igen"))
    }
    if !remark.isEmpty { parts.append(remark.escapingControls) }
    return parts.joined(separator: ", ")
  }

  /// Three digits at most below a thousand.
  private static func rounded(_ value: Double) -> String {
    spoken(value < 10 ? ((value * 10).rounded() / 10).shortest : value.rounded().shortest)
  }

  /// Seconds, then minutes and seconds, then hours and minutes, rounded up.
  package static func duration(seconds: Double) -> String {
    guard let whole = Int(exactly: seconds.rounded(.up)) else { return said("long", "længe") }
    if whole < 60 { return said("\(whole) s", "\(whole) sek.") }
    if whole < 3600 {
      return said("\(whole / 60) min \(whole % 60) s", "\(whole / 60) min. \(whole % 60) sek.")
    }
    return said("\(whole / 3600) h \(whole % 3600 / 60) min", "\(whole / 3600) t. \(whole % 3600 / 60) min.")
  }
}
