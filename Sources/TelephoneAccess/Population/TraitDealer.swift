internal import Randomness
internal import SurveyDesign

/// Deals traits out to practices by quota: in every region as many have each as the shares say.
///
/// One trait after the other, practices are put in an ``EvenOrder`` of classes made from the traits they have already, turned by
/// a random start, and categories take places in it. That is systematic sampling with one random start: a category's
/// practices are spread evenly over all classes, and any practice may be among them. What a frame states of a practice holds;
/// only the others are dealt to.
///
/// Source: Madow and Madow (1944), On the theory of systematic sampling, The Annals of Mathematical Statistics 15, 1–24.
struct TraitDealer {
  let model: PopulationModel
  /// The seed of the region.
  let seed: UInt64
  private(set) var practices: [DealtPractice]

  /// A trait that is dealt.
  ///
  /// The numbers are part of what a seed yields.
  private enum Trait: Int, CaseIterable {
    case system, acuteLine, lunch, lastAnswer, whenOff
    // Their words are drawn after the list.
    case calls, staffing, callback, professionalNumber, professionalPriority

    static let beforeList = allCases.prefix { $0 != .calls }
  }

  /// Deals out everything that the practices do not have.
  ///
  /// - Complexity: O(*p* · (*k* + log *p*)) for *p* practices in *k* classes.
  init(_ practices: [DealtPractice], model: PopulationModel, seed: UInt64) {
    self.model = model
    self.seed = seed
    self.practices = practices
    dealLastAnswers()
    dealOffStates()
    dealLunches()
    dealCalls()
    dealStaffing()
    dealSystems()
    dealCallbacks()
    dealAcuteLines()
    dealProfessionalAccess()
  }

  private mutating func dealLastAnswers() {
    let order = order(for: .lastAnswer, .lastAnswer, classes: practices.map { [$0.gps] })
    let counts = Quota.counts(model.lastAnswers.map(\.share), of: order.count)
    for (practice, category) in zip(order, Quota.inSectors(counts, of: order.count)) {
      practices[practice].traits.lastAnswer = category.map { model.lastAnswers[$0].at }
    }
  }

  /// In every stretch the same order: a practice keeps its place, so that only as many change state as the shares demand.
  private mutating func dealOffStates() {
    let order = order(for: .whenOff, .whenOff, classes: practices.map { [$0.lastAnswerClass, $0.gps] })
    for (stretch, shares) in model.whenOff.enumerated() {
      let counts = Quota.counts(OffState.allCases.map(shares.share(of:)), of: order.count)
      let byState = Dictionary(uniqueKeysWithValues: zip(OffState.allCases, counts))
      for (practice, state) in zip(order, Quota.states({ byState[$0] ?? 0 }, of: order.count)) {
        practices[practice].traits.whenOff[stretch] = state
      }
    }
    letAcuteLinesBe(in: order)
  }

  /// Whoever has no acute line by the frame does not give its number: such a practice changes states with the next that can.
  private mutating func letAcuteLinesBe(in order: [Int]) {
    func cannot(_ practice: Int) -> Bool {
      practices[practice].states(.acuteLine) && !practices[practice].traits.hasAcuteLine
    }
    for (place, practice) in order.enumerated()
    where cannot(practice) && practices[practice].traits.givesAcuteLine {
      let next = (1..<order.count).lazy.map { order[(place + $0) % order.count] }
        .first { !cannot($0) && !practices[$0].traits.givesAcuteLine }
      let own = practices[practice].traits.whenOff
      practices[practice].traits.whenOff =
        next.map { practices[$0].traits.whenOff } ?? own.map { $0 == .acuteLine ? .referralMessage : $0 }
      if let next { practices[next].traits.whenOff = own }
    }
  }

  private mutating func dealLunches() {
    let order = order(for: .lunch, .lunch, classes: practices.map { $0.offClasses })
    let counts = Quota.counts(model.lunches.map(\.share), of: order.count)
    for (practice, category) in zip(order, Quota.inTurn(counts, of: order.count)) {
      practices[practice].traits.lunch = category.flatMap {
        Slot(from: model.lunches[$0].from, to: model.lunches[$0].to)
      }
    }
  }

  /// Every practice gets one of as many quantiles as there are practices: those in the middle of equal parts, with mean 1.
  private mutating func dealCalls() {
    guard model.callsCVBetweenPractices > 0 else { return }
    let order = order(for: .calls, .callsFactor, classes: practices.map { [$0.gps] })
    let factors = GammaQuantiles(cv: model.callsCVBetweenPractices).midpoints(order.count)
    for (practice, factor) in zip(order, factors) { practices[practice].traits.callsFactor = factor }
  }

  /// Fractions of an answerer are dealt out so that all practices together have as many answerers as they should.
  private mutating func dealStaffing() {
    guard model.staffsByList else { return }
    let order = order(for: .staffing, nil, classes: practices.map { [$0.gps] })
    for (place, practice) in order.enumerated() {
      practices[practice].traits.staffingPlace = (Double(place) + 0.5) / Double(order.count)
    }
  }

