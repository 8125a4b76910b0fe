package import Drawing

/// What became of patients' calls in each slot, and how long those who were answered had waited.
package struct PatientCallsFigure: Figure, Equatable {
  /// Calls per practice and day that came in a slot.
  package struct Slot: Hashable, Sendable {
    /// The slot as files name it.
    package var label: String
    /// Calls that were answered.
    package var answered: Measured
    /// Callers who left the queue, or hung up on hearing of it.
    package var abandoned: Measured
    /// Calls that met a busy tone.
    package var blocked: Measured
    /// Calls that met a telephone that was off.
    package var off: Measured
    /// The mean wait of answered calls in seconds; `nil` where none was answered.
    package var meanWait: Measured?
    /// The slot's length in hours, above zero: calls are drawn per hour, so that long slots do not look busier.
    package var hours: Double

    /// Describes a slot.
    package init(
      label: String, answered: Measured, abandoned: Measured, blocked: Measured, off: Measured,
      meanWait: Measured?, hours: Double = 1
    ) {
      self.label = label
      self.answered = answered
      self.abandoned = abandoned
      self.blocked = blocked
      self.off = off
      self.meanWait = meanWait
      self.hours = hours
    }

    /// Calls per hour by fate, in the order they are stacked.
    fileprivate var perHour: [Double] {
      fates.map { count in
        let rate = (count.value ?? 0) / hours
        return rate.isFinite && rate > 0 ? rate : 0
      }
    }

    /// Calls by fate, in the order they are stacked.
    fileprivate var fates: [Measured] { [answered, abandoned, blocked, off] }

    /// The share of call attempts that a person does not answer; `nil` without calls.
    ///
    /// Its error is the greatest that the errors of the counts allow, whatever goes with what: with a answered of T attempts,
    /// (1 − s) of the error of a and s of the errors of all others, by T, where s = a/T.
    fileprivate var unanswered: Measured? {
      let all = perHour.reduce(0, +) * hours
      guard all > 0 else { return nil }
      let share = perHour[0] * hours / all
      let errors = fates.compactMap(\.error)
      let error =
        errors.count == fates.count
        ? ((1 - share) * errors[0] + share * errors.dropFirst().reduce(0, +)) / all : nil
      return Measured(value: 1 - share, error: error)
    }
  }

  /// The slots in their order.
  package var slots: [Slot]

  /// Puts the figure together.
  package init(slots: [Slot]) {
    self.slots = slots
  }

  private static let fates: [(words: Words, colour: Colour)] = [
    (Words("answered", "besvaret"), .blue), (Words("gave up waiting", "opgav at vente"), .amber),
    (Words("busy", "optaget"), .vermillion),
    (Words("no personal answer at this hour", "intet personligt svar på den tid"), .silver),
  ]

  /// `patient-calls`.
  package var name: String { "patient-calls" }

  /// The slot in which the greatest share of call attempts is not answered by a person, and whether that share is shown to be greater
  /// than in every other slot; `nil` without calls.
  package var worst: (slot: String, share: Measured, isAlone: Bool)? {
    guard slots.count > 1 else { return nil }
    let shares = slots.compactMap { slot in slot.unanswered.map { (slot: slot.label, share: $0) } }
    guard let most = shares.max(by: { ($0.share.value ?? 0) < ($1.share.value ?? 0) }) else { return nil }
    // Where every attempt is answered no slot is the worst.
    guard let value = most.share.value, value > 0 else { return nil }
    let isAlone = shares.allSatisfy { $0.slot == most.slot || most.share.isShown(above: $0.share) }
    return (most.slot, most.share, isAlone)
  }

  /// The subject.
  package func title(language: ReportLanguage) -> String {
    language.words("What became of patients’ calls", "Hvad der blev af patienternes opkald")
  }

  /// What the columns and the dots are.
  package func caption(language: ReportLanguage) -> String {
    let words = language.words(
      "Columns: call attempts per practice and hour in the simulation, redials included, so that one patient may count several times. Without a personal answer, a caller may still have heard a message that refers to a substitute. Below: how long those who were answered had waited, in the mean. Means over many simulated days; single days differ more.",
      "Søjler: opkaldsforsøg pr. praksis og time i simulationen, genopkald medregnet, så en patient kan tælle flere gange. Uden personligt svar kan den, der ringer, have hørt en besked, der henviser til en stedfortræder. Nederst: hvor længe de, der fik svar, i gennemsnit havde ventet. Gennemsnit over mange simulerede dage; enkelte dage afviger mere."
    )
    guard let calls = slots.flatMap(\.fates).greatestError else { return words }
    let wait = language.number(slots.compactMap(\.meanWait).greatestError, decimals: 1)
    let number = language.number(calls, decimals: 2)
    return words + " "
      + language.words(
        "Monte Carlo standard error: at most \(number) calls, and \(wait) seconds of a mean wait.",
        "Monte Carlo-standardfejl: højst \(number) opkald og \(wait) sekunder af en gennemsnitlig ventetid.")
  }

  /// Columns above, waits below, over the same slots.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !slots.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let below = Legend(
      Self.fates.map { .init(mark: .block($0.colour, isFaint: false), text: $0.words(language)) }
    ).draw(into: &drawing, y: 0)
    let heights = width == .wide ? (calls: 230.0, waits: 110.0) : (calls: 190.0, waits: 100.0)
    let names = slots.map { language.group($0.label) }
    let most = slots.reduce(0) { max($0, $1.perHour.reduce(0, +)) }
    let calls = ColumnPlot.Axis(
      language.words("Calls per practice and hour", "Opkald pr. praksis og time"), .number,
      enclosing: 0...max(most, 1), height: heights.calls)
    let waits = slots.map { slot in
      slot.meanWait?.value.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    }
    let longest = waits.compactMap { $0 }.max() ?? 0
    // Waits of some minutes are easier to read in minutes.
    let unit = longest >= 120 ? 60.0 : 1
    let wait = ColumnPlot.Axis(
      unit == 60
        ? language.words("Mean wait, minutes", "Gennemsnitlig ventetid, minutter")
        : language.words("Mean wait, seconds", "Gennemsnitlig ventetid, sekunder"), .number,
      enclosing: 0...max(longest / unit, 1), height: heights.waits)
    let left = max(calls.margin(in: language), wait.margin(in: language))
    let upper = ColumnPlot(
      into: &drawing, names: names, axis: calls, top: below + 8, height: heights.calls, left: left,
      language: language)
    for (index, slot) in slots.enumerated() { stack(slot, index, in: upper, into: &drawing, language) }
    let lower = ColumnPlot(
      into: &drawing, names: names, axis: wait, top: upper.end + 14, height: heights.waits, left: left,
      language: language)
    for (index, wait) in waits.enumerated() {
      guard let wait else { continue }
      let point = lower.point(index, wait / unit)
      drawing.marked("\(names[index]): \(language.duration(slots[index].meanWait))") { mark in
        mark.line(from: Point(x: point.x, y: lower.bottom), to: point, .blue, .medium)
        mark.dot(at: point, .blue, radius: min(4.5, lower.bands.width / 4))
      }
      let text = language.number(wait / unit, decimals: unit == 60 ? 1 : 0)
      if lower.hasRoom(for: text) {
        drawing.text(
          text, x: point.x + ColumnPlot.beside, y: lower.baseline(beside: wait / unit), .note, halo: true)
      }
    }
    drawing.height = lower.end + 2
    return drawing
  }

  private func stack(
    _ slot: Slot, _ index: Int, in plot: ColumnPlot, into drawing: inout Canvas, _ language: ReportLanguage
  ) {
    let width = min(plot.bands.width * 0.72, 90)
    var sum = 0.0
    for ((fate, rate), count) in zip(zip(Self.fates, slot.perHour), slot.fates) where rate > 0 {
      let measured = language.number(count.scaled(by: 1 / slot.hours), decimals: 1)
      let words = "\(language.group(slot.label)): \(fate.words(language)) \(measured)"
      let bottom = plot.scale(sum)
      sum += rate
      let top = plot.scale(sum)
      let height = bottom - top > 3 ? bottom - top - 1 : bottom - top
      drawing.marked(words) { mark in
        mark.rectangle(
          Box(x: plot.bands.centre(index) - width / 2, y: top, width: width, height: height), fate.colour,
          isEdged: true)
      }
    }
  }

  /// One row per slot, per practice and day as they were given.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    let keys = ["answered", "abandoned", "blocked", "off"]
    return FigureTable(
      [.init(language.words("Slot", "Tidsrum"), "slot")]
        + zip(Self.fates, keys).map { .init(language.capitalised($0.words(language)), $1, "\($1)_se") } + [
          .init(
            language.words("Mean wait", "Gennemsnitlig ventetid"), "mean_wait_seconds", "mean_wait_seconds_se"
          )
        ],
      slots.map { slot in
        [language.cell(group: slot.label)]
          + slot.fates.map { language.cell(number: $0, decimals: 2) }
          + [.init(language.duration(slot.meanWait), slot.meanWait?.value, slot.meanWait?.error)]
      })
  }
}
