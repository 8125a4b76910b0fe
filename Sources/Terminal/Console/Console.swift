internal import Files

/// Standard output and standard error, and what each can show.
package struct Console: Sendable {
  /// What one stream can show.
  package struct Ability: Equatable, Sendable {
    /// A person looks at it, and the cursor can be moved.
    package var isTerminal = false
    /// Bold and colour may be used.
    var hasStyle = false
    /// Characters outside ASCII are shown as meant.
    package var hasUnicode = false
    /// A person looks at it in a locale without UTF-8, in which other characters would be shown as something else.
    package var needsASCII = false
    /// The columns of a line, `nil` when lines may be as long as they like.
    package var columns: Int? = nil
  }

  package let output: OutputStream
  package let error: OutputStream
  package let outputAbility: Ability
  let errorAbility: Ability
  /// The environment, as far as it says in which language a person is spoken to.
  let environment: @Sendable (String) -> String?

  package init(
    output: OutputStream, error: OutputStream, outputAbility: Ability = Ability(),
    errorAbility: Ability = Ability(), environment: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.output = output
    self.error = error
    self.outputAbility = outputAbility
    self.errorAbility = errorAbility
    self.environment = environment
  }

  /// The console of this process.
  static func ofProcess() -> Console {
    Console(
      output: .standardOutput, error: .standardError,
      outputAbility: Ability(
        isTerminal: Platform.isTerminal(Platform.standardOutput),
        windowColumns: Platform.columns(of: Platform.standardOutput), environment: Platform.environment),
      errorAbility: Ability(
        isTerminal: Platform.isTerminal(Platform.standardError),
        windowColumns: Platform.columns(of: Platform.standardError), environment: Platform.environment),
      environment: Platform.environment)
  }

  /// Prints text as it is.
  ///
  /// A reader that has left (`| head`) is no error: the rest of the work is done, quietly. Anything else that keeps
  /// the text from being written is one.
  package func print(_ text: String) throws {
    switch output.write(text) {
    case .written, .readerGone: break
    case .failed(let reason): throw CommandError(.inputOutput, [Fault(reason, file: output.name)])
    }
  }

  /// Says something on standard error, as it can show it; if even that fails there is no way left to tell.
  func complain(_ text: String) {
    _ = error.write(errorAbility.needsASCII ? text.inASCII : text)
  }

  /// The width at which help is wrapped.
  var helpWidth: Int { outputAbility.columns ?? 80 }
}

extension Console.Ability {
  /// What a stream can show, from the facts and the environment.
  ///
  /// `COLUMNS` beats the window's size and holds for pipes too; `NO_COLOR` (any text but none) and `TERM=dumb` take
  /// style away; the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set decides on Unicode. A pipe gets plain text.
  package init(isTerminal: Bool, windowColumns: Int?, environment: (String) -> String?) {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    let isDumb = value("TERM").map { $0 == "dumb" } ?? true
    let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "C"
    let encoding = locale.lowercased().filter { $0 != "-" }
    let typedColumns = value("COLUMNS").flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
    self.init(
      isTerminal: isTerminal && !isDumb,
      hasStyle: isTerminal && !isDumb && value("NO_COLOR") == nil,
      hasUnicode: isTerminal && encoding.contains("utf8"),
      needsASCII: isTerminal && !encoding.contains("utf8"),
      columns: typedColumns ?? (isTerminal ? windowColumns : nil))
  }

  /// The text in bold, where that can be shown.
  package func bold(_ text: String) -> String {
    hasStyle ? "\u{1B}[1m\(text)\u{1B}[22m" : text
  }
}
