import Experiments
import Scenarios
import Studies
import TelephoneAccess
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("Calibrating from the command line")
struct CalibrateCommandTests {
  @Test("What is free is a path, with a giver and with bounds if wanted")
  func free() throws {
    let plain = try #require(FreeParameter("telephone.acute_line_share"))
    #expect((plain.path, plain.giver, plain.bounds) == ("telephone.acute_line_share", nil, nil))
    let full = try #require(FreeParameter("telephone.last_answer.13:00~telephone.last_answer.16:00=0.1..0.5"))
    #expect(full.path == "telephone.last_answer.13:00")
    #expect(full.giver == "telephone.last_answer.16:00")
    #expect(full.bounds == 0.1...0.5)
  }

  @Test("Anything else is refused", arguments: ["", "a~a", "a~b~c", "a=1..0", "a=0..x", "a[", "~a", "a~"])
  func refused(text: String) {
    #expect(FreeParameter(text) == nil)
  }

  static func document() throws -> ScenarioDocument {
    try ScenarioDocument(reading: SweepCommandTests.scenarios + "/midtjylland-2015.json")
  }

  @Test("What one share gets another gives, and no share gives more than there is")
  func giver() throws {
    let free = ["rings-out", "message-without-referral"].compactMap {
      FreeParameter("telephone.when_off[1].shares.\($0)~telephone.when_off[1].shares.acute-line=0..0.1")
    }
    let space = try CalibrationSpace(document: try Self.document(), free: free)
    // 0.0555 + 0.0555 + 0.08 are shared among three: 0.05 and 0.07 leave 0.071, and 0.1 each would leave less than none.
    #expect(space.assignments(at: [0.05, 0.07]).map(\.value) == [0.05, 0.07, 0.071])
    let moved = try #require(try space.document(at: [0.05, 0.07]))
    #expect(try moved.scenario().population.whenOff[1].shares.reduce(0) { $0 + $1.share }.rounded(to: 9) == 1)
    #expect(try space.document(at: [0.1, 0.1]) == nil)
  }

  @Test("Bounds come from the key: a share from 0 to 1, anything else from a quarter to four times its value")
  func bounds() throws {
    let free = [
      "telephone.acute_line_share", "patients.redial_after_no_answer.delay.mean_seconds",
      "survey.interviewers",
    ].compactMap(FreeParameter.init)
    let space = try CalibrationSpace(document: try Self.document(), free: free)
    #expect(space.parameters.map(\.bounds) == [0...1, 450...7200, 1...16])
    #expect(space.parameters.map(\.resolution) == [0.001, 10, 1])
  }

  @Test(
    "A path that leads to no number is a usage error that names it",
    arguments: ["survey.late_calls", "survey.x"])
  func noNumber(path: String) throws {
    let free = try #require(FreeParameter(path))
    let document = try Self.document()
    let error = #expect(throws: CommandError.self) { try CalibrationSpace(document: document, free: [free]) }
    #expect(error?.status == .usage)
    #expect(error?.faults.first?.message.contains(path) == true)
  }

  @Test(
    "Not even by force is a calibrated scenario written over what it extends",
    arguments: ["child.json", "base.json"])
  func circle(output: String) throws {
    let ending = try BuiltProgram.shell(
      """
      cd "$(mktemp -d)"
      cp "$SCENARIOS/arithmetic.json" base.json
      echo '{ "extends": "base.json" }' > child.json; cp child.json kept; cp base.json kept-too
      printf 'definition,by,group,statistic,target,tolerance,source\\nagreement,all,all,not-reached,0.3,0.1,x\\n' > t.csv
      telefontid calibrate child.json --to t.csv --free survey.ring_limit_seconds --replications 1 -o \(output) --force
      status=$?
      cmp kept child.json; cmp kept-too base.json; rm -r "$PWD"; exit $status
      """, environment: ["SCENARIOS": SweepCommandTests.scenarios])
    #expect(ending.status == 73)
    #expect(ending.error == "Error: \(output): is what this command reads; write to another file\n")
    #expect(ending.output == "")
  }

