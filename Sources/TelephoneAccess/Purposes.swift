internal import Randomness

/// What a stream of this module is for. The numbers are part of what a seed yields: never change or reuse one.
extension Purpose {
  /// A practice's fixed traits, with the replication left at 0.
  static let traits = Purpose(rawValue: 200)
  /// How busy a practice is on a day.
  static let busyness = Purpose(rawValue: 201)
  /// When a practice's patients call, and each caller's key.
  static let arrivals = Purpose(rawValue: 202)
  /// The callers waiting for the telephone to open.
  static let openingBurst = Purpose(rawValue: 203)
  /// The callers at fixed times.
  static let fixedArrivals = Purpose(rawValue: 204)
  /// What a survey call draws: its talk, its wrap-up, a refusal.
  static let surveyCalls = Purpose(rawValue: 205)
  /// The minutes of the probes, and what they draw.
  static let probes = Purpose(rawValue: 206)
  /// Which of the drawn practices has how many doctors.
  static let population = Purpose(rawValue: 207)
  /// Where the dealing of a trait begins.
  static let quota = Purpose(rawValue: 208)
  /// Which practices of a frame are none any more.
  static let invalidity = Purpose(rawValue: 209)
  /// When professionals call, and each one's key.
  static let professionals = Purpose(rawValue: 210)
}
