/// Mistakes in what is said of the survey.
extension ScenarioFaultTests {
  static let surveyBreaks: [Break] = [
    // The survey.
    Break(
      slots, "[\"07:00-08:30\"]", "survey.slots[0]", "slot 07:00-08:30 is outside opening hours (08:00-16:00)"
    ),
    Break(
      slots, "[\"08:00-09:00\", \"08:30-09:30\"]", "survey.slots[1]",
      "08:30-09:30 overlaps 08:00-09:00 (survey.slots[0])"),
    Break(slots, "[\"08:00:30-09:00\"]", "survey.slots[0]", "does not begin and end at whole minutes"),
    Break(slots, "[\"08-07\"]", "survey.slots[0]", "ends before it begins"),
    Break(slots, "[]", "survey.slots", "has 0 elements; allowed are 1 to 1440"),
    Break(
      slots, "{ from: \"08:00\", to: \"17:00\", minutes: 60 }", "survey.slots",
      "08:00-17:00 is outside opening hours (08:00-16:00)"),
    Break(
      slots, "{ from: \"12:00\", to: \"09:00\", minutes: 60 }", "survey.slots",
      "ends (09:00) before it begins (12:00)"),
    Break(
      slots, "{ from: \"08:00:01\", to: \"09:00\", minutes: 60 }", "survey.slots.from",
      "08:00:01 is not a whole minute"),
    Break(
      attempts, "attempts: 1, slots_per_practice: 9,", "survey.slots_per_practice",
      "9 slots per practice are more than the 8 slots there are"),
    Break(
      attempts, "attempts: 1, slots_per_practice: \"some\",", "survey.slots_per_practice",
      "\"some\" is not one of \"all\""),
    Break(
      attempts, "attempts: 1, pooled_slots: [\"13:30-15:00\"],", "survey.pooled_slots[0]",
      "cuts through the slot"),
    Break(
      attempts, "attempts: 1, pooled_slots: [\"13:00-14:00\"],", "survey.pooled_slots[0]",
      "13:00-14:00 is a slot already"),
    Break(
      days, "{ from: \"2015-04-03\", to: \"2015-04-06\" }", "survey.days",
      "there is no working day from 2015-04-03 to 2015-04-06"),
    Break(
      days, "{ from: \"2015-04-20\", to: \"2015-04-07\" }", "survey.days",
      "ends (2015-04-07) before it begins (2015-04-20)"),
    Break(
      days, "{ from: \"0001-01-01\", to: \"9999-12-31\" }", "survey.days", "is too long; at most 3653 days"),
    Break(
      days, "{ from: \"2015-02-30\", to: \"2015-04-07\" }", "survey.days.from", "is no day of the calendar"),
    Break(days, "[\"2015-04-06\"]", "survey.days[0]", "2015-04-06 is a Danish public holiday"),
    Break(days, "[\"2015-04-07\", \"2015-04-11\"]", "survey.days[1]", "2015-04-11 is a weekend day"),
    Break(days, "[\"2015-04-07\", \"7-4-2015\"]", "survey.days[1]", "\"2015-04-07\" stands here twice"),
    // Attempts and rounds.
    Break(
      attempts, "attempts: 3, attempt_gap_seconds: 3600,", "survey.attempt_gap_seconds",
      "no slot has room for a gap of 3600 seconds: the longest has 3600, so that no call would be tried again; give a gap below 3600"
    ),
    Break(
      attempts,
      "attempts: 1, rounds: [{}, { days: [\"2015-04-21\"], attempts: 2, attempt_gap_seconds: 7200 }],",
      "survey.rounds[1].attempt_gap_seconds", "no slot has room for a gap of 7200 seconds"),
    Break(
      attempts, "attempts: 1, rounds: [{}, { rings: \"all\" }],", "survey.rounds[1].days",
      "is missing; a later round has days of its own, after those of round 1"),
    Break(
      attempts, "attempts: 1, rounds: [{}, { days: [\"2015-04-20\", \"2015-04-22\"] }],",
      "survey.rounds[1].days",
      "begins on 2015-04-20, and round 1 ends on 2015-04-20; rounds follow one another: begin on 2015-04-21 or later"
    ),
    Break(
      attempts, "attempts: 1, rounds: [{}, { days: [\"2015-04-30\"] }, { days: [\"2015-04-29\"] }],",
      "survey.rounds[2].days",
      "begins on 2015-04-29, and round 2 ends on 2015-04-30; rounds follow one another: begin on 2015-05-04"),
    Break(
      attempts, "attempts: 1, rounds: [{ days: [\"2015-04-07\"] }],", "survey.rounds[0].days",
      "survey.days says already when the first round is"),
    Break(
      attempts, "attempts: 1, rounds: [{ rings: \"not-reached\" }],", "survey.rounds[0].rings",
      "the first round rings all"),
    Break(
      attempts, "attempts: 1, rounds: [{ slot: \"other\" }],", "survey.rounds[0].slot",
      "no slot was tried before the first round"),
    Break(
      attempts,
      "attempts: 1, slots_per_practice: 2, rounds: [{}, { days: [\"2015-04-21\"], slot: \"other\" }],",
      "survey.rounds[1].slot",
      "each practice has several calls, and in other slots their attempts could not be told apart"),
    Break(
      attempts, "attempts: 1, rounds: [{}, { days: [\"2015-04-25\"] }],", "survey.rounds[1].days[0]",
      "2015-04-25 is a weekend day"),
    Break(
      attempts, "attempts: 1, rounds: [{}, { days: [\"2015-04-21\"], rings: \"unreached\" }],",
      "survey.rounds[1].rings", "is not one of \"all\", \"not-reached\", \"not-valid\""),
    Break(attempts, "attempts: 1, rounds: [],", "survey.rounds", "has 0 elements; allowed are 1 to 100"),
    Break(
      slots, "[\"08:00-08:01\", \"09:00-10:00\"], rounds: [{}, { days: [\"2015-04-21\"] }]", "survey.slots",
      "slot 08:00-08:01 has 1 minute, and the rounds before round 2 may ring at 1 of them"),
    Break(
      slots,
      "[\"08:00-08:05\", \"09:00-10:00\"], rounds: [{ attempts: 3, attempt_gap_seconds: 60 }, { days: [\"2015-04-21\"], attempts: 3, attempt_gap_seconds: 60 }, { days: [\"2015-04-22\"] }]",
      "survey.slots", "slot 08:00-08:05 has 5 minutes, and the rounds before round 3 may ring at 6 of them"),
    Break(
      attempts, "attempts: 1, attempts_in_all: 3,", "survey.attempts_in_all",
      "there is one round, whose attempts survey.attempts limits: give survey.rounds"),
    Break(
      attempts, "attempts: 1, attempts_in_all: 3, rounds: [{}, { days: [\"2015-04-21\"], attempts: 2 }],",
      "survey.attempts_in_all", "round 2 makes up to 2 attempts at a call"),
    Break(
      attempts,
      "attempts: 1, reserves: { Aarhus: 1, Viborg: 1 }, sampling: { design: \"stratified\", practices: 5, strata: \"municipality\" }, rounds: [{}, { days: [\"2015-04-21\"] }],",
      "survey.reserves.Viborg", "there is no such stratum; the strata are Aarhus, Odder"),
    Break(
      attempts,
      "attempts: 1, reserves: { Aarhus: 1 }, sampling: { design: \"simple-random\", practices: 5 }, rounds: [{}, { days: [\"2015-04-21\"] }],",
      "survey.reserves", "a simple random sample has no strata: give a share"),
    Break(
      attempts, "attempts: 1, reserves: 0.2, sampling: { design: \"simple-random\", practices: 5 },",
      "survey.reserves", "a later round rings them, and there is none: give survey.rounds"),
    Break(
      attempts, "attempts: 1, reserves: 0.2, rounds: [{}, { days: [\"2015-04-21\"] }],", "survey.reserves",
      "a census leaves no practice in reserve; survey.sampling can be simple-random or stratified"),
    Break("\"agreement\"", "\"agrement\"", "survey.definition", "did you mean \"agreement\"?"),
    Break(
      attempts, "attempts: 1, definitions: [{ name: \"person\", dispositions: [\"busy\"] }],",
      "survey.definitions[0]", "is built in"),
    Break(
      attempts, "attempts: 1, definitions: [{ name: \"any\", dispositions: [\"bussy\"] }],",
      "survey.definitions[0].dispositions[0]", "did you mean \"busy\"?"),
    Break(attempts, "attempts: 1, target: 1.5,", "survey.target", "1.5 is not a number above 0 and below 1"),
    Break(
      attempts, "attempts: 1, target: { \"08:00-10:00\": 0.1 },", "survey.target.08:00-10:00",
      "is neither a slot nor a pooled stretch"),
    Break(attempts, "attempts: 1, interval: \"wilsson\",", "survey.interval", "did you mean \"wilson\"?"),
    Break(
      attempts, "attempts: 1, confidence: 1,", "survey.confidence", "1 is not a number from 0.5 to below 1"),
    Break(
      attempts, "attempts: 1, sampling: { design: \"simple-random\", practices: 11 },",
      "survey.sampling.practices", "a sample of 11 is more than the 10 practices there are"),
    Break(
      attempts, "attempts: 1, sampling: { design: \"stratified\", practices: 5, division: \"neyman\" },",
      "survey.sampling.standard_deviations", "Neyman's division needs one above 0"),

    Break(
      attempts, "attempts: 1, slots_balanced_by: \"gp\",", "survey.slots_balanced_by",
      "the frame has no column \"gp\"; did you mean \"gps\"?"),
    Break(
      attempts, "attempts: 1, sampling: { design: \"proportional-to-size\", practices: 5, size: \"beds\" },",
      "survey.sampling.size", "the frame has no column \"beds\"; it has practice, municipality"),
    Break(
      days, "{ from: \"2015-01-01\", to: \"2019-12-31\" }", "survey.days",
      "working days are too many; at most 1000"),
  ]
}
