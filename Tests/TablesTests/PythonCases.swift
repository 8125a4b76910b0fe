import Testing

// Written by a script, not by hand; the seed is fixed.
//
// Expected: what Python 3's csv module makes of the same text, blank lines left out, nil where it raises an error:
//   [r for r in csv.reader(io.StringIO(text, newline=''), delimiter=delimiter, strict=True) if r]
// The texts were put together at random from plain and quoted fields, three delimiters, three kinds of line break,
// some blank lines, some text after closing quotes and some quotes that are never closed (random.seed(4180)).

/// A text and what Python's csv module reads from it.
struct PythonCase: CustomTestStringConvertible {
  let text: String
  let rows: [[String]]?

  init(_ text: String, _ rows: [[String]]?) {
    self.text = text
    self.rows = rows
  }

  var testDescription: String { text.debugDescription }

  static let all: [PythonCase] = [
    PythonCase(
      "c0;c1;c2\r\"cr\rlf\r\nend\"x;x\ty;\"\t\"\r\u{E6}\u{C5};-2.5;\"cr\rlf\r\nend\"\r0,5;1;\"\u{F8}\"\"\u{F8}\"",
      nil),
    PythonCase(
      "c0;c1\n\u{F8};\u{E6}\u{C5}\ra b;\",\"\n\"a\";-2.5\r\n",
      [["c0", "c1"], ["\u{F8}", "\u{E6}\u{C5}"], ["a b", ","], ["a", "-2.5"]]),
    PythonCase(
      "c0,c1,c2,c3\r\n\"\",\u{1F600},\"say \"\"hi\"\"\",\"line\nbreak\"x\r\n15:00,=1+1,\u{1F600},-2.5", nil),
    PythonCase(
      "c0\tc1\tc2\tc3\r=1+1\t\"\"\"\"\t\"\"\t\"a\"\r", [["c0", "c1", "c2", "c3"], ["=1+1", "\"", "", "a"]]),
    PythonCase(
      "c0,c1,c2,c3\r x ,\u{F8},=1+1,\"\"\"\"\r\u{1F600},\"a;b\",\u{1F600},\"a,b\"\r\nit's,\"\t\",a b,\"cr\rlf\r\nend\"\r",
      [
        ["c0", "c1", "c2", "c3"], [" x ", "\u{F8}", "=1+1", "\""], ["\u{1F600}", "a;b", "\u{1F600}", "a,b"],
        ["it's", "\t", "a b", "cr\rlf\r\nend"],
      ]),
    PythonCase(
      "c0,c1,c2,c3\r\n\u{F8},\"a\",\"a\",\u{E6}\u{C5}\r\n\"\u{F8}\"\"\u{F8}\",\"a;b\",\";\",\"\t\"\r\n\u{E6}\u{C5},\"\"\"\",\"a\",\"\"\"\"",
      [
        ["c0", "c1", "c2", "c3"], ["\u{F8}", "a", "a", "\u{E6}\u{C5}"], ["\u{F8}\"\u{F8}", "a;b", ";", "\t"],
        ["\u{E6}\u{C5}", "\"", "a", "\""],
      ]),
    PythonCase("c0,c1,c2,c3\r\"line\nbreak\",a b,\"\"\"\",1\r\"a,b\",x\ty,it's,\"\r\"\r\"open", nil),
    PythonCase(
      "c0,c1,c2\n\"\"\"\"\"\",\u{1F600},\u{E6}\u{C5}",
      [["c0", "c1", "c2"], ["\"\"", "\u{1F600}", "\u{E6}\u{C5}"]]),
    PythonCase(
      "c0;c1;c2;c3\r\n x ;\"line\nbreak\";-2.5;x\ty\r\n\"a;b\";0,5;; x \r\n",
      [["c0", "c1", "c2", "c3"], [" x ", "line\nbreak", "-2.5", "x\ty"], ["a;b", "0,5", "", " x "]]),
    PythonCase("c0,c1\r\n\" padded \",x;y", [["c0", "c1"], [" padded ", "x;y"]]),
    PythonCase("c0\tc1\tc2\tc3\r\np,q\t\"a\"\t\"\"\t\"\t\"\r\n\"open", nil),
    PythonCase("c0,c1,c2\n\"\"\"\"\"\",15:00,\"\n\"\r\n", [["c0", "c1", "c2"], ["\"\"", "15:00", "\n"]]),
    PythonCase(
      "c0,c1,c2\n\"\u{F8}\"\"\u{F8}\",\";\",x\ty\n", [["c0", "c1", "c2"], ["\u{F8}\"\u{F8}", ";", "x\ty"]]),
    PythonCase(
      "c0\tc1\tc2\tc3\r\"\n\"\t\"\u{F8}\"\"\u{F8}\"x\t=1+1\ta b\r\r\"a\"\t0,5\t\"\n\"\t\"a;b\"\r\t\"a\"\t\"say \"\"hi\"\"\"\t\"\n\"\r\"line\nbreak\"\tp,q\t\"\u{F8}\"\"\u{F8}\"\ta b\r",
      nil),
    PythonCase(
      "c0\tc1\rx;y\t1\r\u{E6}\u{C5}\t\",\"\r\"\u{F8}\"\"\u{F8}\"\t x \r",
      [["c0", "c1"], ["x;y", "1"], ["\u{E6}\u{C5}", ","], ["\u{F8}\"\u{F8}", " x "]]),
    PythonCase("c0,c1,c2,c3\r\n\",\" ,1,\"\"\"\"\"\",x;y\rit's,\u{1F600},1,x;y\n", nil),
    PythonCase(
      "c0\tc1\n\"a;b\"\t x \n\"line\nbreak\"\t x \n1\t\u{F8}\n\u{F8}\t0,5\n",
      [["c0", "c1"], ["a;b", " x "], ["line\nbreak", " x "], ["1", "\u{F8}"], ["\u{F8}", "0,5"]]),
    PythonCase(
      "c0,c1,c2\r\n\"cr\rlf\r\nend\",\"\"\"\",\u{1F600}\n",
      [["c0", "c1", "c2"], ["cr\rlf\r\nend", "\"", "\u{1F600}"]]),
    PythonCase(
      "c0;c1\n\"\";\"line\nbreak\"\n\n\"\r\";\n\" padded \";=1+1",
      [["c0", "c1"], ["", "line\nbreak"], ["\r", ""], [" padded ", "=1+1"]]),
    PythonCase(
      "c0,c1,c2\n1,\"\",x\ty\r\"\",\"\",x;y\r\"\u{F8}\"\"\u{F8}\",\"a,b\",it's\n15:00,\" padded \",x\ty\r",
      [
        ["c0", "c1", "c2"], ["1", "", "x\ty"], ["", "", "x;y"], ["\u{F8}\"\u{F8}", "a,b", "it's"],
        ["15:00", " padded ", "x\ty"],
      ]),
    PythonCase(
      "c0\tc1\tc2\tc3\r\n1\t\u{1F600}\t\t\"cr\rlf\r\nend\"\r\"\"\"\"\t-2.5\t1\t\",\"\r\n\"a\"\t15:00\t\"\t\"\t\u{E6}\u{C5}",
      [
        ["c0", "c1", "c2", "c3"], ["1", "\u{1F600}", "", "cr\rlf\r\nend"], ["\"", "-2.5", "1", ","],
        ["a", "15:00", "\t", "\u{E6}\u{C5}"],
      ]),
    PythonCase(
      "c0\tc1\r\",\"\t\"\r\"\r1\t\r\"a,b\"\t\"a,b\"\r",
      [["c0", "c1"], [",", "\r"], ["1", ""], ["a,b", "a,b"]]),
    PythonCase(
      "c0,c1\na b,\u{F8}\n\"say \"\"hi\"\"\",\"\"\n\"\"\"\",\u{E6}\u{C5}\n\n\"\"\"\",\u{F8}\n\"open", nil),
    PythonCase(
      "c0;c1;c2;c3\r\n\"\";\u{E6}\u{C5};1;\"a;b\"\r\n\r\n\"cr\rlf\r\nend\";\"\"\"\";\u{E6}\u{C5};\r\n\" padded \"x\"y;p,q;\"say \"\"hi\"\"\";\u{E6}\u{C5}\r\n",
      nil),
    PythonCase(
      "c0,c1\r\u{1F600},\"a;b\"\r\r\"\"\"\"\"\",=1+1\r x ,1\r",
      [["c0", "c1"], ["\u{1F600}", "a;b"], ["\"\"", "=1+1"], [" x ", "1"]]),
    PythonCase(
      "c0\tc1\tc2\n\u{1F600}\t\"\"\"\"\"\"\t\"\"\"\"\r=1+1\t\",\"\t\"\"\r\n0,5\ta b\t\"a;b\"\r\n",
      [["c0", "c1", "c2"], ["\u{1F600}", "\"\"", "\""], ["=1+1", ",", ""], ["0,5", "a b", "a;b"]]),
    PythonCase(
      "c0,c1\r\"\u{F8}\"\"\u{F8}\",\"\u{F8}\"\"\u{F8}\"\r",
      [["c0", "c1"], ["\u{F8}\"\u{F8}", "\u{F8}\"\u{F8}"]]),
    PythonCase("c0;c1;c2;c3\n-2.5;\";\";\"a,b\"x\"y;\"cr\rlf\r\nend\"", nil),
    PythonCase(
      "c0;c1\r\u{F8};\r\"say \"\"hi\"\"\";1\r\"a;b\";\u{F8}",
      [["c0", "c1"], ["\u{F8}", ""], ["say \"hi\"", "1"], ["a;b", "\u{F8}"]]),
    PythonCase(
      "c0;c1;c2;c3\r\u{E6}\u{C5};\u{F8};\"a,b\"x\"y; x \r\u{F8}; x ;\"\"\"\"\"\";\"\"\"\"\r\" padded \";\"\";\"say \"\"hi\"\"\";\"a;b\"\r",
      nil),
    PythonCase(
      "c0\tc1\tc2\tc3\rit's\tx;y\t\"a,b\"\t\"\r\"\r",
      [["c0", "c1", "c2", "c3"], ["it's", "x;y", "a,b", "\r"]]),
    PythonCase(
      "c0;c1;c2;c3\r\n\u{1F600};\"say \"\"hi\"\"\";\"cr\rlf\r\nend\";0,5\r\n\"a,b\";\"a\";\"a,b\";\"cr\rlf\r\nend\" \r\n\"\u{F8}\"\"\u{F8}\"; x ;p,q;-2.5\r\n",
      nil),
    PythonCase(
      "c0,c1,c2,c3\r\"cr\rlf\r\nend\",a b,\"line\nbreak\",-2.5\r\u{1F600},\",\",\u{F8},\"say \"\"hi\"\"\"x\"y\r",
      nil),
    PythonCase(
      "c0\tc1\tc2\r\n\t\",\"\t\"\r\"\r\r-2.5\t\"\t\"\t\u{E6}\u{C5}\r\"a;b\"\t=1+1\t\"say \"\"hi\"\"\"\n\t\"cr\rlf\r\nend\"\t\"\n\"\r",
      [
        ["c0", "c1", "c2"], ["", ",", "\r"], ["-2.5", "\t", "\u{E6}\u{C5}"], ["a;b", "=1+1", "say \"hi\""],
        ["", "cr\rlf\r\nend", "\n"],
      ]),
    PythonCase(
      "c0\tc1\tc2\r15:00\t1\tp,q\r\nx;y\ta b\t\"a\"\r x \t\";\"\t\"a;b\"\n\u{E6}\u{C5}\t\"cr\rlf\r\nend\"\t1\n",
      [
        ["c0", "c1", "c2"], ["15:00", "1", "p,q"], ["x;y", "a b", "a"], [" x ", ";", "a;b"],
        ["\u{E6}\u{C5}", "cr\rlf\r\nend", "1"],
      ]),
    PythonCase(
      "c0\tc1\tc2\r\"\"\"\"\tp,q\tx;y\r\u{E6}\u{C5}\t\t\u{E6}\u{C5}\r\u{1F600}\ta b\ta b\r",
      [
        ["c0", "c1", "c2"], ["\"", "p,q", "x;y"], ["\u{E6}\u{C5}", "", "\u{E6}\u{C5}"],
        ["\u{1F600}", "a b", "a b"],
      ]),
    PythonCase(
      "c0,c1,c2,c3\n\"\t\",\u{E6}\u{C5},\"\"\"\",15:00\n=1+1,\u{F8},\u{1F600},\"a,b\"\r",
      [
        ["c0", "c1", "c2", "c3"], ["\t", "\u{E6}\u{C5}", "\"", "15:00"],
        ["=1+1", "\u{F8}", "\u{1F600}", "a,b"],
      ]),
    PythonCase(
      "c0,c1,c2,c3\ra b,x;y,\"a;b\",\";\"\r=1+1,\"\"\"\", x ,\"\"",
      [["c0", "c1", "c2", "c3"], ["a b", "x;y", "a;b", ";"], ["=1+1", "\"", " x ", ""]]),
    PythonCase(
      "c0\tc1\tc2\tc3\r\n\"\"\"\"\t\"cr\rlf\r\nend\"\t\"line\nbreak\"\t\"\r\"\r\n\"\"\t\"\n\"\t-2.5\t\"\n\"\r\n\u{1F600}\t\" padded \"\t\"\r\"\t\"\t\"\r\n\"open",
      nil),
    PythonCase(
      "c0;c1;c2;c3\rp,q;a b;\u{F8};\u{1F600}\r\"\"\"\";it's;=1+1;\"\t\"\r\u{1F600};\"a;b\";\"cr\rlf\r\nend\";\u{F8}\r",
      [
        ["c0", "c1", "c2", "c3"], ["p,q", "a b", "\u{F8}", "\u{1F600}"], ["\"", "it's", "=1+1", "\t"],
        ["\u{1F600}", "a;b", "cr\rlf\r\nend", "\u{F8}"],
      ]),
    PythonCase("c0\tc1\tc2\r\",\"\t1\t15:00\r", [["c0", "c1", "c2"], [",", "1", "15:00"]]),
    PythonCase(
      "c0,c1\r\"\u{F8}\"\"\u{F8}\",it's\r\";\",\"\u{F8}\"\"\u{F8}\"\r x ,\"\n\"\r",
      [["c0", "c1"], ["\u{F8}\"\u{F8}", "it's"], [";", "\u{F8}\"\u{F8}"], [" x ", "\n"]]),
    PythonCase(
      "c0,c1,c2,c3\r\u{1F600},\",\"x,-2.5,x;y\r\"cr\rlf\r\nend\",\"cr\rlf\r\nend\",\u{1F600},\r\"\n\",\"\"\"\"\"\",\"\"\"\"\"\",\"\n\"\rx;y,\"a;b\",=1+1,\"a,b\"",
      nil),
    PythonCase(
      "c0\tc1\n\"cr\rlf\r\nend\"\ta b\n-2.5\t\"\t\"\nit's\t\n",
      [["c0", "c1"], ["cr\rlf\r\nend", "a b"], ["-2.5", "\t"], ["it's", ""]]),
    PythonCase(
      "c0\tc1\tc2\r\n\u{E6}\u{C5}\t\";\"\t1\r\n", [["c0", "c1", "c2"], ["\u{E6}\u{C5}", ";", "1"]]),
    PythonCase(
      "c0,c1,c2,c3\r\n\"\",\"\",\"\"\"\",\u{1F600}\r\n\"say \"\"hi\"\"\",1,-2.5,=1+1",
      [["c0", "c1", "c2", "c3"], ["", "", "\"", "\u{1F600}"], ["say \"hi\"", "1", "-2.5", "=1+1"]]),
    PythonCase(
      "c0,c1,c2\r\"a\",it's,1\r\ra b, x ,\"\u{F8}\"\"\u{F8}\"\r\"\"\"\"\"\",\u{F8},\"say \"\"hi\"\"\"\"open",
      nil),
    PythonCase(
      "c0,c1,c2,c3\nit's,x\ty,\"a\",\"line\nbreak\"\n",
      [["c0", "c1", "c2", "c3"], ["it's", "x\ty", "a", "line\nbreak"]]),
  ]
}
