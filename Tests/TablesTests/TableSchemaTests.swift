import Tables
import Testing

@Suite("Table schemas")
struct TableSchemaTests {
  // The shape is that of https://specs.frictionlessdata.io/table-schema/; every type and constraint used here is
  // listed there. Checked with `frictionless validate practices.csv --schema schema.json` (5.21): a good table is
  // valid, and a bad one breaks exactly the constraints below.
  @Test("A schema is printed as a Frictionless Table Schema")
  func schema() {
    let schema = TableSchema(
      name: "practices",
      columns: [
        Column("practice", .string, "The practice's number.", .init(required: true, unique: true)),
        Column("gps", .integer, "", .init(minimum: 1, maximum: 99)),
        Column("weight", .number, "Inverse \"inclusion\" probability.", .init(minimum: 0.5)),
        Column("first_day", .date, "", .init(minimum: "2015-04-01")),
        Column("system", .string, "", .init(pattern: "[a-z]+", enumeration: ["queue", "busy"])),
      ],
      primaryKey: ["practice"])
    #expect(schema.columnNames == ["practice", "gps", "weight", "first_day", "system"])
    #expect(
      schema.json.text() == #"""
        {
          "fields": [
            {
              "name": "practice",
              "type": "string",
              "description": "The practice's number.",
              "constraints": {
                "required": true,
                "unique": true
              }
            },
            {
              "name": "gps",
              "type": "integer",
              "constraints": {
                "minimum": 1,
                "maximum": 99
              }
            },
            {
              "name": "weight",
              "type": "number",
              "description": "Inverse \"inclusion\" probability.",
              "constraints": {
                "minimum": 0.5
              }
            },
            {
              "name": "first_day",
              "type": "date",
              "constraints": {
                "minimum": "2015-04-01"
              }
            },
            {
              "name": "system",
              "type": "string",
              "constraints": {
                "pattern": "[a-z]+",
                "enum": [
                  "queue",
                  "busy"
                ]
              }
            }
          ],
          "primaryKey": [
            "practice"
          ],
          "missingValues": [
            ""
          ]
        }

        """#)
  }
}
