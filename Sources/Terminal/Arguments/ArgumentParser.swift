/// Reads the words after a command's name against the command's parameters.
///
/// Options may stand anywhere, `--name VALUE` and `--name=VALUE` (`-o VALUE` and `-o=VALUE`) mean the same, `--` ends
/// the options, and `-` is a value. A word that begins with a dash is never taken as an option's value unless it is
/// a number, so a forgotten value is noticed; write `--name=-x` where such a value is meant.
package struct ArgumentParser {
  private let parameters: [ParameterSpec]
  private var texts: [String: [String]] = [:]
  private var positionals: [String] = []
  private var faults: [String] = []

  private init(_ parameters: [ParameterSpec]) {
    self.parameters = parameters
  }

  /// The arguments, or every fault in them at once.
  package static func parse(_ words: [String], against parameters: [ParameterSpec]) throws -> Arguments {
    var parser = ArgumentParser(parameters)
    parser.read(words)
    parser.placePositionals()
    parser.checkPresence()
    guard parser.faults.isEmpty else {
      throw CommandError(.usage, parser.faults.map { Fault($0) })
    }
    return Arguments(parameters: parameters, texts: parser.texts)
  }

  /// Whether a flag is among the options, whatever else is wrong: `--help` always helps.
  package static func contains(_ flag: ParameterSpec, in words: [String]) -> Bool {
    let options = words.prefix { $0 != "--" }
    return options.contains { $0 == flag.typedName || flag.short.map { "-\($0)" } == $0 }
  }

  private mutating func read(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        positionals += rest
        return
      }
      guard word.isOption else {
        positionals.append(word)
        continue
      }
      readOption(word, from: &rest)
    }
  }

  private mutating func readOption(_ word: String, from rest: inout ArraySlice<String>) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count == 2 ? String(parts[1]) : nil
    guard let parameter = parameters.first(where: { $0.isCalled(name) }) else {
      faults.append(unknown(name))
      return
    }
    switch parameter.form {
    case .positional:
      break
    case .flag:
      if attached != nil { faults.append("The flag '\(parameter.typedName)' takes no value") }
      texts[parameter.typedName] = [""]
    case .option:
      if let attached {
        add(attached, to: parameter)
      } else if let next = rest.first, !next.isOption {
        rest.removeFirst()
        add(next, to: parameter)
      } else {
        faults.append("Missing value for '\(parameter.typedForm)'")
        // Given, if badly: that it is missing is not said a second time.
        texts[parameter.typedName, default: []] += []
      }
    }
  }

  private mutating func add(_ text: String, to parameter: ParameterSpec) {
    let earlier = texts[parameter.typedName, default: []]
    if !earlier.isEmpty, !parameter.isRepeatable {
      let fault = "'\(parameter.typedName)' is given more than once"
      if !faults.contains(fault) { faults.append(fault) }
      return
    }
    texts[parameter.typedName] = earlier + [text]
    if let fault = parameter.fault(text) {
      faults.append("The value '\(text)' is invalid for '\(parameter.typedForm)': \(fault)")
    }
  }

  private mutating func placePositionals() {
    var rest = positionals[...]
    for parameter in parameters where parameter.form == .positional {
      let count = parameter.isRepeatable ? rest.count : min(1, rest.count)
      for text in rest.prefix(count) { add(text, to: parameter) }
      rest = rest.dropFirst(count)
    }
    guard !rest.isEmpty else { return }
    let quoted = rest.map { "'\($0)'" }.joined(separator: ", ")
    faults.append(
      rest.count == 1 ? "Unexpected argument \(quoted)" : "\(rest.count) unexpected arguments: \(quoted)")
  }

  private mutating func checkPresence() {
    for parameter in parameters where parameter.isRequired && texts[parameter.typedName] == nil {
      switch parameter.form {
      case .positional: faults.append("Missing expected argument '\(parameter.name)'")
      case .flag, .option: faults.append("Missing expected option '\(parameter.typedForm)'")
      }
    }
  }

  private func unknown(_ name: String) -> String {
    let bare = String(name.drop { $0 == "-" })
    let options = parameters.filter { $0.form != .positional }
    if name == "-V" {
      return "Unknown option '\(name)'. Did you mean '\(StandardParameters.version.typedName)'?"
    }
    guard let near = Suggestion.nearest(to: bare, among: options.map(\.name)) else {
      return "Unknown option '\(name)'"
    }
    return "Unknown option '\(name)'. Did you mean '--\(near)'?"
  }
}

extension ParameterSpec {
  /// Whether a word with its dashes is the name of this option or flag.
  fileprivate func isCalled(_ word: String) -> Bool {
    switch form {
    case .positional: false
    case .flag, .option: word == typedName || short.map { "-\($0)" } == word
    }
  }
}

extension String {
  /// Whether the word names an option: a dash and more, but no number.
  var isOption: Bool {
    count > 1 && hasPrefix("-") && Double(self) == nil
  }
}
