package import Drawing
package import SurveyStatistics

/// The share not reached in each slot, with its interval, and with the truth and the target where there are such.
package struct RateByHourFigure: Figure, Equatable {
  /// What is known of one slot.
  package struct Slot: Hashable, Sendable {
    /// The slot as files name it, such as `08:00-09:00`; any other name stays as it is.
    package var label: String
    /// Valid calls.
    package var calls: Int?
    /// Those of them that did not reach the practice.
    package var unreached: Int?
    /// The estimated share not reached; `nil` without a valid call.
    package var rate: Double?
    /// Its interval.
    package var interval: ConfidenceInterval?
    /// The true share, known in a simulation only.
    package var truth: Measured?

    /// `6/53`: the calls not reached and all valid calls, for below the slot's name; empty where they are not known.
    var counts: String {
      guard let calls, let unreached else { return "" }
      return "\(unreached)/\(calls)"
    }

    /// The slot, its share with its interval, and its calls, for whoever points at the mark.
    func words(_ language: ReportLanguage) -> String {
      var parts: [String] = []
      if let rate {
        parts.append("\(language.percent(rate)) (\(language.interval(interval, rate: rate)))")
      }
      if let calls, let unreached {
        parts.append(
          language.words(
            "\(language.count(unreached)) of \(language.count(calls)) calls",
            "\(language.count(unreached)) af \(language.count(calls)) opkald"))
      }
      if let truth {
        parts.append(language.words("true share ", "sand andel ") + language.percent(truth))
      }
      return "\(language.group(label)): \(parts.joined(separator: ", "))"
    }

    /// Describes a slot.
    package init(
      label: String, calls: Int? = nil, unreached: Int? = nil, rate: Double?, interval: ConfidenceInterval?,
      truth: Measured? = nil
    ) {
      self.label = label
      self.calls = calls
      self.unreached = unreached
      self.rate = rate
      self.interval = interval
      self.truth = truth
    }
  }

  /// The slots in their order.
  package var slots: [Slot]
  /// The greatest share that is acceptable, drawn as a line.
  package var target: Double?
  /// The confidence of the intervals.
  package var confidence: Double
  /// What counts as reached, in the reader's words, for the caption.
  package var definition: String?

  /// Puts the figure together.
  package init(
    slots: [Slot], target: Double? = nil, confidence: Double = ConfidenceLevel.usual,
    definition: String? = nil
  ) {
    self.slots = slots
    self.target = target
    self.confidence = confidence
    self.definition = definition
  }

  /// `rate-by-hour`.
  package var name: String { "rate-by-hour" }

  /// The subject.
  package func title(language: ReportLanguage) -> String {
    language.words("Not reached, by slot", "Uden kontakt, efter tidsrum")
  }

  /// What dots, lines, diamonds and the numbers below the slots are, the target, and what counts as reached.
  package func caption(language: ReportLanguage) -> String {
    var sentences: [String] = []
    if hasEstimates {
      let level = language.roundPercent(confidence)
      sentences.append(
        language.words(
          "Each dot is the share of calls that did not reach the practice; the line through it is the \(level) interval: the longer, the less is known. Below each slot: calls not reached and all valid calls.",
          "Hver prik er andelen af opkald uden kontakt; stregen gennem den er \(level)-intervallet: jo længere, jo mindre ved man. Under hvert tidsrum: opkald uden kontakt og alle gyldige opkald."
        ))
    }
    if hasTruth {
      sentences.append(
        language.words(
          "Hollow diamonds: the true share in the simulated region.",
          "Hule ruder: den sande andel i den simulerede region."))
    }
    if let target {
      sentences.append(
        language.words(
          "The broken line is the target: at most \(language.roundPercent(target)).",
          "Den stiplede linje er målet: højst \(language.roundPercent(target))."))
    }
    if let definition {
      sentences.append(language.words("Reached: \(definition).", "Opnået kontakt: \(definition)."))
    }
    return sentences.joined(separator: " ").withoutDoubleStops
  }

  /// The plot, with zero at its foot.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    var drawing = Canvas(width: width.units)
    guard !slots.isEmpty else {
      drawing.nothing(in: language)
      return drawing
    }
    let below = legend(language).draw(into: &drawing, y: 0)
    let height = width == .wide ? 280.0 : 220.0
    let axis = ColumnPlot.Axis(
      language.words("Share of calls not reached", "Andel opkald uden kontakt"), .percent,
      enclosing: 0...greatest, height: height)
    let plot = ColumnPlot(
      into: &drawing, names: slots.map { language.group($0.label) }, notes: slots.map(\.counts), axis: axis,
      top: below + 8, height: height, language: language)
    if let target, target.isFinite {
      let y = plot.scale(target)
      drawing.line(
        from: Point(x: plot.bands.start, y: y), to: Point(x: plot.bands.end, y: y), .vermillion, .medium,
        dash: .dash)
    }
    draw(in: plot, into: &drawing, language: language)
    drawing.height = plot.end + 2
    return drawing
  }

  private func draw(in plot: ColumnPlot, into drawing: inout Canvas, language: ReportLanguage) {
    let isRoomy = plot.bands.width >= 64
    for (index, slot) in slots.enumerated() {
      // The truth stands beside the estimate, so that neither hides the other.
      let aside = slot.truth == nil ? 0 : min(7, plot.bands.width / 5)
      let x = plot.bands.centre(index) - aside
      drawing.marked(slot.words(language)) { mark in
        mark.upright(slot.interval, x: x, scale: plot.scale, .blue)
        if let truth = slot.truth?.value, truth.isFinite {
          mark.diamond(at: plot.point(index, truth, aside: aside), radius: min(5.5, plot.bands.width / 5))
        }
        guard let rate = slot.rate, rate.isFinite else { return }
        mark.dot(at: Point(x: x, y: plot.scale(rate)), .blue, radius: min(4.5, plot.bands.width / 4))
      }
      if isRoomy, let rate = slot.rate, rate.isFinite {
        // To the left, where no diamond is, and clear of the line to the neighbour.
        let y = clear(
          plot.baseline(beside: rate), of: target.map { plot.scale($0) }, above: rate >= target ?? 0)
        drawing.text(language.number(rate * 100, decimals: 1), x: x - 8, y: y, .note, .end, halo: true)
      }
    }
  }

  /// A baseline whose text does not stand on the target's line: moved above or below it.
  private func clear(_ baseline: Double, of line: Double?, above isAbove: Bool) -> Double {
    let (ascent, margin) = (TextStyle.note.ascent, 4.0)
    guard let line, baseline > line - margin, baseline - ascent < line + margin else { return baseline }
    return isAbove ? line - margin : line + ascent + margin
  }

  private func legend(_ language: ReportLanguage) -> Legend {
    var entries: [Legend.Entry] = []
    if hasEstimates {
      entries.append(
        .init(
          mark: .interval(.blue, isHollow: false),
          text: language.words(
            "the survey, with its \(language.roundPercent(confidence)) interval",
            "undersøgelsen, med \(language.roundPercent(confidence))-interval")))
    }
    if hasTruth {
      entries.append(.init(mark: .diamond, text: language.words("true share", "sand andel")))
    }
    if let target {
      entries.append(
        .init(
          mark: .line(.vermillion, .dash),
          text: language.words(
            "target, at most \(language.roundPercent(target))", "mål, højst \(language.roundPercent(target))")
        ))
    }
    return Legend(entries)
  }

  private var hasEstimates: Bool { slots.contains { $0.rate != nil } }

  private var hasTruth: Bool { slots.contains { $0.truth != nil } }

  /// The greatest value to be shown, at least 5 %, so that near-zero shares are not blown up.
  private var greatest: Double {
    let values = slots.flatMap { [$0.rate, $0.interval?.upper, $0.truth?.value] } + [target]
    return values.compactMap { $0 }.filter(\.isFinite).reduce(0.05, max)
  }

  /// One row per slot.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    var columns: [FigureTable.Column] = [
      .init(language.words("Slot", "Tidsrum"), "slot"), .init(language.words("Calls", "Opkald"), "calls"),
      .init(language.words("Not reached", "Uden kontakt"), "unreached"),
      .init(language.words("Share", "Andel"), "rate"), language.intervalColumn(confidence),
    ]
    if hasTruth { columns.append(.init(language.words("True share", "Sand andel"), "truth", "truth_se")) }
    return FigureTable(
      columns,
      slots.map { slot in
        [
          language.cell(group: slot.label), language.cell(count: slot.calls),
          language.cell(count: slot.unreached), language.cell(percent: slot.rate),
          language.cell(interval: slot.interval, rate: slot.rate),
        ] + (hasTruth ? [language.cell(percent: slot.truth ?? Measured(value: nil))] : [])
      })
  }
}