  /// Practices of sizes with the same share are dealt to together.
  private mutating func dealSystems() {
    let steps = practices.map { practice in
      model.queueShare.steps.lastIndex { $0.gps <= practice.gps } ?? 0
    }
    for (step, share) in model.queueShare.steps.map(\.value).enumerated() {
      let order = order(for: .system, .system, classes: practices.map { $0.offClasses.reversed() }) {
        steps[$0] == step
      }
      let counts = Quota.counts([share], of: order.count)
      for (practice, category) in zip(order, Quota.inTurn(counts, of: order.count)) {
        practices[practice].traits.system = category == nil ? .busyTone : .queue
      }
    }
    for practice in practices.indices where !practices[practice].states(.lines) {
      practices[practice].traits.lines = model.lines(
        of: practices[practice].traits, gps: practices[practice].gps,
        listedPatients: practices[practice].listed)
    }
  }

  /// Only a queue can offer to ring back.
  private mutating func dealCallbacks() {
    guard model.offersCallbacks else { return }
    for step in model.callbackShare.steps.indices {
      let order = order(for: .callback, .callback, classes: practices.map { [$0.gps] }) { place in
        practices[place].traits.system == .queue
          && model.callbackShare.steps.lastIndex { $0.gps <= practices[place].gps } ?? 0 == step
      }
      let count = Quota.counts([model.callbackShare.steps[step].value], of: order.count)[0]
      for practice in order.prefix(count) { practices[practice].traits.offersCallback = true }
    }
  }

  /// Practices that give the number of their acute line when they are off have one, and are the first of the quota.
  private mutating func dealAcuteLines() {
    let order = order(for: .acuteLine, .acuteLine, classes: practices.map { $0.offClasses })
    let count = Quota.counts([model.acuteLineShare], of: order.count)[0]
    let given = order.filter { practices[$0].traits.givesAcuteLine }
    let others = order.filter { !practices[$0].traits.givesAcuteLine }
    for practice in order { practices[practice].traits.hasAcuteLine = false }
    for practice in given + others.prefix(max(count - given.count, 0)) {
      practices[practice].traits.hasAcuteLine = true
    }
  }

  /// Sizes get their numbers for professionals evenly; priority is spread evenly over practices with such a number and those without.
  private mutating func dealProfessionalAccess() {
    guard let professionals = model.professionals else { return }
    let withNumber = order(for: .professionalNumber, .professionalNumber, classes: practices.map { [$0.gps] })
    for practice in withNumber.prefix(Quota.counts([professionals.ownNumberShare], of: withNumber.count)[0]) {
      practices[practice].traits.professionals.hasOwnNumber = true
    }
    let withPriority = order(
      for: .professionalPriority, .professionalPriority,
      classes: practices.map { [$0.traits.professionals.hasOwnNumber ? 1 : 0, $0.gps] })
    for practice in withPriority.prefix(
      Quota.counts([professionals.priorityShare], of: withPriority.count)[0])
    {
      practices[practice].traits.professionals.hasPriority = true
    }
  }

  /// The practices that a trait is dealt to, in the order in which they take their places.
  private func order(
    for trait: Trait, _ column: TraitColumn?, classes: [[Int]], where isDealt: (Int) -> Bool = { _ in true }
  ) -> [Int] {
    let dealt = practices.indices.filter { place in
      !(column.map { practices[place].states($0) } ?? false) && isDealt(place)
    }
    let keys = practices.map { ($0.words[trait.rawValue], $0.streamKey) }
    let open = EvenOrder(dealt, classes: classes) { keys[$0] < keys[$1] }.practices()
    guard !open.isEmpty else { return [] }
    var stream = RandomStream(
      seed: seed, replication: 0, practice: UInt64(trait.rawValue), purpose: .quota)
    let start = stream.integer(below: open.count)
    return Array(open[start...] + open[..<start])
  }

  /// The words that a practice's own stream gives for its traits, and its list of patients.
  static func draw(
    _ model: PopulationModel, seed: UInt64, streamKey: UInt64, gps: Int
  ) -> (words: [UInt64], listedPatients: Int) {
    var stream = RandomStream(seed: seed, replication: 0, practice: streamKey, purpose: .traits)
    let words = Trait.beforeList.map { _ in stream.next() }
    let listed = model.drawList(gps: gps, using: &stream)
    return (words + Trait.allCases.dropFirst(words.count).map { _ in stream.next() }, listed)
  }
}

/// A practice while its traits are dealt.
struct DealtPractice {
  let streamKey: UInt64
  let gps: Int
  /// Its listed patients.
  let listed: Int
  /// A random word for each trait, which settles the order among its equals.
  let words: [UInt64]
  var traits: PracticeTraits
  /// The columns of the frame that state one of its traits.
  var stated: Set<TraitColumn> = []

  /// Whether the frame states a trait.
  func states(_ column: TraitColumn) -> Bool { stated.contains(column) }

  /// What its last answer is classed by.
  var lastAnswerClass: Int { traits.lastAnswer?.milliseconds ?? -1 }

  /// What its states when off, its last answer and its size are classed by.
  var offClasses: [Int] {
    let states = traits.whenOff.reduce(0) { code, state in
      (code &* OffState.allCases.count) &+ (OffState.allCases.firstIndex(of: state) ?? 0)
    }
    return [states, lastAnswerClass, gps]
  }
}

extension PracticeTraits {
  /// Whether the telephone gives the number of an acute line at some time when it is off.
  var givesAcuteLine: Bool { whenOff.contains(.acuteLine) }
}
