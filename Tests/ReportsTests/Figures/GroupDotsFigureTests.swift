import SurveyStatistics
import Testing

@testable import Drawing
@testable import Reports

@Suite("Groups as dots: nothing is said that is not drawn")
struct GroupDotsFigureTests {
  private static func figure(large: Int = 2, small: [GroupDotsFigure.Group]) -> GroupDotsFigure {
    let groups = (0..<large).map {
      GroupDotsFigure.Group(
        label: Words("Large \($0)"), calls: 50, rate: 0.1,
        interval: ConfidenceInterval(lower: 0.04, upper: 0.21))
    }
    return GroupDotsFigure(
      grouping: Words("municipalities", "kommuner"), groups: groups + small, overall: 0.1, leastCalls: 10)
  }

  private static func suppressed(_ calls: Int, _ label: String = "Small") -> GroupDotsFigure.Group {
    .init(label: Words(label), calls: calls, rate: nil, interval: nil, isSmall: true)
  }

  private static func hollow(upper: Double) -> GroupDotsFigure.Group {
    .init(
      label: Words("Hollow"), calls: 7, rate: 0.1, interval: ConfidenceInterval(lower: 0.01, upper: upper),
      isSmall: true)
  }

  private static func texts(
    _ figure: GroupDotsFigure, _ language: ReportLanguage = .english, _ width: FigureWidth = .wide
  ) -> [String] {
    figure.drawing(language: language, width: width).labels.map(\.text)
  }

  @Test("A group without a rate says that its calls are too few, and no mark is explained")
  func tooFew() {
    let figure = Self.figure(small: [Self.suppressed(7), Self.suppressed(1), Self.suppressed(0)])
    for width in FigureWidth.allCases {
      let texts = Self.texts(figure, .english, width)
      #expect(
        texts.contains("7 calls: too few") && texts.contains("1 call: too few") && texts.contains("no calls"))
      #expect(Self.texts(figure, .danish, width).contains("7 opkald: for få"))
      #expect(!texts.contains { $0.contains("few calls") || $0.contains("*") || $0.contains("–,") })
    }
    #expect(!figure.caption(language: .english).contains("hollow"))
    #expect(!figure.caption(language: .english).contains("arrow"))
    #expect(!figure.dataTable(language: .danish).rows.contains { $0[0].contains("*") })
  }

  @Test(
    "Hollow marks and arrows are explained where they are drawn", arguments: [(0.15, false), (0.9, true)])
  func marks(upper: Double, isCut: Bool) {
    let figure = Self.figure(small: [Self.suppressed(2), Self.hollow(upper: upper)])
    #expect(Self.texts(figure).contains("* few calls"))
    #expect(Self.texts(figure).contains("Hollow\u{A0}*"))
    for language in ReportLanguage.allCases {
      let caption = figure.caption(language: language)
      #expect(caption.contains(language.words("hollow and grey", "hule og grå")))
      #expect(caption.contains(language.words("An arrow", "En pil")) == isCut)
    }
    #expect(figure.dataTable(language: .english).rows.last?[0] == "Small")
  }

  @Test(
    "From thirteen on, groups without a rate share one row, and the table has each",
    arguments: [12, 13, 1095])
  func folded(count: Int) {
    let figure = Self.figure(small: (0..<count).map { Self.suppressed($0 % 10, "Small \($0)") })
    FigureCheck(figure).run("\(count) groups without a rate")
    let (english, danish) = (
      Self.texts(figure).joined(separator: " "), Self.texts(figure, .danish).joined(separator: " ")
    )
    #expect(english.contains("too few") == (count <= 12))
    #expect(
      english.contains("and \(count == 1095 ? "1,095" : "13") groups with fewer than 10 calls")
        == (count > 12))
    #expect(
      danish.contains("og \(count == 1095 ? "1.095" : "13") grupper med færre end 10 opkald") == (count > 12))
    #expect(figure.dataTable(language: .english).rows.count == count + 2)
  }

  @Test("Without any rate there is nothing to explain, and a report has no such figure")
  func nothing() throws {
    let figure = Self.figure(large: 0, small: [Self.suppressed(3), Self.suppressed(2)])
    #expect(figure.caption(language: .english) == "No group has enough calls for a share of its own.")
    var report = ReportSamples.made()
    #expect(report.figures(language: .english).contains { $0 is GroupDotsFigure })
    report.leastCalls = 100
    #expect(!report.figures(language: .english).contains { $0 is GroupDotsFigure })
  }
}
