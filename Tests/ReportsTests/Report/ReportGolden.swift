/// What ``ReportGoldenTests`` expects; `~` stands for a no-break space.
enum ReportGolden {
  static let danish = ""
  static let english = ""
}
