import Testing

@testable import Drawing

@Suite("Markup")
struct MarkupTests {
  @Test("Elements close, and attributes keep their order")
  func structure() {
    var markup = Markup()
    markup.element("p", ["id": "b", "class": "a"]) {
      $0.text("one")
      $0.empty("br")
      $0.element("em", text: "two")
    }
    #expect(markup.description == "<p id=\"b\" class=\"a\">one<br/><em>two</em></p>")
  }

  @Test(
    "Text cannot become markup",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a & b", "a &amp; b"),
      ("]]>", "]]&gt;"), ("&lt;", "&amp;lt;"), ("Åse's \"x\"", "Åse's \"x\""), ("one\r\ttwo", "one\n\ttwo"),
      ("bell\u{7}nul\u{0}", "bell\u{FFFD}nul\u{FFFD}"), ("turn\u{202E}ed", "turn\u{FFFD}ed"),
      ("c1\u{85}", "c1\u{FFFD}"),
    ])
  func escaping(text: String, expected: String) {
    var markup = Markup()
    markup.text(text)
    #expect(markup.description == expected)
  }

  @Test("What is no character is replaced", arguments: [0xFFFE, 0x1FFFF, 0xFDD0] as [UInt32])
  func nonCharacters(value: UInt32) throws {
    var markup = Markup()
    markup.text(String(Character(try #require(Unicode.Scalar(value)))))
    #expect(markup.description == "\u{FFFD}")
  }

  @Test("An attribute's value cannot end the attribute")
  func attributes() {
    var markup = Markup()
    markup.empty("img", ["alt": "\" onload=\"x\"\n\t<"])
    #expect(markup.description == "<img alt=\"&quot; onload=&quot;x&quot;&#10;&#9;&lt;\"/>")
  }

  @Test(
    "Numbers have at most two decimals",
    arguments: [
      (0.0, "0"), (10, "10"), (100.5, "100.5"), (1.005, "1"), (-0.001, "0"), (-12.346, "-12.35"),
      (1e9, "1000000000"), (.nan, "0"), (.infinity, "0"),
    ])
  func numbers(value: Double, expected: String) {
    #expect(Markup.number(value) == expected)
  }
}
