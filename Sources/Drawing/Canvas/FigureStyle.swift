/// The style sheet of all figures.
///
/// Every rule is written out with its colour, once for light and once for dark paper, instead of by custom properties, because
/// word processors and converters that read SVG know classes and not `var()`. They show the light version. Paper is
/// always light in print.
package enum FigureStyle {
  /// The rules as they stand in a figure that is a file of its own.
  static let standalone = rules + colours(.light) + darkAndPrint(colours)

  /// The rules for a page that holds figures: those of the figures, once, and the page's colours as custom properties.
  ///
  /// The properties are `--tf-paper`, `--tf-ink`, `--tf-muted`, `--tf-axis`, `--tf-grid` and so on, one per colour of the palette.
  /// A figure on such a page comes in two widths, and the rules show the one that suits the window.
  package static let page: String =
    properties(.light) + darkAndPrint(properties) + rules + colours(.light)
    + darkAndPrint(colours) + widths

  /// The window, in pixels, from which on the wide drawing of a figure is shown.
  package static let breakpoint = 680

  private static func darkAndPrint(_ text: (Colour.Mode) -> String) -> String {
    "@media (prefers-color-scheme:dark){\(text(.dark))}\n@media print{\(text(.light))}\n"
  }

  private static let widths = """
    svg.tf{display:block;width:100%;height:auto}
    svg.tf-wide{max-width:\(Markup.number(FigureWidth.wide.units))px}
    svg.tf-narrow{display:none;max-width:\(Markup.number(FigureWidth.narrow.units * 1.3))px}
    @media screen and (max-width:\(breakpoint - 1)px){svg.tf-wide{display:none}svg.tf-narrow{display:block}}

    """

  private static let rules: String = {
    var text = ".tf text{font-family:\(fonts);font-variant-numeric:tabular-nums;font-kerning:normal}\n"
    for style in TextStyle.allCases {
      text += ".tf .\(style.rawValue){font-size:\(Markup.number(style.size))px"
      text += style.isBold ? ";font-weight:bold}\n" : "}\n"
    }
    return text + """
      .tf .line{fill:none;stroke-linejoin:round;stroke-linecap:round}
      .tf .thin{stroke-width:1}
      .tf .medium{stroke-width:1.75}
      .tf .thick{stroke-width:2.5}
      .tf .bold{stroke-width:3.5;stroke-linecap:butt}
      .tf .broad{stroke-width:5}
      .tf .dash{stroke-dasharray:7 4;stroke-linecap:butt}
      .tf .dot{stroke-dasharray:2 4;stroke-linecap:butt}
      .tf .dashdot{stroke-dasharray:9 4 2 4;stroke-linecap:butt}
      .tf .faint{opacity:.45}
      .tf .halo{stroke-width:3.5;stroke-linejoin:round}

      """
  }()

  /// Faces as wide as the table of ``TextMeasure`` says, or narrower; the last is whatever there is.
  private static let fonts =
    "\"Helvetica Neue\",Helvetica,Arial,\"Liberation Sans\",\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif"

  private static func colours(_ mode: Colour.Mode) -> String {
    var text = ""
    for colour in Colour.allCases {
      let name = colour.rawValue
      text += ".tf .f-\(name){fill:\(colour.fill(mode))}"
      text += ".tf .s-\(name){stroke:\(colour.edge(mode))}"
      text += ".tf .t-\(name){fill:\(colour.textOnFill(mode))}\n"
    }
    return text + ".tf .halo{fill:\(Colour.paper.fill(mode));stroke:\(Colour.paper.fill(mode))}\n"
  }

  private static func properties(_ mode: Colour.Mode) -> String {
    let list = Colour.allCases.map { "--tf-\($0.rawValue):\($0.fill(mode))" }
    return ":root{color-scheme:light dark;\(list.joined(separator: ";"))}\n"
  }
}
