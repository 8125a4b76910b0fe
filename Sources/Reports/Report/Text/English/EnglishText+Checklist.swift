internal import Drawing
internal import Scenarios

extension EnglishText {
  var checklistIntroduction: String {
    "The items of STRESS-DES 1.0 (Monks and others 2019, Journal of Simulation 13:55), filled in from the scenario and "
      + "the manifest, so that the report can stand in an appendix."
  }
  var checklistCaption: String {
    "Strengthening the reporting of empirical simulation studies: discrete events"
  }

  func title(of item: ChecklistItem) -> String {
    switch item {
    case .purpose: "Purpose of the model"
    case .outputs: "Model outputs"
    case .aims: "Experimentation aims"
    case .diagram: "Base model overview diagram"
    case .baseLogic: "Base model logic"
    case .scenarioLogic: "Scenario logic"
    case .algorithms: "Algorithms"
    case .entities: "Components: entities"
    case .activities: "Components: activities"
    case .resources: "Components: resources"
    case .queues: "Components: queues"
    case .entryAndExit: "Components: entry and exit points"
    case .dataSources: "Data sources"
    case .preprocessing: "Pre-processing"
    case .inputs: "Input parameters"
    case .assumptions: "Assumptions"
    case .initialisation: "Initialisation"
    case .runLength: "Run length"
    case .estimation: "Estimation approach"
    case .software: "Software and programming language"
    case .randomness: "Random sampling"
    case .execution: "Model execution"
    case .system: "System specification"
    case .codeAccess: "Computer model sharing statement"
    }
  }

  func answer(to item: ChecklistItem, _ facts: ChecklistFacts) -> String {
    switch item {
    case .purpose:
      "To rehearse a telephone access survey of general practices before it is made: “\(facts.title)”. "
        + (facts.scenario?.description ?? "")
    case .outputs:
      "The share of calls that reach nobody, by time of day, group and definition of reached; the estimates of "
        + "simulated surveys with bias, coverage and verdicts; patients’ calls, waits and displacement. Each with its "
        + "Monte Carlo standard error."
    case .aims:
      facts.cells.isEmpty
        ? "One scenario: what the survey would show, and how sure it would be."
        : "Scenario based analysis: \(language.list(facts.cells)), compared under common random numbers."
    case .diagram: "In the article “The model” of the program’s documentation (TelephoneAccess)."
    case .baseLogic:
      "Patients and interviewers ring practices. Each telephone is staffed or off by its timetable; a call is answered, "
        + "queues, meets a busy tone or a message, and may be abandoned and redialled."
    case .scenarioLogic:
      facts.cells.isEmpty
        ? "Not applicable: one scenario." : "Each possibility changes the parameters that it names."
    case .algorithms:
      "Poisson arrivals with piecewise constant rates (exact), gamma busyness, balanced rotation of times "
        + "of day, first come first served with priority for urgent calls; ties in a documented order."
    case .entities: "Practices, patients’ calls, survey calls."
    case .activities:
      "Ringing, waiting, talking, messages, redialling, writing up; their durations are parameters."
    case .resources:
      "Telephone lines and answerers of each practice"
        + (facts.scenario.map { "; \(number($0.survey.interviewers, "interviewer", "interviewers"))." } ?? ".")
    case .queues:
      "A queue for each practice with a queue system, first come first served, urgent calls first where there is an "
        + "acute line; callers may balk, and hang up when their patience ends. One queue of due survey calls."
    case .entryAndExit:
      "Patients’ calls enter by the hour’s rate and leave answered, given up or displaced to the out-of-hours service. "
        + "Survey calls enter by the plan of calls."
    case .dataSources: "In the table of parameters: every value with who says so."
    case .preprocessing: "None beyond what the table of parameters calls derived."
    case .inputs:
      "All of them in the table of parameters, with the complete scenario’s digest \(facts.digest ?? "–")."
    case .assumptions:
      "\(number(facts.bases.first { $0.basis == .assumed }?.count ?? 0, "parameter is", "parameters are")) marked as "
        + "assumptions in the table; the model’s own in the article “The model”."
    case .initialisation:
      "Each day begins with empty lines; there is no warm-up, for no call outlives its day."
    case .runLength:
      facts.scenario.map {
        "\(number($0.survey.days.count, "survey day", "survey days")), each from opening to the last call’s end."
      } ?? "The days of the survey, each from opening to the last call’s end."
    case .estimation:
      "\(number(facts.replications, "replication", "replications")), independent but for the population, which is "
        + "drawn once. Errors from the spread between replications; differences from differences within them."
    case .software:
      "telefontid \(facts.version), written in Swift with nothing but its standard library and Foundation."
    case .randomness:
      "Streams of xoshiro256++ addressed by seed, replication, practice and purpose; samplers of our own"
        + (facts.seed.map { "; seed \($0)" } ?? "")
        + ". The same seed gives the same bytes on every machine."
    case .execution: "\(facts.command). Next-event simulation in whole milliseconds, one practice at a time."
    case .system:
      "Not recorded: the result does not depend on the machine or on the number of its processors."
    case .codeAccess: "The program, its scenarios and these results are open (MIT licence)."
    }
  }
}
