internal import Files
import Synchronization

/// Where text goes: a file descriptor, or a capture in tests.
package enum OutputStream: Sendable {
  case descriptor(Int32, name: String)
  case capture(Capture)

  package static let standardOutput = OutputStream.descriptor(
    Platform.standardOutput, name: "standard output")
  package static let standardError = OutputStream.descriptor(Platform.standardError, name: "standard error")

  /// Text kept in memory.
  ///
  /// A class because the test and the command under test share it.
  package final class Capture: Sendable {
    private let kept = Mutex("")

    package var text: String { kept.withLock { $0 } }

    package func append(_ text: String) { kept.withLock { $0 += text } }
  }

  /// What became of a write.
  package enum WriteResult: Equatable, Sendable {
    case written
    /// The program at the other end of the pipe has left; it has what it wanted.
    case readerGone
    /// The reason in words.
    case failed(String)
  }

  /// Writes the text at once, without a buffer of ours.
  package func write(_ text: String) -> WriteResult {
    switch self {
    case .capture(let capture):
      capture.append(text)
      return .written
    case .descriptor(let descriptor, _):
      do {
        try Platform.write(Array(text.utf8), to: descriptor)
        return .written
      } catch {
        return error == .brokenPipe ? .readerGone : .failed(error.reason)
      }
    }
  }

  /// The stream as an error message names it.
  package var name: String {
    switch self {
    case .capture: "capture"
    case .descriptor(_, let name): name
    }
  }
}
