import Drawing

/// The scenario that `init` writes: what most surveys change, with comments, over a shipped scenario.
enum StartingScenario {
  /// The scenario that it extends.
  static let parent = "midtjylland-2015"

  /// The text of the file, JSON5.
  static func text(_ language: ReportLanguage) -> String {
    func note(_ english: String, _ danish: String) -> String { "// " + language.words(english, danish) }
    return """
      \(note(
        "A survey of your own. What is not said here is as in the shipped scenario \(parent).",
        "Din egen undersøgelse. Hvad der ikke står her, er som i det medfølgende scenarie \(parent)."))
      \(note(
        "'telefontid check FILE --print' shows every parameter and where it comes from.",
        "'telefontid check FIL --print' viser alle forudsætninger, og hvor de kommer fra."))
      {
        "extends": "\(parent)",
        "title": "\(language.words("My survey", "Min undersøgelse"))",
        "description": "\(language.words(
          "Each of 54 practices is rung twice, in two of four slots.",
          "Hver af 54 praksisser ringes op to gange, i to af fire tidsrum."))",

        \(note(
          "How often the survey is simulated; four times as many make the answers twice as sure.",
          "Hvor mange gange undersøgelsen simuleres; fire gange så mange giver dobbelt så sikre svar."))
        "replications": 100,

        "practices": {
          \(note(
            "How many practices each municipality has. Or your own list: \"frame\": \"practices.csv\" (telefontid init frame).",
            "Hvor mange praksisser hver kommune har. Eller din egen liste: \"frame\": \"praksis.csv\" (telefontid init frame)."))
          "municipalities": { "Viborg": 31, "Skive": 16, "Struer": 7 },
          \(note(
            "How many practices have 1, 2, 3, … doctors; as many as above in all.",
            "Hvor mange praksisser der har 1, 2, 3, … læger; lige så mange i alt som ovenfor."))
          "gps": { "1": 24, "2": 15, "3": 8, "4": 4, "5": 3 },
        },

        "survey": {
          \(note(
            "The stretches of the day that are told apart.",
            "De tidsrum, der skelnes mellem."))
          "slots": ["08:00-09:00", "09:00-12:00", "12:00-14:00", "14:00-16:00"],
          "pooled_slots": [],
          \(note(
            "Working days between these are survey days; public holidays are left out.",
            "Arbejdsdage herimellem er undersøgelsesdage; helligdage springes over."))
          "days": { "from": "2026-09-01", "to": "2026-09-14" },
          \(note(
            "In how many of the slots each practice is rung: a number, or \"all\".",
            "I hvor mange af tidsrummene hver praksis ringes op: et tal, eller \"all\"."))
          "slots_per_practice": 2,
          \(note(
            "How many people ring.",
            "Hvor mange der ringer op."))
          "interviewers": 2,
          \(note(
            "How often a call is tried at most, and how long after: 1 is no redial.",
            "Hvor mange forsøg et opkald højst får, og med hvilken afstand: 1 er intet genopkald."))
          "attempts": 1,
          "attempt_gap_seconds": 600,
          \(note(
            "What counts as reached: agreement (the collective agreement's rule) or person.",
            "Hvad der er opnået kontakt: agreement (overenskomstens regel) eller person."))
          "definition": "agreement",
          \(note(
            "The greatest share not reached that is acceptable.",
            "Den største andel uden kontakt, der er acceptabel."))
          "target": 0.05,
        },
      }

      """
  }
}
