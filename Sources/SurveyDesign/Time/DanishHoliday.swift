/// A public holiday (helligdag) in Denmark, on which practices are closed.
///
/// Three days that many think of are *not* public holidays by law and so are not here: 1 May, Constitution Day
/// (grundlovsdag, 5 June) and Christmas Eve. A survey that wants to leave them out says so itself.
package enum DanishHoliday: String, CaseIterable, Equatable, Sendable {
  /// 1 January.
  case newYearsDay = "new-years-day"
  /// The Thursday before Easter.
  case maundyThursday = "maundy-thursday"
  /// The Friday before Easter.
  case goodFriday = "good-friday"
  /// Easter Sunday.
  case easterSunday = "easter-sunday"
  /// The day after Easter Sunday.
  case easterMonday = "easter-monday"
  /// The fourth Friday after Easter, for the last time in 2023.
  case greatPrayerDay = "great-prayer-day"
  /// The Thursday 39 days after Easter.
  case ascensionDay = "ascension-day"
  /// The Sunday 49 days after Easter.
  case whitSunday = "whit-sunday"
  /// The day after Whit Sunday.
  case whitMonday = "whit-monday"
  /// 25 December.
  case christmasDay = "christmas-day"
  /// 26 December.
  case secondChristmasDay = "second-christmas-day"

  /// The name in English.
  package var englishName: String {
    switch self {
    case .newYearsDay: "New Year's Day"
    case .maundyThursday: "Maundy Thursday"
    case .goodFriday: "Good Friday"
    case .easterSunday: "Easter Sunday"
    case .easterMonday: "Easter Monday"
    case .greatPrayerDay: "Great Prayer Day"
    case .ascensionDay: "Ascension Day"
    case .whitSunday: "Whit Sunday"
    case .whitMonday: "Whit Monday"
    case .christmasDay: "Christmas Day"
    case .secondChristmasDay: "Second Day of Christmas"
    }
  }

  /// The name in Danish.
  package var danishName: String {
    switch self {
    case .newYearsDay: "nytårsdag"
    case .maundyThursday: "skærtorsdag"
    case .goodFriday: "langfredag"
    case .easterSunday: "påskedag"
    case .easterMonday: "2. påskedag"
    case .greatPrayerDay: "store bededag"
    case .ascensionDay: "Kristi himmelfartsdag"
    case .whitSunday: "pinsedag"
    case .whitMonday: "2. pinsedag"
    case .christmasDay: "juledag"
    case .secondChristmasDay: "2. juledag"
    }
  }

  /// Where in the year the holiday stands.
  enum Place {
    case fixed(month: Int, day: Int)
    case daysAfterEaster(Int)
  }

  var place: Place {
    switch self {
    case .newYearsDay: .fixed(month: 1, day: 1)
    case .maundyThursday: .daysAfterEaster(-3)
    case .goodFriday: .daysAfterEaster(-2)
    case .easterSunday: .daysAfterEaster(0)
    case .easterMonday: .daysAfterEaster(1)
    case .greatPrayerDay: .daysAfterEaster(26)
    case .ascensionDay: .daysAfterEaster(39)
    case .whitSunday: .daysAfterEaster(49)
    case .whitMonday: .daysAfterEaster(50)
    case .christmasDay: .fixed(month: 12, day: 25)
    case .secondChristmasDay: .fixed(month: 12, day: 26)
    }
  }
}
