/// The name and version of the program, in the one place where they stand.
public enum Program {
  /// As it is typed, and as a manifest names the writer of a folder.
  public static let name = "telefontid"
  /// Semantic version; a change of what a seed yields raises more than the last part.
  public static let version = "0.1.0"
}
