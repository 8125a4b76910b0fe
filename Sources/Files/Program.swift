/// The name and version of the program, in the one place where they stand.
package enum Program {
  /// As it is typed, and as a manifest names the writer of a folder.
  package static let name = "telefontid"
  /// Semantic version; a change of what a seed yields raises more than the last part.
  package static let version = "0.1.0"
}
