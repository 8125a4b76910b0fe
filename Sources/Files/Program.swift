/// The name and version of the program, in the one place where they stand.
package enum Program {
  /// As it is typed, and as a manifest names the writer of a folder.
  package static let name = "telefontid"
  /// Semantic version; a change of what a seed yields raises more than the last part.
  package static let version = "0.1.0"
  /// The day of the version, as manual pages show it.
  package static let released = "November 29, 2026"
  /// What to do with a fault of the program.
  package static let reporting =
    "A fault of the program? Please report it where you got it: the command line, its output and '\(name) --version'."
}
