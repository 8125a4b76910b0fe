internal import SurveyDesign

/// The line below a figure that says where its numbers come from.
extension ReportText {
  /// Simulated, or rung.
  func kind(isSimulated: Bool) -> String {
    isSimulated
      ? words("simulated, no practice was rung", "simuleret, ingen praksis er ringet op")
      : words("calls that were made", "gennemførte opkald")
  }

  /// All that a reader needs who meets the figure without its page.
  func source(_ parts: [String?]) -> String {
    words("Source: ", "Kilde: ")
      + parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; ").withoutDoubleStops
  }

  func validCalls(_ count: Int) -> String {
    let number = self.count(count)
    return count == 1
      ? words("1 valid call", "1 gyldigt opkald") : words("\(number) valid calls", "\(number) gyldige opkald")
  }

  func reachedBy(_ definition: ReachedDefinition) -> String {
    words("reached: \(name(of: definition))", "opnået kontakt: \(name(of: definition))")
  }
}
