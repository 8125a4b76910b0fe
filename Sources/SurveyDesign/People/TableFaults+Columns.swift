package import Tables

extension TableFaults {
  /// Says what the marks of a column of numbers, read as decimals, leave open: a remark if they may set thousands apart, a fault if they
  /// surely do.
  package mutating func judge(_ marks: NumberMarks, field: Int?) {
    switch marks.meaning {
    case .decimals: break
    case .doubtful(let example, _, _):
      remark(
        RemarkText(
          "each number with a mark has three digits after it, such as \(example), which was read as a decimal and not as thousands",
          "hvert tal med et tegn har tre cifre efter tegnet, f.eks. \(example), som er læst som decimaltal og ikke som tusinder"
        ),
        field: field)
    case .thousands(let example, let line):
      add(
        "'\(example)' has its thousands set apart, as other numbers of the column show; write numbers without separators of thousands",
        line: line, field: field)
    }
  }
}
