/// Which survey numbers are of, and whether it took place.
package struct SurveyOrigin: Equatable, Sendable {
  /// The file or folder, as the user named it.
  package var file: String
  /// What it is called; `nil` where that is not known.
  package var title: String?
  /// Whether it was simulated, so that no practice was rung.
  package var isSimulated: Bool
  /// The fieldwork behind it; `nil` where only estimates are left.
  package var fieldwork: FieldworkFacts?

  /// Names a survey.
  package init(file: String, title: String? = nil, isSimulated: Bool, fieldwork: FieldworkFacts? = nil) {
    self.file = file
    self.title = title
    self.isSimulated = isSimulated
    self.fieldwork = fieldwork
  }
}
