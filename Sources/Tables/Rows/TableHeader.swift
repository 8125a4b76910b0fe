/// The column names of a table, in the order of the file.
package struct TableHeader: Equatable, Sendable {
  /// The names, without spaces around them and without the nameless columns at the end.
  package let names: [String]

  /// The physical line, from 1, where the header starts.
  package let line: Int

  /// Makes a header of names as they stand in a file; spaces around them and nameless columns at the end are dropped.
  ///
  /// Spreadsheets write nameless columns when a cell right of the table was once touched. A nameless column in front, where
  /// pandas and R number the rows, stays nameless: no name finds it.
  package init(_ names: [String], line: Int = 1) {
    var names = names.map(trimmedText)
    while let last = names.last, last.isEmpty {
      names.removeLast()
    }
    self.names = names
    self.line = line
  }

  /// The index of a column by its name, or nil if there is none.
  ///
  /// The exact name wins; otherwise one that differs in upper and lower case only, otherwise one that differs in spaces, marks or
  /// the spelling of Danish letters (``foldedName(_:)``), each if just one does.
  ///
  /// - Complexity: O(*n*) in the number of columns.
  package func index(of name: String) -> Int? {
    guard !name.isEmpty else { return nil }
    if let exact = names.firstIndex(of: name) { return exact }
    return onlyIndex(of: name) { $0.lowercased() } ?? onlyIndex(of: name, alike: foldedName)
  }

  /// The index of the only name that is the same once both are seen alike.
  private func onlyIndex(of name: String, alike: (String) -> String) -> Int? {
    let wanted = alike(name)
    let similar = names.indices.filter { alike(names[$0]) == wanted }
    return similar.count == 1 && !wanted.isEmpty ? similar[0] : nil
  }

  /// The index of a column that must be there; if it is not, notes a fault that suggests the nearest name.
  package func requiredIndex(of name: String, faults: inout TableFaults) -> Int? {
    if let index = index(of: name) { return index }
    faults.add(missingColumnMessage(name), line: line)
    return nil
  }

  /// The header that most likely stands for a column that is called otherwise; `nil` if none is close.
  package func nearest(to name: String, or others: [String] = []) -> String? {
    let named = names.filter { !$0.isEmpty }
    return ([name] + others).lazy.compactMap { nearestMatch(to: $0, among: named) }.first
  }

  /// The sentence that says a column is missing, with a suggestion if a name is close.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - others: Other names by which the column would have been found.
  package func missingColumnMessage(_ name: String, or others: [String] = []) -> String {
    let named = names.filter { !$0.isEmpty }
    let nearest = nearest(to: name, or: others)
    let suggestion = nearest.map { "; did you mean '\(excerpt($0))'?" } ?? "."
    let listed = named.prefix(20).map { excerpt($0) }.joined(separator: ", ")
    return "there is no column '\(excerpt(name))'\(suggestion) The columns are: \(listed)"
      + (named.count > 20 ? ", …" : "")
  }
}

/// A text without the spaces, tabs and no-break spaces around it.
func trimmedText(_ text: String) -> String {
  func isPadding(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\u{A0}"
  }
  guard let first = text.first, let last = text.last, isPadding(first) || isPadding(last) else { return text }
  var rest = text[...]
  while let first = rest.first, isPadding(first) { rest.removeFirst() }
  while let last = rest.last, isPadding(last) { rest.removeLast() }
  return String(rest)
}
