/// How the interval of a difference of two shares from separate samples is computed.
package enum DifferenceMethod: String, Sendable, Equatable, CaseIterable {
  /// Wilson's intervals of both shares, squared and added: Newcombe (1998, Statistics in Medicine 17:873), method 10.
  case newcombe
  /// Inverts the score test with its variance times N/(N − 1): Miettinen and Nurminen (1985, Stat. Med. 4:213).
  case miettinenNurminen = "miettinen-nurminen"
  /// Inverts the plain score test: Mee (1984, Biometrics 40:1175).
  case meeScore = "mee-score"
  /// Wald's after one success and one failure have been added to each group: Agresti and Caffo (2000).
  case agrestiCaffo = "agresti-caffo"
  /// Difference plus and minus z estimated standard errors: for comparison only, it can have no width.
  case wald
}
