import Testing

@testable import TelefontidCommand

@Suite("Interrupted runs", .serialized)
struct InterruptedRunTests {
  /// So many practices and jobs that making storage for them takes a second: time to stop before the first replication.
  private static let large =
    "--jobs 80 " + #"--set 'practices.municipalities={"A": 1500}' --set 'practices.gps={"1": 1500}'"#
  /// So many practices that a block of replications takes seconds, and a replication little.
  private static let medium =
    #"--set 'practices.municipalities={"A": 200}' --set 'practices.gps={"1": 200}'"#

  /// Starts a command that replaces `old`, waits until it has begun its folder or file, and interrupts it.
  private static func interrupting(_ command: String, signal: String) -> String {
    """
    set -m
    "$PROGRAM" \(command) -o old -q & run=$!
    until ls -d .old.partial-* > /dev/null 2>&1 || ! kill -0 $run 2> /dev/null; do sleep 0.01; done
    kill -\(signal) $run; wait $run; echo $?
    """
  }

  @Test(
    "A run that is stopped at once keeps the old results, or says how many new ones it kept; nothing lies beside them"
  )
  func simulate() throws {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      telefontid simulate eight.json --replications 9 -o old -q > /dev/null; cp -r old copy
      \(Self.interrupting("simulate eight.json --replications 50000 \(Self.large)", signal: "TERM"))
      diff -rq old copy > /dev/null && echo same || grep -A4 '"asked"' old/manifest.json | tr -d ' ,'; ls -A
      """)
    let words = ending.error.split(separator: " ")
    if ending.error.hasPrefix("Error: stopped before a replication was finished; nothing was written\n") {
      #expect(ending.output == "143\nsame\ncopy\neight.json\nold\n")
    } else {
      // Those that had begun: they are in the folder, which says so.
      try #require(ending.error.hasPrefix("Error: stopped after ") && words.count > 3, "\(ending.error)")
      #expect(ending.output.hasPrefix("143\n\"asked\":50000\n\"done\":\(words[3])\n}\n\"complete\":false\n"))
      #expect(ending.output.hasSuffix("\ncopy\neight.json\nold\n"))
    }
  }

  @Test("A resumed run that is stopped at once keeps what it had, and whatever new replication was finished")
  func resumed() throws {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      telefontid simulate eight.json --replications 2 \(Self.large) -o old -q > /dev/null; cp -r old copy
      \(Self.interrupting("simulate eight.json --replications 50000 --resume \(Self.large)", signal: "INT"))
      done=$(grep '"done"' old/manifest.json | tr -dc 0-9); echo $done
      # Without a new replication nothing has changed; with some, those there were come first.
      if [ $done = 2 ]; then for file in copy/*.csv; do cmp $file old/${file#copy/}; done; fi
      head -c $(stat -c %s copy/estimates.csv) old/estimates.csv | cmp - copy/estimates.csv
      ls -A
      """)
    let done = try #require(
      ending.output.split(separator: "\n").dropFirst().first.flatMap { Int($0) }, "\(ending.output)")
    #expect(done >= 2 && done < 50_000)
    #expect(
      ending.error.hasPrefix("Error: stopped after \(done) of 50000 replications; they are kept in old: "))
    #expect(ending.output == "130\n\(done)\ncopy\neight.json\nold\n")
  }

  @Test(
    "A sweep that is stopped at once leaves the old results alone, or keeps the replications that every cell has"
  )
  func sweep() throws {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      telefontid sweep eight.json --vary survey.attempts=1,2 --replications 2 -o old -q > /dev/null
      cp -r old copy
      \(Self.interrupting("sweep eight.json --vary survey.attempts=1,2 --replications 500 \(Self.medium)", signal: "INT"))
      diff -rq old copy > /dev/null && echo same || cut -d, -f7 old/sweep.csv | sort -u | tr '\\n' ' '; ls -A
      """)
    let words = ending.error.split(separator: " ")
    if ending.error.hasPrefix("Error: stopped before every cell had finished its first replications; nothing")
    {
      #expect(ending.output == "130\nsame\ncopy\neight.json\nold\n")
    } else {
      try #require(ending.error.hasPrefix("Error: stopped after ") && words.count > 3, "\(ending.error)")
      #expect(ending.output.contains("\(words[3]) replications "), "\(ending.output)")
      #expect(ending.output.hasSuffix("copy\neight.json\nold\n"))
    }
  }

  @Test("A calibration leaves the old scenario alone")
  func calibrate() throws {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      echo 'definition,by,group,statistic,target,tolerance,source' > t.csv
      echo 'agreement,all,all,not-reached,0.2,0.001,by hand' >> t.csv
      echo old > old
      \(Self.interrupting("calibrate eight.json --to t.csv --free telephone.queue_share --replications 5000 --force", signal: "TERM"))
      cat old; ls -A
      """)
    #expect(ending.error.hasPrefix("Error: stopped; nothing was written\n"))
    #expect(ending.output == "143\nold\neight.json\nold\nt.csv\n")
  }
}

