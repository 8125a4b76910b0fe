extension TableFaults {
  /// Notes what is wrong with the names of the columns, which stand in a row of their own.
  mutating func addFaults(of header: TableHeader, in row: TableRow) {
    guard !header.names.isEmpty else {
      add("the header has no column names; a table starts with a line of them", in: row, field: 0)
      return
    }
    var firstIndices: [String: Int] = [:]
    for (index, name) in header.names.enumerated() {
      if name.isEmpty, index > 0 {
        add(
          "the column has no name; only the first, of row numbers, and those at the end that hold nothing may lack one",
          in: row, field: index)
      } else if name.unicodeScalars.contains(where: isUnfitForNames) {
        add("the column's name holds control characters; is this a text file?", in: row, field: index)
      } else if let first = firstIndices[name] {
        add(
          "the column has the same name as column \(first + 1); every column needs a name of its own",
          in: row, field: index)
      } else {
        firstIndices[name] = index
      }
    }
  }
}

/// Whether a scalar is a control character other than a line break or a tab.
private func isUnfitForNames(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 && scalar != "\n" && scalar != "\r" && scalar != "\t"
}
