/// A column that every frame has, by its name in `practices.csv`.
package enum FrameColumn: String, CaseIterable, Equatable, Sendable {
  /// The practice's number.
  case practice
  /// The municipality's name.
  case municipality
  /// The number of general practitioners.
  case gps
  /// The number of patients on the list.
  case listedPatients = "listed_patients"
  /// The stratum's name.
  case stratum
  /// How many practices of the population a practice stands for.
  case weight
}
