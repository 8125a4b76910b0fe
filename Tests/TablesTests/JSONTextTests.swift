import Tables
import Testing

@Suite("JSON text")
struct JSONTextTests {
  // Expected: python3 -c 'import json; print(json.dumps({"b": [1, -2.5, {}], "a": "x\"\\\n\x01ø", "n": None,
  //   "t": True, "e": []}, indent=2, ensure_ascii=False))'
  @Test("Members keep their order and strings are escaped")
  func pretty() {
    let json: JSONText = ["b": [1, -2.5, [:]], "a": "x\"\\\n\u{1}ø", "n": .null, "t": true, "e": []]
    #expect(
      json.text() == #"""
        {
          "b": [
            1,
            -2.5,
            {}
          ],
          "a": "x\"\\\n\u0001ø",
          "n": null,
          "t": true,
          "e": []
        }

        """#)
  }

  // Expected: python3 -c 'import json; print(json.dumps("".join(map(chr, range(33))) + "\x7f\u2028😀",
  //   ensure_ascii=False))'
  @Test("Every control character is escaped as Python escapes it")
  func controls() {
    let text = String(
      String.UnicodeScalarView((0...32).compactMap(Unicode.Scalar.init(_:) as (UInt32) -> Unicode.Scalar?)))
    #expect(
      JSONText.string(text + "\u{7F}\u{2028}😀").text(pretty: false)
        == #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
        + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f "#
        + "\u{7F}\u{2028}😀\"")
  }

  // Expected: python3 -c 'import json; print(json.dumps({"a": [1, {"b": []}], "": {}}, separators=(",", ":")))'
  @Test("On one line there is no space and no line feed")
  func compact() {
    let json: JSONText = ["a": [1, ["b": []]], "": [:]]
    #expect(json.text(pretty: false) == #"{"a":[1,{"b":[]}],"":{}}"#)
  }

  @Test(
    "Numbers are written one way only, and what is not finite is null",
    arguments: [
      (.number(5), "5"), (.number(0.1), "0.1"), (.number(-0.0), "0"), (.number(1e-5), "0.00001"),
      (.number(1e-30), "1e-30"), (.number(.nan), "null"), (.number(-.infinity), "null"),
      (.integer(.min), "-9223372036854775808"), (.unsigned(.max), "18446744073709551615"),
      (.bool(false), "false"),
      ("a\(1)", "\"a1\""), (2.5, "2.5"),
    ] as [(JSONText, String)])
  func numbers(json: JSONText, text: String) {
    #expect(json.text(pretty: false) == text)
  }
}
