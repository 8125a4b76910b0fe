internal import TelephoneAccess

extension ScenarioFields {
  /// The practices and what sets them apart.
  static let practices: [Key<Scenario>] = [
    Key(
      "frame", \.frameFile, Form.text(.file).orNull,
      "A CSV of practices, relative to this file; what it leaves open is dealt out by the shares below. Without it, all practices are drawn."
    ),
    Key(
      "seed", \.practicesSeed, Form.seed.orNull,
      "Which of the regions with these shares: where sizes, lists and traits come from. Null for the file's own `seed`, whatever `--seed` says."
    ),
    Key(
      "municipalities", \.population.municipalities,
      .map(.label, of: .whole(1...mostPractices)) { MunicipalityCount(name: $0, practices: $1) },
      "Practices in each municipality; needed when there is no frame."),
    Key(
      "gps", \.population.practiceSizes,
      .map(.size, of: .whole(0...mostPractices)) { text, practices in
        guard let gps = MapKey.size(text), practices > 0 else { return nil }
        return SizeCount(gps: gps, practices: practices)
      },
      "Practices by number of general practitioners; as many as in the municipalities. Needed when there is no frame."
    ),
    .section(
      "listed_patients_per_gp", \.population.listSize,
      [
        Key("mean", \.mean, .number(1, to: 100_000), "The mean before the tails are cut off, in patients."),
        Key("cv", \.cv, .number(0, to: 2), "Standard deviation divided by mean, before the cut."),
        Key("smallest", \.smallest, .number(0, to: 100_000), "The smallest list, in patients."),
        Key("largest", \.largest, .number(1, to: 100_000), "The largest list, in patients."),
      ],
      rules: [.meanWithinLimits],
      "Listed patients per general practitioner: normal, without the tails."),
    Key(
      "practices_per_cluster", \.population.clusterSize, Form.whole(1...10_000).orNull,
      "Practices in a quality cluster, neighbours in the frame; null for no clusters."),
    .quiet(
      "invalid_share", \.population.invalidShare, .share,
      "The share of practices in the frame that are none any more, or whose number is wrong: an interviewer notes wrong-number, 0 to 1; 0 when it is absent."
    ),
  ]
}
