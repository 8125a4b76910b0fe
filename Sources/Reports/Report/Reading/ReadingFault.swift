/// Something that a report would have told and cannot, because a file is missing or is not what it should be.
package enum ReadingFault: Equatable, Sendable {
  /// The folder has no manifest, so the reader cannot tell whether its files are as they were written; calls are used if it has any.
  case noManifest(hasCalls: Bool)
  /// The manifest is none of ours, or cannot be read; calls are used if the folder has any.
  case damagedManifest(hasCalls: Bool)
  /// A file that the manifest lists is not there.
  case missingFile(String)
  /// A file is not the one that was written: its digest is another. It is not used.
  case changedFile(String)
  /// A file cannot be read; the reason is in English, as the reader gave it.
  case unreadableFile(String, reason: String)
  /// The run was stopped before its end.
  case incompleteRun(done: Int, asked: Int)
  /// The scenario that the run names is not where it was, and none was named.
  case missingScenario(String)
  /// The scenario is not the one that was run: its digest is another. It is not used.
  case changedScenario(String)
  /// The scenario cannot be read; the reason is in English.
  case unreadableScenario(String, reason: String)
  /// The calls do not give the estimates that stand in the folder; those of the folder are shown.
  case otherEstimates
}
