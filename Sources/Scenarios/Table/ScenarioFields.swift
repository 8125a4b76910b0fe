internal import SurveyDesign
internal import TelephoneAccess

/// The keys of a scenario document: the one place where they are described.
///
/// A key is one line: its name, the property it sets, what may stand there and what it means. The reader, `check --print`, the
/// JSON Schema, the key reference and the provenance walk this table.
enum ScenarioFields {
  /// The whole document.
  static let keys: [Key<Scenario>] = [
    Key(
      "extends", \.extends, Form.text(.file).orNull,
      "The scenario file this one starts from, relative to this file; what this file says replaces what that one says."
    ),
    .required(
      "name", \.name, .text(.name),
      "The scenario's name, which also names its folder of results; the file's base name when it is absent."),
    .required("title", \.title, .text(.line), "A title for tables and reports; the name when it is absent."),
    Key("description", \.description, .text(.prose), "What the scenario is, in a few sentences."),
    Key(
      "seed", \.seed, .seed,
      "What happens in the region, by chance; `--seed` overrides it. Which region it is, `practices.seed` says."
    ),
    Key(
      "replications", \.replications, .whole(1...1_000_000),
      "How many surveys are simulated; `--replications` overrides it."),
    .section("practices", practices, "The practices of the region: how many, where, how large."),
    .section(
      "telephone", \.population, telephone,
      "Their telephones: who answers when, how many lines, what happens when it is off."),
    .section("patients", patients, "How patients call, wait and try again."),
    .absentOr(
      "professionals", \.population.professionals, professionals,
      "Home nurses, hospital doctors and others who ring the practices for a patient: how many, when, on which number, and how they wait. None when it is absent."
    ),
    .section("survey", \.survey, survey, "The survey: whom to ring, when, how, and what counts as reached."),
    Key(
      "provenance", \.provenance, .provenance,
      "Where each parameter comes from, by its path or the beginning of its path; the longest beginning wins."
    ),
  ]

  /// The same as the walkers see it.
  static let root: [Field] = keys.map { $0.field(Scenario()) }

  /// Keys that say which scenario this is and where it comes from; they are no parameters of it.
  static let labels: Set<String> = [
    "extends", "name", "title", "description", "seed", "replications", "provenance",
  ]

  // Limits that no region comes near, and that keep every sum and product within the machine's numbers.
  static let mostPractices = 100_000
  static let mostCalls = 2_000_000
  static let secondsPerDay = 86_400.0
}

extension Form<Provenance> {
  fileprivate static var provenance: Form {
    Form<[Provenance.Entry]>.map(
      .path,
      of: .object(
        Provenance.Entry(path: DocumentPath(), basis: .assumed, source: ""),
        [
          .required(
            "basis", \.basis, .word,
            "Observed (published or measured), derived (worked out from what was observed) or assumed."),
          .required(
            "source", \.source, .text(.prose), "Who says so, or how it was worked out, or why it is assumed."),
          .absentOr(
            "range", \.range, .list(of: .number(-1e15, to: 1e15), count: 2...2),
            "The lowest and the highest value that the number could have as well; `sensitivity` draws from it."
          ),
          .absentOr(
            "law", \.law, .word,
            "How likely values within the range are: all the same (uniform, without this key), most likely what the scenario says (triangular), or the same for every doubling (log-uniform)."
          ),
          .absentOr(
            "values", \.values, .list(of: .json, count: 2...100),
            "Values that the parameter could have as well, each as likely, in place of a range; whole objects too."
          ),
        ])
    ) { path, entry in
      DocumentPath(path).map { path in
        var entry = entry
        entry.path = path
        return entry
      }
    }.map(Provenance.init) { $0.entries }
  }
}
