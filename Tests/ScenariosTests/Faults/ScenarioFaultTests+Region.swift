/// Mistakes in what is said of practices, their telephones and their patients.
extension ScenarioFaultTests {
  static let regionBreaks: [Break] = [
    // Practices.
    Break("Aarhus: 6, Odder: 4", "", "practices.municipalities", "there are no practices"),
    Break(
      "Aarhus: 6, Odder: 4", "Aarhus: 6, Odder: 0", "practices.municipalities.Odder",
      "0 is not a whole number from 1 to 10000"),
    Break(
      "Aarhus: 6, Odder: 4", "Aarhus: 2000000, Odder: 4", "practices.municipalities.Aarhus",
      "2000000 is not a whole number"),
    Break(
      "Aarhus: 6, Odder: 4", "Aarhus: 100000, Odder: 4", "practices.municipalities",
      "100004 practices are too many; at most 100000"),
    Break(
      "\"1\": 7, \"3\": 3", "\"1\": 7, \"3\": 2", "practices.gps",
      "the counts add up to 9 practices; the municipalities have 10"),
    Break(
      "\"1\": 7, \"3\": 3", "\"1\": 7, \"0\": 3", "practices.gps.0",
      "the keys here are numbers of GPs from 1 to 1000"),
    Break("\"1\": 7, \"3\": 3", "\"1\": 7, \"01\": 3", "practices.gps.01", "\"1\" stands here twice"),
    Break(
      "smallest: 900", "smallest: 1900", "practices.listed_patients_per_gp",
      "the mean (1500) must lie between smallest (1900) and largest (2300)"),
    Break(
      "municipalities: {", "frame: \"none.csv\", municipalities: {", "practices.frame",
      "none.csv does not exist"),

    // The telephone.
    Break(
      "opens: \"08:00\"", "opens: \"8 o'clock\"", "telephone.opens", "is not a time of day: write it as 08:00"
    ),
    Break(
      "opens: \"08:00\"", "opens: \"16:30\"", "telephone.closes", "closes (16:00) is not after opens (16:30)"),
    Break(
      "to: \"09:00\", answered_by: \"doctor\"", "to: \"10:00\", answered_by: \"doctor\"",
      "telephone.staffing[1]", "09:00-16:00 overlaps 08:00-10:00 (telephone.staffing[0])"),
    Break(
      "to: \"09:00\", answered_by: \"doctor\"", "to: \"07:00\", answered_by: \"doctor\"",
      "telephone.staffing[0]", "ends (07:00) before it begins (08:00)"),
    Break(
      "from: \"08:00\", to: \"09:00\", answered_by", "from: \"07:00\", to: \"09:00\", answered_by",
      "telephone.staffing[0]", "07:00-09:00 is outside opening hours (08:00-16:00)"),
    Break(
      "answered_by: \"doctor\"", "answered_by: \"docter\"", "telephone.staffing[0].answered_by",
      "is not one of \"doctor\", \"staff\"; did you mean \"doctor\"?"),
    Break("share: 0.6", "share: 1.6", "telephone.lunch[0].share", "1.6 is not a number from 0 to 1"),
    Break(
      "share: 0.6 }", "share: 0.6 }, { from: \"12:30\", to: \"13:00\", share: 0.6 }", "telephone.lunch",
      "the shares add up to 1.2; they must add up to 1 or less"),
    Break(
      "share: 0.6 }", "share: 0.6 }, { from: \"12:30\", to: \"12:30\", share: 0.1 }", "telephone.lunch[1]",
      "or is empty"),
    Break(
      "\"15:00\": 0.5", "\"15:00\": 0.4", "telephone.last_answer",
      "the shares add up to 0.9; they must add up to 1"),
    Break(
      "\"15:00\": 0.5", "\"17:00\": 0.5", "telephone.last_answer.17:00",
      "17:00 is outside opening hours (08:00-16:00)"),
    Break(
      "\"forwarding\": 0.1", "\"forwading\": 0.1", "telephone.when_off[0].shares.forwading",
      "did you mean \"forwarding\"?"),
    Break(
      "{ \"1\": 1, \"3\": 2 }", "{}", "telephone.staffing[1].answerers",
      "has no entry; at least one is needed"),

    // Patients.
    Break(
      "\"12:00-16:00\": 0.2", "\"12:00-16:00\": 0.2000001", "patients.call_shares",
      "the shares add up to 1.0000001; they must add up to 1"),
    Break(
      "\"12:00-16:00\": 0.2", "\"11:00-16:00\": 0.2", "patients.call_shares.11:00-16:00",
      "11:00-16:00 overlaps 08:00-12:00"),
    Break(
      "call_shares: { \"08:00-12:00\": 0.8, \"12:00-16:00\": 0.2 },", "", "patients.call_shares",
      "is missing; calls_per_day_per_1000_listed needs to know"),
    Break(
      patience, "{ distribution: \"exponental\", mean_seconds: 9 }", "patients.patience.distribution",
      "did you mean \"exponential\"?"),
    Break(
      patience, "{ mean_seconds: 9 }", "patients.patience.distribution",
      "is missing; give one of \"constant\""),
    Break(
      patience, "{ distribution: \"exponential\" }", "patients.patience.mean_seconds",
      "is missing; give a number from 0.001 to 86400"),
    Break(
      patience, "{ distribution: \"exponential\", mean_seconds: 9, sd_seconds: 9 }",
      "patients.patience.sd_seconds",
      "belongs to another distribution (lognormal, gamma); \"exponential\" takes mean_seconds"),
    Break(
      patience, "{ distribution: \"gamma\", mean_seconds: 9, sd_seconds: 0 }", "patients.patience.sd_seconds",
      "0 is not a number from 0.001 to 86400"),
    Break(
      patience, "{ distribution: \"exponential\", mean_seconds: 86401 }", "patients.patience.mean_seconds",
      "86401 is not a number from 0.001 to 86400"),
    Break(
      patience, "{ distribution: \"uniform\", from_seconds: 9, to_seconds: 3 }", "patients.patience",
      "from_seconds (9) is above to_seconds (3)"),
    Break(
      patience, "{ distribution: \"empirical\", values_seconds: [] }", "patients.patience.values_seconds",
      "has 0 elements; allowed are 1 to 100000"),
    Break(patience, "1200", "patients.patience", "1200 is not an object with \"distribution\""),
    Break(
      "patience:", "fixed_calls: { from: \"40:00\", every_seconds: 3600, count: 10 }, patience:",
      "patients.fixed_calls", "the last call would come after 48:00"),
    Break(
      "patience:", "opening_burst: { share: 2 }, patience:", "patients.opening_burst.share",
      "2 is not a number from 0 to 1"),
  ]
}
