/// The window for which a figure is drawn.
///
/// One drawing cannot serve both a laptop and a phone: scaled down to a phone its text would be half as large. So each figure
/// is laid out for two widths, with the same sizes of text, and a page shows the one that fits.
package enum FigureWidth: String, CaseIterable, Equatable, Sendable {
  /// For a laptop, a printed page, or a slide.
  case wide
  /// For a phone.
  case narrow

  /// The width of the drawing, in pixels when shown at its natural size.
  package var units: Double {
    switch self {
    case .wide: 720
    case .narrow: 350
    }
  }
}
