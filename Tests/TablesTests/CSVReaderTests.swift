import Tables
import Testing

@Suite("Reading CSV")
struct CSVReaderTests {
  @Test("A plain table comes out as it is written")
  func plain() throws {
    let table = try Table(Array("a,b\n1,2\n\"x\"\"y\",\"p,q\nr\"\n".utf8), file: "t.csv")
    #expect(table.header.names == ["a", "b"])
    #expect(table.rows == [["1", "2"], ["x\"y", "p,q\nr"]])
    #expect(table.lines == [2, 3])
  }
}
