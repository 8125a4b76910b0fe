import SurveyDesign
import Tables
import Testing

@Suite("What people write in tables")
struct PeopleTests {
  @Test(
    "A municipality is known by its code and in every spelling",
    arguments: [
      ("Aarhus", "0751" as String?), ("Århus", "0751"), ("ÅRHUS KOMMUNE", "0751"), ("aarhus kommune", "0751"),
      ("0751", "0751"),
      ("751", "0751"), ("751.0", "0751"), ("0751 Aarhus", "0751"), ("Aarhus (751)", "0751"),
      ("Kommune: Aarhus", "0751"),
      ("Københavns Kommune", "0101"), ("Koebenhavn", "0101"), ("Åbenrå", "0580"), ("Ålborg", "0851"),
      ("Nordfyn", "0480"), ("Nordfyns", "0480"), ("Vesthimmerland", "0820"), ("Mors", "0773"),
      ("Morsø", "0773"),
      ("ringkøbing skjern", "0760"), ("Ikast-Brande", "0756"), ("Lyngby-Tårbæk", "0173"),
      ("Høje Tåstrup", "0169"),
      ("Bornholms Regionskommune", "0400"), ("Assens", "0420"), ("A\u{30A}rhus", "0751"),
      // None of these is one.
      ("Thy", nil), ("8000 Aarhus C", nil), ("0751 Randers", nil), ("0999", nil), ("", nil), ("Kommune", nil),
      ("751 851", nil),
      ("99999999999999999999", nil), ("Arhus", nil),
    ])
  func municipalities(text: String, code: String?) {
    #expect(Municipality(text)?.code == code)
  }

  @Test("There are 98 municipalities in five regions; each is found by code and name")
  func register() {
    #expect(Municipality.all.count == 98)
    #expect(Set(Municipality.all.map(\.region)).count == 5)
    for place in Municipality.all {
      #expect(place.code.count == 4)
      #expect(Municipality(place.code) == place)
      #expect(Municipality(place.name) == place)
      #expect(Municipality(place.name.uppercased() + " kommune") == place)
    }
    // The nineteen of Region Midtjylland, as the region itself counts them.
    #expect(Municipality.all.count { $0.region == "Midtjylland" } == 19)
  }

  @Test(
    "Headers of registers and of interviewers are understood",
    arguments: [
      ("Ydernummer", KnownColumn.practice), ("Yder nr", .practice), ("YDERNR.", .practice),
      ("Antal tilmeldte", .listedPatients),
      ("Sikrede", .listedPatients), ("Kommunenavn", .municipality), ("Kommunekode", .municipality),
      ("kommunekode", .municipality),
      ("Telefonnr.", .telephone), ("Forsoeg", .attempt), ("Ventetid (sek.)", .waitSeconds),
      ("wait seconds", .waitSeconds),
      ("Klokkeslæt", .dialled), ("Opkaldsudfald", .disposition), ("Kontakt", .reached), ("Vægt", .weight),
    ])
  func headers(name: String, column: KnownColumn) {
    var faults = TableFaults(file: "t.csv")
    #expect(TableHeader(["x", name]).index(of: column, faults: &faults) == 1)
    #expect(KnownColumn.columns(named: name).first == column)
    #expect(faults.isEmpty)
  }

  @Test("No header stands for two columns equally well, and each Danish header is understood as its column")
  func distinct() {
    for column in KnownColumn.allCases {
      #expect(KnownColumn.columns(named: column.danishHeader).first == column)
      #expect(KnownColumn.columns(named: column.rawValue).first == column)
    }
  }

  @Test("A register's number goes before its name, a name before a code; two headers alike are a fault")
  func precedence() {
    var faults = TableFaults(file: "t.csv")
    let register = TableHeader(["Praksis", "Ydernummer", "Kommunekode", "Kommunenavn"])
    #expect(register.index(of: .practice, faults: &faults) == 1)
    #expect(register.index(of: .practiceName, faults: &faults) == 0)
    #expect(register.index(of: .municipality, faults: &faults) == 3)
    #expect(register.index(of: .weight, faults: &faults) == nil)
    #expect(TableHeader(["Udfald", "disposition"]).index(of: .disposition, faults: &faults) == 1)
    #expect(faults.isEmpty)
    #expect(TableHeader(["Udfald", "Resultat"]).index(of: .disposition, faults: &faults) == 0)
    #expect(
      faults.faults.map(\.message) == [
        "'Udfald' and 'Resultat' could both be the column 'disposition'; say which is with --columns disposition=NAME"
      ])
  }

  @Test(
    "A cell may hold a day, a time or both",
    arguments: [
      ("01-09-2026 8.00", "2026-09-01" as String?, "08:00:00" as String?),
      ("2026-09-01T08:05:09", "2026-09-01", "08:05:09"),
      ("2026-09-01 08:05:09.250", "2026-09-01", "08:05:09"), ("1/9/2026, kl. 8", "2026-09-01", "08:00:00"),
      ("2026-09-01", "2026-09-01", nil), ("8.05", nil, "08:05:00"), (" kl. 8 ", nil, "08:00:00"),
      ("08:05:09.000", nil, "08:05:09"), ("08:07:07 AM", nil, "08:07:07"), ("03:00:55 PM", nil, "15:00:55"),
      ("12:12:22 PM", nil, "12:12:22"), ("12:10 am", nil, "00:10:00"),
      ("9/1/2026 3:05 PM", "2026-01-09", "15:05:00"),
      ("7.4.2015", "2015-04-07", nil),
    ])
  func moments(text: String, date: String?, time: String?) throws {
    let moment = try Moment(parsing: text)
    #expect(moment.date?.description == date)
    #expect(moment.time?.description == time)
  }

  @Test(
    "What is neither, and a time with a zone, is refused",
    arguments: [
      ("2026-09-01T08:00:00Z", "goes on after the time"),
      ("2026-09-01T08:00+02:00", "goes on after the time"),
      ("2026-09-01 mandag", "something that is no time"), ("mandag", "neither a date nor a time"),
      ("4/27/2026", "the day stands before the month"), ("31-02-2026", "is no day of the calendar"),
      ("", "neither"),
      ("0,333333", "neither"), ("13:00 PM", "neither"), ("0:10 AM", "neither"),
    ])
  func noMoments(text: String, reason: String) {
    #expect { try Moment(parsing: text) } throws: { "\($0)".contains(reason) }
  }

  @Test("Dates with slashes that all could be read two ways deserve a remark, and others none")
  func slashes() {
    func remark(_ texts: [String]) -> String? {
      var dates = SlashedDates()
      for text in texts { dates.take(text) }
      return dates.remark?.english
    }
    #expect(
      remark(["9/9/2026", "9/10/2026", "9/11/2026"])
        == "every date with slashes could be read two ways; '9/10/2026' was read day first, as 2026-10-09")
    #expect(remark(["9/10/2026", "13/10/2026"]) == nil)
    #expect(remark(["9-10-2026", "9.10.2026", "2026-10-09", "9/9/2026"]) == nil)
  }
}
