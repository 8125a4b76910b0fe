extension Canvas {
  /// Says that there is nothing to show, where a plot would stand.
  package mutating func nothing(in language: ReportLanguage) {
    height = 40
    text(
      language.words("There are no numbers to show.", "Der er ingen tal at vise."), x: 0, y: 24, .label,
      colour: "f-muted")
  }
}
