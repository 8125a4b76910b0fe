internal import SurveyDesign
internal import Tables

/// Attempts on other days, and in other rounds, belong to the call that they try again.
extension SurveyCallReader {
  /// Joins attempts to the calls that they go on with, once all rows of a file have been taken.
  ///
  /// What one practice was rung for on one day in one slot goes on with an earlier call if its lowest attempt is 2 or more, or if
  /// it was rung in a later round than the first. It goes on with the practice's call in the same slot, the latest before it;
  /// without one, with the practice's only call. Several that it could belong to are a fault. Without any it is a call of its own:
  /// a practice released from the reserve begins so.
  ///
  /// - Complexity: O(*c* log *c*) for *c* calls; O(*c*) where no attempt is on another day.
  mutating func joinDays(faults: inout TableFaults) {
    guard calls.contains(where: \.mayGoOn) else { return }
    var isJoined = [Bool](repeating: false, count: calls.count)
    var orphans = 0
    for replication in replications {
      let places = replication.calls.sorted { calls[$0].practice < calls[$1].practice }
      var rest = places[...]
      while let first = rest.first {
        let own = rest.prefix { calls[$0].practice == calls[first].practice }
        rest = rest[own.endIndex...]
        guard own.contains(where: { calls[$0].mayGoOn }) else { continue }
        orphans += joinDays(of: Array(own), &isJoined, faults: &faults)
      }
    }
    if orphans > 0 {
      faults.remark(
        RemarkText(
          "calls that begin with attempt 2 or later, because the attempts before are not in the file: \(orphans)",
          "opkald, der begynder med forsøg 2 eller senere, fordi forsøgene før ikke er i filen: \(orphans)"),
        field: decoder.fields.attempt)
    }
    drop(isJoined)
  }

  /// Joins the attempts at one practice.
  ///
  /// - Returns: How many calls begin with a later attempt than the first.
  private mutating func joinDays(of places: [Int], _ isJoined: inout [Bool], faults: inout TableFaults) -> Int
  {
    // What begins a call comes before what goes on with one, and earlier attempts before later ones.
    let order = places.sorted { calls[$0].order < calls[$1].order }
    var begun: [Int] = []
    var last: [Int: SurveyCall.Key] = [:]
    var orphans = 0
    for place in order {
      let call = calls[place]
      guard call.mayGoOn else {
        begun.append(place)
        continue
      }
      let earlier = begun.filter {
        call.mayGoOn(with: calls[$0], lastTriedOn: last[$0]?.day ?? calls[$0].key.day)
      }
      let sameSlot = earlier.filter { calls[$0].key.slot == call.key.slot || last[$0]?.slot == call.key.slot }
      // Of a practice's calls in one slot the latest is the one that is tried again.
      let latest = sameSlot.max { calls[$0].key.day < calls[$1].key.day }
      guard let found = latest ?? earlier.first else {
        begun.append(place)
        if call.storedRound > 1, call.firstAttempt == 1 { calls[place].isReserve = true }
        if call.storedRound == 1 || call.firstAttempt > 1 { orphans += 1 }
        continue
      }
      if latest == nil, earlier.count > 1 {
        addAmbiguity(call, earlier, &faults)
        continue
      }
      last[found] = call.key
      if call.decides(over: calls[found]) {
        calls[found].take(call)
        for column in groupFields.indices { groupValues[column][found] = groupValues[column][place] }
      }
      isJoined[place] = true
    }
    return orphans
  }

  private func addAmbiguity(_ call: SurveyCall, _ earlier: [Int], _ faults: inout TableFaults) {
    let slots = earlier.prefix(4).map { decoder.slots[calls[$0].slot].label }.joined(separator: ", ")
    faults.add(
      "attempt \(call.firstAttempt) at practice '\(excerpt(decoder.practices[call.practice]))' could belong to "
        + "several of its calls (\(slots)): where a practice has several calls, ring each again in its own slot",
      line: headerLine + call.row, field: decoder.fields.attempt)
  }

  /// Drops the calls that were joined to others.
  private mutating func drop(_ isJoined: [Bool]) {
    guard isJoined.contains(true) else { return }
    hasJoinedDays = true
    for column in groupFields.indices {
      groupValues[column] = groupValues[column].indices.filter { !isJoined[$0] }.map {
        groupValues[column][$0]
      }
    }
    var kept = 0
    for number in replications.indices {
      let start = kept
      kept += replications[number].calls.count { !isJoined[$0] }
      replications[number].calls = start..<kept
    }
    calls = calls.indices.filter { !isJoined[$0] }.map { calls[$0] }
  }
}

extension SurveyCall {
  /// Whether the rows of this slot and day may go on with an earlier call.
  fileprivate var mayGoOn: Bool { firstAttempt > 1 || storedRound > 1 }

  /// Whether they may go on with a call that was last tried on a day.
  fileprivate func mayGoOn(with call: SurveyCall, lastTriedOn day: Int32) -> Bool {
    guard day <= key.day || key.day == Key.noDay else { return false }
    return call.storedRound < storedRound
      || (call.storedRound == storedRound && call.rank < Int32(firstAttempt))
  }

  /// What attempts at one practice are put in order by.
  fileprivate var order: (Int, Int16, Int16, Int32, Int32) {
    (mayGoOn ? 1 : 0, storedRound, firstAttempt, key.day, key.slot)
  }
}
