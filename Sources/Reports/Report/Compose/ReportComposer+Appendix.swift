internal import Drawing
internal import Files
internal import Scenarios
internal import SurveyDesign
internal import Tables

extension ReportComposer {
  /// How many parameters have each basis, in the order in which the bases are told.
  var parameterBases: [(basis: ParameterBasis, count: Int)] {
    ParameterBasis.allCases.map { basis in (basis, report.parameters.count { $0.basis == basis }) }
  }

  /// Every parameter with its value and where it comes from.
  var parameters: [Block] {
    guard report.reading?.isResult ?? false else { return [] }
    guard report.scenario != nil else { return [.paragraph(text.noScenario)] }
    // The last column quotes the scenario file.
    let foreign = text.languageOfSources(of: report.scenario?.title).map {
      ReportDocument.Table.Row.Foreign(column: 3, language: $0)
    }
    return [
      .paragraph(text.parametersIntroduction(parameterBases)),
      .table(
        .init(
          caption: text.parametersCaption,
          columns: [text.parameter, text.value, text.basis, text.source].map { .init(head: $0) },
          rows: report.parameters.map { parameter in
            .init(
              cells: [
                name(of: parameter.path), words(for: parameter.value) + couldBe(parameter),
                text.word(for: parameter.basis),
                source(parameter.source),
              ], kind: parameter.basis == .assumed ? .assumption : .plain,
              foreign: isQuoted(parameter.source) ? foreign : nil)
          })),
    ]
  }

  /// What else a parameter could be, behind its value; nothing where the scenario does not say.
  private func couldBe(_ parameter: ReportParameter) -> String {
    if let range = parameter.range, range.count == 2 {
      return text.couldBe(from: decimal(range[0]), to: decimal(range[1]))
    }
    return parameter.valuesNamed > 1 ? text.couldBe(oneOf: parameter.valuesNamed) : ""
  }

  /// Whether the words on where a value comes from are the scenario's, not the program's.
  private func isQuoted(_ words: String) -> Bool { !words.isEmpty && source(words) == words }

  /// Where a value comes from: in the scenario's own words, unless they are the program's.
  func source(_ source: String) -> String {
    if let known = text.word(inParameter: source) { return known }
    let setIn = "set in "
    guard source.hasPrefix(setIn), !source.dropFirst(setIn.count).contains(" ") else { return source }
    return text.setIn(String(source.dropFirst(setIn.count)))
  }

  /// A value of a scenario as people read it: no braces, numbers in the language's way.
  func words(for value: JSONText) -> String {
    switch value {
    case .object(let members):
      members.isEmpty
        ? text.none
        : members.map { "\(word($0.name)): \(words(for: $0.value))" }.joined(separator: "; ")
    case .array(let values):
      values.isEmpty ? text.none : values.map(words).joined(separator: values.hasObjects ? "; " : ", ")
    case .string(let string): word(string)
    case .integer(let number): language.number(Double(number))
    case .unsigned(let number): language.number(Double(number))
    case .number(let number): decimal(number)
    case .bool(let isTrue): isTrue ? text.yes : text.no
    case .null: text.none
    }
  }

  /// A number with as many decimals as it has, at most six.
  private func decimal(_ number: Double) -> String {
    let text = NumberText.shortest(number)
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    return language.number(number, decimals: min(decimals, 6))
  }

  /// A word of a scenario, a time of day or a date as the language writes it; anything else as it stands.
  private func word(_ name: String) -> String {
    if let known = text.word(inParameter: name) { return known }
    if name.contains(":"), let time = try? TimeOfDay(parsing: name) { return language.time(time) }
    if name.count == 10, let date = try? CalendarDate(parsing: name) { return language.date(date) }
    return language.group(name)
  }

  /// The name of a parameter; of one without a name, that of what it is part of and its own key.
  func name(of path: String) -> String {
    if let name = text.name(ofParameter: path) { return name }
    guard let path = DocumentPath(path) else { return path }
    for length in (1..<max(path.steps.count, 1)).reversed() {
      let outer = DocumentPath(Array(path.steps.prefix(length))).description
      guard let name = text.name(ofParameter: outer) else { continue }
      let inner = path.steps.dropFirst(length).map { step in
        switch step {
        case .key(let key): word(key)
        case .index(let index): "\(index + 1)"
        }
      }
      return ([name] + inner).joined(separator: ", ")
    }
    return path.description
  }

  /// The checklist, for simulations.
  var checklist: [Block] {
    guard report.isSimulated, let manifest = report.reading?.manifest else { return [] }
    let facts = ChecklistFacts(
      scenario: report.scenario,
      title: (report.scenario?.title).map(text.title) ?? manifest.scenario?.name ?? report.source,
      cells: (report.reading?.cells ?? []).map { cellName($0.cell) },
      replications: manifest.replications?.done ?? 0, seed: manifest.seed, version: manifest.version,
      digest: manifest.scenario?.sha256, command: manifest.commandLine.joined(separator: " "),
      bases: parameterBases)
    return [
      .paragraph(text.checklistIntroduction),
      .table(
        .init(
          caption: text.checklistCaption, columns: [.init(head: text.item), .init(head: text.answer)],
          rows: ChecklistItem.allCases.map {
            .init(cells: ["\($0.rawValue) \(text.title(of: $0))", text.answer(to: $0, facts)])
          })),
    ]
  }

  /// The files, what is missing, and how to repeat it all.
  var files: [Block] {
    var blocks: [Block] = [.paragraph(text.folderSentence(report.source))]
    if !report.faults.isEmpty {
      blocks.append(.heading(text.faultsHeading))
      blocks.append(.bullets(report.faults.map(text.sentence)))
    }
    guard let reading = report.reading, let manifest = reading.manifest else { return blocks }
    blocks.append(
      .paragraph(
        text.repeatWith("`\(manifest.commandLine.joined(separator: " ").replacing("`", with: "'"))`")))
    blocks.append(
      .table(
        .init(
          caption: text.fileCaption,
          columns: [
            .init(head: text.file), .init(head: text.size, isNumber: true), .init(head: "SHA-256"),
            .init(head: text.state),
          ],
          rows: reading.files.map { file in
            .init(
              cells: [
                file.name, text.bytes(file.bytes), String(file.sha256.prefix(16)) + "…",
                file.isIntact ? text.intact : text.notUsed,
              ])
          })))
    return blocks
  }
}

extension [JSONText] {
  /// Whether any of the values is an object, so that commas stand within them.
  fileprivate var hasObjects: Bool {
    contains { value in
      switch value {
      case .object: true
      case .array, .string, .integer, .unsigned, .number, .bool, .null: false
      }
    }
  }
}
