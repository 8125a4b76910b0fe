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
}
