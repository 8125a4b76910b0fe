/// A colour of the figures, for light and for dark paper.
///
/// The hues are those of Okabe and Ito (Color Universal Design, 2008), which people with any common colour blindness can tell apart, made
/// darker or lighter until each has the contrast that WCAG 2.2 asks for: 3:1 for marks (by their edge), 4.5:1 for text.
package enum Colour: String, CaseIterable, Sendable {
  /// What everything stands on.
  case paper
  /// Text that carries the message.
  case ink
  /// Text beside it.
  case muted
  /// The lines of axes.
  case axis
  /// Lines to guide the eye.
  case grid
  case blue, sky, pale
  case vermillion, amber, yellow, rust
  case green, purple, grey, silver

  /// What fills a mark, or the text or the line itself, as `#rrggbb`.
  func fill(_ mode: Mode) -> String {
    let pair = fills
    switch mode {
    case .light: return pair.light
    case .dark: return pair.dark
    }
  }

  /// What a mark is edged with, so that light fills are seen too; for most colours it is the fill.
  func edge(_ mode: Mode) -> String {
    switch self {
    case .sky, .pale: Colour.blue.fill(mode)
    case .silver: Colour.grey.fill(mode)
    case .amber: mode == .light ? "#a86e00" : fill(mode)
    case .yellow: mode == .light ? "#8c8000" : fill(mode)
    case .rust: mode == .light ? fill(mode) : "#ee7a38"
    case .grey, .paper, .ink, .muted, .axis, .grid, .blue, .vermillion, .green, .purple: fill(mode)
    }
  }

  /// Black or white, whichever is read more easily on the fill.
  func textOnFill(_ mode: Mode) -> String {
    let (black, white) = ("#000000", "#ffffff")
    return switch self {
    case .blue, .green, .purple: mode == .light ? white : black
    case .sky, .pale, .silver, .grid, .paper: mode == .light ? black : white
    case .rust: white
    case .vermillion, .amber, .yellow, .grey, .axis: black
    case .ink, .muted: mode == .light ? white : black
    }
  }

  private var fills: (light: String, dark: String) {
    switch self {
    case .paper: ("#ffffff", "#14181d")
    case .ink: ("#1b1f24", "#e8ebee")
    case .muted: ("#56606b", "#a7b0ba")
    case .axis: ("#828b95", "#77818c")
    case .grid: ("#e4e7ea", "#2a3138")
    case .blue: ("#0072b2", "#56b4e9")
    case .sky: ("#6fb7e6", "#2878ad")
    case .pale: ("#d9edfa", "#1b4866")
    case .vermillion: ("#d55e00", "#ee7a38")
    case .amber: ("#f0ad33", "#ebb440")
    case .yellow: ("#f5ea7a", "#f3e97c")
    case .rust: ("#8a2f00", "#8f3f1d")
    case .green: ("#007a56", "#2fbf95")
    case .purple: ("#a14a86", "#d68bb8")
    case .grey: ("#737c86", "#919ba5")
    case .silver: ("#bcc4cb", "#4c5661")
    }
  }

  /// Whether the reader's screen is light or dark.
  enum Mode: CaseIterable, Sendable {
    case light, dark
  }
}