  @Test("A share is found, reported and written as a scenario that extends the first")
  func endToEnd() throws {
    let ending = try BuiltProgram.shell(
      """
      set -e
      cd "$(mktemp -d)"
      cp "$SCENARIOS/arithmetic.json" base.json
      printf 'definition,by,group,statistic,target,tolerance,source\\nagreement,all,all,not-reached,0.3333333333,0.01,by hand\\n' > t.csv
      telefontid calibrate base.json --to t.csv --free survey.ring_limit_seconds --replications 1 --evaluations 3 -o sub/fit.json > report
      grep -c 'A fit is not a validation' report
      telefontid check sub/fit.json | grep -c 'no faults'
      grep -o '"extends": "../base.json"' sub/fit.json
      rm -r "$PWD"
      """, environment: ["SCENARIOS": SweepCommandTests.scenarios])
    #expect(ending.error == "")
    #expect(ending.output == "1\n1\n\"extends\": \"../base.json\"\n")
    #expect(ending.status == 0)
  }

  /// What a search for two numbers is run by, in a folder with `eight.json`; its tolerance is never met.
  private static let search = """
    printf 'definition,by,group,statistic,target,tolerance,source\\nagreement,all,all,not-reached,0.2,1e-9,x\\n' > t.csv
    search() {
      telefontid calibrate eight.json --to t.csv --free telephone.queue_share --free patients.balking_share -q "$@"
    }

    """

  @Test(
    "A search goes on from the points of its file, to the bytes of one that never stopped", arguments: [1, 2])
  func points(regions: Int) throws {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      set -e
      \(Self.search)
      search --regions \(regions) --replications 3 --evaluations 6 --points whole.csv -o whole.json > whole
      search --regions \(regions) --replications 3 --evaluations 2 --points p.csv -o short.json > short
      test $(grep -c free p.csv) = 4
      search --regions \(regions) --replications 3 --evaluations 6 --points p.csv --jobs 1 -o p.json > p
      cmp whole.csv p.csv; diff <(sed s/whole/p/ whole) p; cmp <(sed s/whole/p/ whole.json) p.json
      # What stands in the file is taken, not computed again: another figure shows.
      sed -i 's/^\\([^,]*,0,figure,0,\\)[^,]*/\\10.8765/' p.csv
      search --regions \(regions) --replications 3 --evaluations 6 --points p.csv | grep -c '  0.8765  '
      """)
    #expect(ending.status == 0 && ending.error.isEmpty, "\(ending.error)")
    #expect(ending.output == "1\n")
  }

  @Test("Points of another run, or rows that no run writes, are refused and stay")
  func foreignPoints() throws {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      \(Self.search)
      search --replications 3 --evaluations 2 --points p.csv > /dev/null
      cp p.csv kept
      search --replications 4 --evaluations 2 --points p.csv; echo $?
      search --replications 3 --seed 7 --evaluations 2 --points p.csv; echo $?
      cmp kept p.csv
      sed -i '$d' p.csv; search --replications 3 --points p.csv; echo $?
      cut -d, -f1-4 kept > p.csv; search --replications 3 --points p.csv; echo $?
      search --points - ; echo $?
      """)
    #expect(ending.output == "65\n65\n65\n65\n64\n")
    #expect(
      ending.error.hasPrefix(
        """
        Error: p.csv: holds the points of another run: another scenario, other targets, replications or regions
        Error: p.csv: holds the points of another run: another scenario, other targets, replications or regions
        Error: p.csv: has other rows than this run
        Error: p.csv: has other columns than points have

        """), "\(ending.error)")
  }

  @Test("Ctrl-C keeps the points that are finished, and the same command goes on from there")
  func interruptedPoints() throws {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      \(Self.search)
      set -m
      "$PROGRAM" calibrate eight.json --to t.csv --free telephone.queue_share --free patients.balking_share -q \
        --replications 40000 --jobs 1 --points p.csv & run=$!
      sleep 4; kill -INT $run; wait $run; echo $?
      kept=$(cat p.csv 2> /dev/null | grep -c ,free,0,); echo $kept
      # On a machine with much else to do, no point may be finished by then.
      [ "$kept" = 0 ] || { search --replications 40000 --evaluations $kept --points q.csv > /dev/null; cmp p.csv q.csv && echo same; }
      """)
    let kept = ending.output.split(separator: "\n").dropFirst().first.flatMap { Int($0) } ?? 0
    #expect(ending.output == (kept > 0 ? "130\n\(kept)\nsame\n" : "130\n0\n"))
    #expect(ending.error.contains("Error: stopped"))
    if kept > 0 {
      #expect(
        ending.error.contains(
          "stopped after \(kept) points; they are kept in p.csv: the same command goes on from there\n"))
    }
  }
}

extension Double {
  fileprivate func rounded(to decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
