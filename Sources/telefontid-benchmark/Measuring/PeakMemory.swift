import Foundation
import Scenarios
import TelefontidCommand
import Terminal

/// The most memory that this process has had in use.
enum PeakMemory {
  /// The peak in megabytes of 10⁶ bytes, from Linux's own books; nil on other systems.
  ///
  /// `getrusage` is no help: its peak counts what the parent had in use before this program was started in its place.
  static var megabytes: Double? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return kibibytes * 1024 / 1e6
  }
}
