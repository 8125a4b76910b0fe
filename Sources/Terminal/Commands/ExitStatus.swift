/// How a run of the program ended, as the shell sees it.
///
/// The numbers are those of BSD's `sysexits.h`. A verdict is never an exit status: a survey that fails its target
/// is a run that is done.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  /// The work is done, whatever it shows.
  case done = 0
  /// The command line cannot be understood.
  case usage = 64
  /// A file that was read holds something that cannot be right.
  case data = 65
  /// A file to be read is missing or unreadable.
  case noInput = 66
  /// A fault of the program itself.
  case internalFault = 70
  /// An output file or folder cannot be created or replaced.
  case cannotCreate = 73
  /// Reading or writing broke off half-way.
  case inputOutput = 74
  /// Stopped by SIGINT, SIGTERM or SIGHUP; what was finished has been kept.
  ///
  /// The process then dies of that signal, so a shell sees 130 for SIGINT, 143 for SIGTERM and 129 for SIGHUP.
  case interrupted = 130
}
