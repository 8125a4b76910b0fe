package import Drawing
package import SurveyDesign

/// What reports call things, for those who speak of them elsewhere.
extension ReportLanguage {
  /// The title or the description of a scenario, in this language where it is a shipped one.
  package func title(_ title: String) -> String { ReportText(self).title(title) }

  /// What groups are made by: `municipality`, `kommune`.
  package func grouping(_ by: String) -> String { ReportText(self).name(ofGrouping: by) }

  /// A definition of reached: `the agreement’s rule`, `overenskomstens regel`.
  package func definition(_ definition: ReachedDefinition) -> String { ReportText(self).name(of: definition) }

  /// A key of a scenario in words; `nil` where it has none.
  package func parameter(_ path: String) -> String? { ReportText(self).name(ofParameter: path) }

  /// A word that stands as a value in scenarios, such as a state of the telephone; `nil` for others.
  package func word(_ value: String) -> String? { ReportText(self).word(inParameter: value) }
}