@Suite("Resuming another run")
struct ResumingAnotherRunTests {
  /// A folder with a scenario that reads its practices from a file, and the results of nine replications in `old`.
  private static func place() throws -> ManyMachinesTests.Place {
    let place = try ManyMachinesTests.Place()
    let ending = try place.shell(
      """
      printf 'practice,municipality,gps,listed_patients\\n1,A,1,1500\\n2,A,2,3000\\n3,B,1,1600\\n' > frame.csv
      echo '{ "extends": "eight.json", "practices": { "frame": "frame.csv" } }' > framed.json
      telefontid simulate framed.json --replications 9 -o old -q > /dev/null && cp -r old copy
      """)
    #expect(ending.status == 0, "\(ending.error)")
    return place
  }

  private static let resume = "telefontid simulate framed.json --replications 20 -o old --resume -q"

  @Test(
    "Where nothing has changed that matters, the run goes on",
    arguments: ["true", "sed -i '2{h;d};3G' frame.csv", "sed -i 's/$/\\r/' frame.csv"])
  func same(change: String) throws {
    let place = try Self.place()
    let ending = try place.shell("\(change); \(Self.resume) > /dev/null")
    #expect(ending.status == 0, "\(ending.error)")
    #expect(try place.shell("grep '\"done\"' old/manifest.json").output == "    \"done\": 20\n")
  }

  @Test(
    "A changed frame, scenario or assignment is refused in a sentence, and the folder stays as it is",
    arguments: [
      // Another municipality, another size, another practice.
      ("sed -i 's/^1,A/1,B/' frame.csv", "", "has other practices than this run"),
      ("sed -i 's/3000/3001/' frame.csv", "", "has other practices than this run"),
      ("echo '4,B,1,1700' >> frame.csv", "", "has other practices than this run"),
      (
        "sed -i 's/\"queue_share\": 0.5/\"queue_share\": 0.6/' eight.json", "",
        "is of a scenario with digest "
      ),
      ("true", "--set survey.attempts=2", "is of a scenario with digest "),
      ("sed -i 's/{/{ \"name\": \"nine\",/' framed.json", "", "is of scenario framed, this run nine"),
    ])
  func refused(change: String, option: String, reason: String) throws {
    let place = try Self.place()
    let ending = try place.shell(
      "\(change); \(Self.resume) \(option); status=$?; diff -r copy old; exit $status")
    #expect(ending.status == 65)
    #expect(ending.output == "")
    #expect(ending.error.hasPrefix("Error: old: " + reason), "\(ending.error)")
    #expect(
      ending.error.split(separator: "\n").dropFirst() == ["Try: the same without --resume, which begins anew"]
    )
    #expect(try place.shell("ls -A").output == "copy\neight.json\nframe.csv\nframed.json\nold\n")
  }
}
