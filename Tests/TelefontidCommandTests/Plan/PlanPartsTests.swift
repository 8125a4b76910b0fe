import Testing

@testable import TelefontidCommand

/// Plans by simulation in parts and interrupted: the answer and the kept sums are those of one run.
@Suite("Plans on many machines", .serialized)
struct PlanPartsTests {
  /// Three lengths of a team of up to eight, and designs in two regions.
  private static let plans = [
    "fieldwork eight.json --set practices.municipalities='{A: 40}' --set practices.gps='{\"1\": 40}' --days 1,2,3 "
      + "--largest-team 8 --late 0.2 --replications 11",
    "compare-designs eight.json --slots-per-practice 1,2 --regions 2 --replications 11",
    // Rounds: what each buys, and calls that differ from replication to replication.
    "fieldwork rounds.json --replications 7 --late 0.5",
    "compare-designs rounds.json --slots-per-practice 1 --replications 7",
  ]

  private static func place() throws -> ManyMachinesTests.Place {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      echo '{ "extends": "eight.json", "survey": { "rounds": [{}, { "days": ["2015-04-20"] }] } }' > rounds.json
      """)
    #expect(ending.status == 0, "\(ending.error)")
    return place
  }

  @Test(
    "Parts in any order, with gaps filled or gone on with, by any jobs: the same answer", arguments: plans)
  func parts(plan: String) throws {
    let place = try Self.place()
    let ending = try place.shell(
      """
      set -e
      plan() { telefontid plan \(plan) --quiet "$@"; }
      strip() { grep -v '^Written' | sed -e :a -e '/^\\n*$/{$d;N;ba' -e '}'; }
      plan --jobs 1 -o plain.csv | strip > plain.txt
      plan --keep whole --jobs 2 -o whole.csv --csv excel-da | strip > whole.txt
      cmp plain.txt whole.txt
      plan --part 1/3 --jobs 2 --keep a > a.txt; plan --part 2/3 --keep b > b.txt; plan --part 3/3 --jobs 3 --keep c > c.txt
      plan --take c --take a --take b --keep taken -o taken.csv | strip > taken.txt
      plan --take b -o filled.csv | strip > filled.txt
      plan --part 3/3 --take a --keep gaps > gaps.txt; cp -r gaps longer
      plan --resume --keep longer -o longer.csv | strip > longer.txt
      for made in taken filled longer; do cmp plain.csv $made.csv; cmp plain.txt $made.txt; done
      for made in taken longer; do diff -r whole $made; done
      plan --resume --keep whole --take a -o again.csv > again.txt; cmp plain.csv again.csv; diff -r whole taken
      grep -c 'the others are in other parts' a.txt b.txt c.txt gaps.txt
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)\(ending.output)")
    #expect(ending.output == "a.txt:1\nb.txt:1\nc.txt:1\ngaps.txt:1\n")
  }

  @Test(
    "Interrupted, it keeps what is done, and goes on from there to the same bytes",
    arguments: [
      "fieldwork eight.json --days 1,2 --late 0.2 --replications 8000",
      "compare-designs eight.json --slots-per-practice 1,2 --between 8-9,9-10 --replications 8000",
    ])
  func interrupted(plan: String) throws {
    let place = try Self.place()
    let ending = try place.shell(
      """
      telefontid plan \(plan) --quiet --keep whole -o whole.csv > whole.txt
      set -m
      "$PROGRAM" plan \(plan) --quiet --keep kept -o kept.csv 2> stopped.txt & run=$!
      until ls -d .kept.partial-* > /dev/null 2>&1 || ! kill -0 $run 2> /dev/null; do sleep 0.01; done
      sleep 0.2; kill -INT $run; wait $run; echo $?
      test ! -e kept.csv && ls -A | grep -c partial
      cat stopped.txt >&2
      telefontid plan \(plan) --quiet --keep kept --resume -o kept.csv > kept.txt
      cmp whole.csv kept.csv && diff -r whole kept && echo same
      """)
    #expect(ending.output == "130\n0\nsame\n", "\(ending.error)")
    #expect(
      ending.error.contains("the same command with --resume goes on from there")
        || ending.error.contains("stopped; nothing was written"), "\(ending.error)")
  }

  @Test(
    "What is no part of the plan is refused, and nothing is written",
    arguments: [
      (
        "", "--seed 9 --take a --keep made", 65,
        "a: is not of this run: command line, scenarios, seed or version differ"
      ),
      ("", "--take nowhere", 66, "nowhere/manifest.json: No such file or directory"),
      ("", "--take a --take b", 65, "b/sums.csv: holds some of the replications of another folder"),
      ("", "--part 1/2", 64, "'--part' needs '--keep DIR'"),
      ("", "--resume", 64, "'--resume' needs '--keep DIR'"),
      ("", "--part 1/2 --keep made -o x.csv", 64, "'--part' makes no answer: give '--output' to the command"),
      ("", "--part 7/7 --keep made", 64, "'--part': there are 6 replications, fewer than parts"),
      (
        "sed -i 's/3000/3001/' frame.csv", "--take a", 65,
        "a: is of other practices: a file that practices.frame names"
      ),
      ("forge sums.csv '$d'", "--take a", 65, "a/sums.csv: has other rows than this run"),
      ("forge sums.csv '$p'", "--take a", 65, "a/sums.csv: has more rows than this run"),
      (
        "forge sums.csv 's/sum_of/sums_of/'", "--take a", 65,
        "a/sums.csv: has other columns than a run writes"
      ),
      ("cp frame.csv a/", "--keep a", 73, "a: "),
    ])
  func refused(change: String, arguments: String, status: Int32, message: String) throws {
    let place = try Self.place()
    for plan in ["fieldwork framed.json", "compare-designs framed.json --slots-per-practice 1,2"] {
      let ending = try place.shell(
        """
        printf 'practice,municipality,gps,listed_patients\\n1,A,1,1500\\n2,A,2,3000\\n3,B,1,1600\\n4,B,1,1600\\n' > frame.csv
        echo '{ "extends": "eight.json", "practices": { "frame": "frame.csv" } }' > framed.json
        plan() { telefontid plan \(plan) --replications 6 --quiet "$@" > /dev/null; }
        rm -rf a b made; plan --part 1/2 --keep a; plan --part 2/3 --keep b
        \(change)
        plan \(arguments); status=$?
        test ! -e made && test ! -e x.csv || exit 1
        exit $status
        """)
      #expect(ending.status == status, "\(plan): \(ending.error)")
      #expect(ending.error.contains("Error: \(message)"), "\(plan): \(ending.error)")
    }
  }
}
