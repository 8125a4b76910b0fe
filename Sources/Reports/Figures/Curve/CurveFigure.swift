package import Drawing
package import SurveyStatistics

/// One or more named curves over a value axis: operating characteristics, power, sample sizes.
package struct CurveFigure: Figure, Equatable {
  /// What an axis shows.
  package struct Axis: Equatable, Sendable {
    /// The quantity, with its unit unless the format writes it.
    package var title: Words
    /// How its values are written.
    package var format: AxisFormat
    /// The values the axis covers; `nil` for those of the curves, and from 0 on for the upright axis.
    package var range: ClosedRange<Double>?

    /// Describes an axis.
    package init(_ title: Words, _ format: AxisFormat, range: ClosedRange<Double>? = nil) {
      self.title = title
      self.format = format
      self.range = range
    }
  }

  /// A place on a curve.
  package struct Place: Hashable, Sendable {
    /// The value on the lying axis.
    package var x: Double
    /// The value on the upright axis.
    package var y: Double

    /// A place on a curve.
    package init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A named curve.
  package struct Series: Equatable, Sendable {
    /// Its name, written beside it.
    package var name: Words
    /// Its places from left to right, joined by straight lines; those that are not finite are left out.
    package var places: [Place]
    /// The verdict whose chance the curve is: it then has the verdict's colour in every figure.
    package var verdict: Verdict?

    /// Names a curve.
    package init(_ name: Words, _ places: [Place], verdict: Verdict? = nil) {
      self.name = name
      self.places = places
      self.verdict = verdict
    }
  }

  /// A value of either axis that is marked by a broken line across the plot.
  package struct Reference: Equatable, Sendable {
    /// The axis it belongs to.
    package enum Direction: Equatable, Sendable {
      /// A value of the lying axis: an upright line.
      case x
      /// A value of the upright axis: a lying line.
      case y
    }

    /// The axis.
    package var direction: Direction
    /// The value; not drawn outside the axis.
    package var value: Double
    /// What it is, written beside the line.
    package var label: Words

    /// Marks a value.
    package init(_ direction: Direction, _ value: Double, _ label: Words) {
      self.direction = direction
      self.value = value
      self.label = label
    }
  }

  /// A short name in kebab-case, such as `operating-characteristic`.
  package var name: String
  /// What the figure is about.
  package var title: Words
  /// What is shown, in sentences.
  package var caption: Words
  /// The lying axis.
  package var x: Axis
  /// The upright axis.
  package var y: Axis
  /// The curves; at most six are told apart by colour and dashes together.
  package var series: [Series]
  /// Marked values.
  package var references: [Reference]
  /// The most rows of the table for readers; `nil` for all, as the file has them.
  package var mostRows: Int?

  /// Puts the figure together.
  package init(
    name: String, title: Words, caption: Words, x: Axis, y: Axis, series: [Series],
    references: [Reference] = [], mostRows: Int? = nil
  ) {
    self.name = name
    self.title = title
    self.caption = caption
    self.x = x
    self.y = y
    self.series = series
    self.references = references
    self.mostRows = mostRows
  }

  /// The title as it was given.
  package func title(language: ReportLanguage) -> String { title(language) }

  /// The caption as it was given.
  package func caption(language: ReportLanguage) -> String { caption(language) }

  /// One row per value of the lying axis at which any curve has a place, with a column per curve.
  package func dataTable(language: ReportLanguage) -> FigureTable {
    let values = Set(series.flatMap { $0.places.map(\.x) }).filter(\.isFinite).sorted()
    let columns = series.map { series in
      Dictionary(series.places.map { ($0.x, $0.y) }, uniquingKeysWith: { first, _ in first })
    }
    let decimals = Self.decimals(for: values, x.format)
    func key(_ words: Words) -> String { FigureTable.Column.key(words.english) }
    return FigureTable(
      [.init(x.title(language), key(x.title))]
        + series.map { series in
          let name = series.name(.english).isEmpty ? y.title : series.name
          return .init(name(language), key(name))
        },
      values.map { value in
        [.init(x.format.tick(value, decimals: decimals, in: language), value)]
          + columns.map { .init(y.format.value($0[value], in: language), $0[value]) }
      }, stride: mostRows.map { max(1, (values.count + $0 - 2) / max(1, $0 - 1)) } ?? 1)
  }

  /// How many decimals tell the values of a column apart, at most six.
  private static func decimals(for values: [Double], _ format: AxisFormat) -> Int {
    (0...6).first { decimals in
      let texts = values.map { format.tick($0, decimals: decimals, in: .english) }
      return Set(texts).count == texts.count
    } ?? 6
  }
}
