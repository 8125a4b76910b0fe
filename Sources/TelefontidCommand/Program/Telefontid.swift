import Terminal

/// The whole program, so that `main` has nothing left to decide.
package enum Telefontid {
  /// Runs the command in the process's arguments, then ends the process with its status.
  ///
  /// - Parameter arguments: as the process got them, its own name first.
  @MainActor
  package static func main(_ arguments: [String]) async -> Never {
    await Application.main(arguments, commands: .telefontid)
  }
}
