internal import Files
import Synchronization

/// Ctrl-C, SIGTERM and SIGHUP: the first asks the work to stop at the next good place, a second Ctrl-C or SIGTERM kills.
///
/// SIGHUP comes when a terminal is closed, often twice, from the system and from the shell: it never kills.
package enum Interruption {
  /// The first signal that came, 0 while none has.
  private static let firstSignal = Atomic<Int32>(0)

  /// Begins to listen.
  ///
  /// Until then every one of them kills at once.
  package static func listen() {
    // Touched here, so that the handler finds it made.
    _ = firstSignal.load(ordering: .relaxed)
    Platform.onFirst(of: [Platform.interrupt, Platform.terminate]) { number in
      let (isFirst, _) = Interruption.firstSignal.compareExchange(
        expected: 0, desired: number, ordering: .relaxed)
      // The other of the two signals has come before: this one is the second.
      if !isFirst { Platform.die(of: number) }
    }
    Platform.onEvery(Platform.hangUp) { number in
      _ = Interruption.firstSignal.compareExchange(expected: 0, desired: number, ordering: .relaxed)
    }
  }

  /// Whether the work should stop.
  ///
  /// Cheap enough to ask once per replication.
  package static var isRequested: Bool { firstSignal.load(ordering: .relaxed) != 0 }

  /// Ends the process by the signal that came, so that a calling shell or `make` sees it and stops too.
  static func dieOfSignal() -> Never {
    let number = firstSignal.load(ordering: .relaxed)
    Platform.die(of: number == 0 ? Platform.interrupt : number)
    Platform.leave(with: ExitStatus.interrupted.rawValue)
  }
}
