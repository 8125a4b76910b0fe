import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("Several regions of one scenario, from the command line", .serialized)
struct RegionsTests {
  private typealias Place = ManyMachinesTests.Place

  private static func rows(_ place: Place, _ file: String) throws -> [[String: String]] {
    Ending(status: .done, output: try place.shell("cat \(file)").output, error: "").rows
  }

  @Test("Any number of jobs, parts merged, and a run gone on with: the same bytes")
  func sameBytes() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      set -e
      simulate() { telefontid simulate eight.json -q --regions 3 "$@" > /dev/null; }
      simulate --replications 20 --jobs 1 -o one
      simulate --replications 20 --jobs 5 -o five
      simulate --replications 0-6 -o a; simulate --replications 7-19 -o b
      telefontid merge b a -o merged
      simulate --replications 6 -o longer; simulate --replications 20 -o longer --resume
      cmp one/manifest.json five/manifest.json; cmp one/manifest.json longer/manifest.json
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)")
    for other in ["five", "merged", "longer"] { #expect(try place.differences("one", other).isEmpty) }
    #expect(try place.shell("grep -c '\"regions\": 3' merged/manifest.json").output == "1\n")
  }

  /// By pencil from runs of the regions alone: mean, √Σse²/3, and √(variance − mean se²).
  @Test(
    "Each region is as if it were alone; tables have the mean, its Monte Carlo error and, apart from it, the spread"
  )
  func meanAndSpread() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      set -e
      telefontid simulate eight.json -q --replications 20 --regions 3 -o together > printed
      for seed in 8 9 10; do
        telefontid simulate eight.json -q --replications 20 --set practices.seed=$seed -o $seed > /dev/null
      done
      cmp together/calls.csv 8/calls.csv; cmp together/practices.csv 8/practices.csv
      telefontid report together --language en -o report.html > /dev/null
      grep -q 'in each of 3 regions with the same shares' report.html
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)")
    let together = try Self.rows(place, "together/truth.csv")
    let alone = try ["8", "9", "10"].map { try Self.rows(place, "\($0)/truth.csv") }
    #expect(together.count == alone[0].count && !together.isEmpty)
    var differs = 0
    for (number, row) in together.enumerated() {
      func own(_ column: String) -> [Double] { alone.compactMap { $0[number][column].flatMap(Double.init) } }
      func agrees(_ column: String, _ expected: Double) -> Bool {
        abs((row[column].flatMap(Double.init) ?? -1) - expected) < 2e-6
      }
      let (rates, errors) = (own("rate"), own("monte_carlo_se"))
      try #require(rates.count == 3 && errors.count == 3)
      let mean = rates.reduce(0, +) / 3
      let noise = errors.reduce(0) { $0 + $1 * $1 }
      let variance = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2
      #expect(agrees("rate", mean) && agrees("monte_carlo_se", noise.squareRoot() / 3))
      // Rates of six decimals: their variance is known to about 1e-6 times their spread.
      let spread = row["between_regions_sd"].flatMap(Double.init) ?? -1
      #expect(abs(spread * spread - max(variance - noise / 3, 0)) < 4e-6)
      #expect(agrees("lowest_region", rates.min() ?? -1) && agrees("highest_region", rates.max() ?? -1))
      #expect(row["regions"] == "3")
      if rates.min() != rates.max() { differs += 1 }
    }
    #expect(differs > 0)
    #expect(
      try place.shell("grep -c 'How much 3 regions with the same shares differ' printed").output == "1\n")
    let estimates = try Self.rows(place, "together/estimates.csv")
    #expect(Set(estimates.compactMap { $0["region"] }) == ["0", "1", "2"])
    let summary = try Self.rows(place, "together/summary.csv")
    #expect(summary.allSatisfy { $0["replications"] == "60" })
  }

  @Test("Without --regions no table has a column more, and parts of other regions are no parts")
  func oneRegion() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      set -e
      telefontid simulate eight.json -q --replications 3 -o plain > /dev/null
      telefontid simulate eight.json -q --replications 3 --regions 1 -o one > /dev/null
      telefontid simulate eight.json -q --replications 3-5 --regions 2 -o two > /dev/null
      head -qn 1 plain/truth.csv plain/tallies.csv plain/estimates.csv | grep region && exit 1
      telefontid merge plain two -o merged
      """)
    #expect(try place.differences("plain", "one").isEmpty)
    #expect(ending.status == 65)
    #expect(
      ending.error == "Error: two: has --regions 2, plain 1\n"
        + "Try: run that part again with the others' scenario, seed and version, then merge\n")
  }

  @Test(
    "What has one region is refused",
    arguments: [
      (
        "simulate eight.json --regions 2 --keep-calls all", "'--keep-calls all' keeps the calls of one region"
      ),
      ("simulate eight.json --regions 2 --trace P001", "'--trace' follows a practice of one region"),
      ("simulate framed.json --regions 2", "are those of its practices.frame"),
      ("sweep framed.json --vary survey.attempts=1,2 --regions 2", "are those of its practices.frame"),
      ("plan compare-designs framed.json --regions 2", "are those of its practices.frame"),
      (
        "calibrate framed.json --to t.csv --free telephone.queue_share --regions 2",
        "are those of its practices.frame"
      ),
      (
        "simulate eight.json --regions 0", "invalid for '--regions K': expected a whole number from 1 to 1000"
      ),
    ])
  func refused(command: String, message: String) throws {
    let place = try Place()
    let ending = try place.shell(
      """
      printf 'practice,municipality,gps\\nP1,A,1\\nP2,A,1\\nP3,A,2\\nP4,A,1\\n' > frame.csv
      echo '{ "extends": "eight.json", "practices": { "frame": "frame.csv" } }' > framed.json
      printf 'definition,by,group,statistic,target,tolerance,source\\nagreement,all,all,not-reached,0.3,0.1,x\\n' > t.csv
      telefontid \(command)
      """)
    #expect(ending.status == 64, "\(ending.error)")
    #expect(ending.error.contains(message), "\(ending.error)")
    #expect(ending.output.isEmpty)
  }

  @Test("A sweep's change is the mean of the regions' changes, and any number of jobs gives the same folder")
  func sweep() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      set -e
      sweep() { telefontid sweep eight.json -q --vary survey.attempts=1,3 --replications 6 "$@"; }
      sweep --regions 2 --jobs 1 -o one --group 09:00-10:00 > printed; sweep --regions 2 --jobs 4 -o four > /dev/null
      diff -r one four
      sweep --set practices.seed=8 -o 8 > /dev/null; sweep --set practices.seed=9 -o 9 > /dev/null
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)")
    let together = try Self.rows(place, "one/sweep.csv")
    let alone = try ["8", "9"].map { try Self.rows(place, "\($0)/sweep.csv") }
    var changes = 0
    for (number, row) in together.enumerated() {
      let own = alone.compactMap { $0[number]["difference"].flatMap(Double.init) }
      guard own.count == 2 else { continue }
      changes += 1
      let difference = row["difference"].flatMap(Double.init) ?? -9
      #expect(abs(difference - (own[0] + own[1]) / 2) < 2e-6)
      #expect(row["lowest_difference"].flatMap(Double.init) == own.min())
      #expect(row["highest_difference"].flatMap(Double.init) == own.max())
    }
    #expect(changes == 6)
    #expect(
      try place.shell("grep -c 'replications of each cell in each of 2 regions' printed").output == "1\n")
    #expect(try place.shell("head -n 1 8/sweep.csv | grep -c region").output == "0\n")
  }

  @Test("Designs are compared in the same regions, with the spread of the power")
  func designs() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      set -e
      compare() { telefontid plan compare-designs eight.json --slots-per-practice 1,2 --replications 20 "$@"; }
      compare --regions 2 --jobs 1 -o two.csv > printed
      compare --regions 2 --jobs 3 -o also.csv > printed-also
      cmp two.csv also.csv; grep -v ^Written printed > one; grep -v ^Written printed-also | cmp one -
      compare --set practices.seed=8 -o 8.csv > /dev/null; compare --set practices.seed=9 -o 9.csv > /dev/null
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)")
    let both = try Self.rows(place, "two.csv")
    let alone = try ["8", "9"].map { try Self.rows(place, "\($0).csv") }
    func hours(_ rows: [[String: String]]) -> [Double] {
      rows.filter { $0["measure"] == "interviewer-hours" }.compactMap { $0["simulated"].flatMap(Double.init) }
    }
    try #require(([both] + alone).allSatisfy { hours($0).count == 2 })
    for (place, mean) in hours(both).enumerated() {
      #expect(abs(mean - (hours(alone[0])[place] + hours(alone[1])[place]) / 2) < 1e-9)
    }
    #expect(both.allSatisfy { $0["regions"] == "2" } && alone[0].allSatisfy { $0["regions"] == nil })
    #expect(
      try place.shell("grep -c 'in each of 2 regions, practices.seed 8 and those behind' printed").output
        == "1\n")
  }

  @Test("A calibration fits the mean over regions, and shows the fit in as many others")
  func calibration() throws {
    let place = try Place()
    let ending = try place.shell(
      """
      set -e
      printf 'definition,by,group,statistic,target,tolerance,source\\nagreement,all,all,not-reached,0.3,0.01,x\\n' > t.csv
      telefontid simulate eight.json -q --replications 10 --regions 3 --set practices.seed=11 -o behind > /dev/null
      telefontid calibrate eight.json --to t.csv --replications 10 --regions 3 --evaluations 1 \\
        --free telephone.queue_share
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)")
    // Not moved, so what is unseen are regions 11 to 13 of the scenario as it is.
    let truth = try Self.rows(place, "behind/truth.csv").first {
      $0["definition"] == "agreement" && $0["by"] == "all"
    }
    let rate = try #require(truth?["rate"].flatMap(Double.init))
    let line = try #require(
      ending.output.split(separator: "\n").first { $0.hasPrefix("not-reached agreement all") })
    let shown = line.split(separator: " ").compactMap { Double($0) }
    // Target, ±, before, fitted, ± MC, unseen, ± MC, ± regions, lowest, highest.
    #expect(shown.count == 10 && abs(shown[5] - rate) < 6e-5)
    #expect(ending.output.contains("in 3 regions that the search did not use"))
  }
}
