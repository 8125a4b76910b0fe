/// A figure as it is published: with what it shows as its title, and below it the line that says where its numbers come from.
///
/// Title and source are in one language, the reader's; the figure itself keeps its own words for what the marks are.
///
/// ```swift
/// SourcedFigure(figure, title: "The slots cannot be told apart", source: "Source: Region Midtjylland; 7–20 April 2015; …")
/// ```
package struct SourcedFigure: Figure {
  /// The figure.
  package let figure: any Figure
  private let heading: String?
  private let line: String

  /// Gives a figure its source, and a title that says what it shows; `nil` leaves the figure's subject as its title.
  package init(_ figure: any Figure, title: String?, source: String) {
    self.figure = figure
    heading = title
    line = source
  }

  /// The figure's name.
  package var name: String { figure.name }

  /// The line below the figure.
  package var source: String? { line }

  /// What the figure shows, or else what it is about.
  package func title(language: ReportLanguage) -> String { heading ?? figure.title(language: language) }

  /// The figure's caption.
  package func caption(language: ReportLanguage) -> String { figure.caption(language: language) }

  /// The figure's drawing.
  package func drawing(language: ReportLanguage, width: FigureWidth) -> Canvas {
    figure.drawing(language: language, width: width)
  }

  /// The figure's numbers.
  package func dataTable(language: ReportLanguage) -> FigureTable { figure.dataTable(language: language) }
}
