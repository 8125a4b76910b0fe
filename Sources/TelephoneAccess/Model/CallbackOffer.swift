/// A queue's offer to ring back: the caller hangs up and keeps the place in line, and takes no line meanwhile.
///
/// When the place comes up an answerer rings back, also after the telephone is switched off. See
/// ``PatientModel/callbackReachedShare`` for those who do not take that call.
///
///     CallbackOffer(fromWaiting: 3, acceptedShare: 0.4)  // 40 % accept behind three who wait
package struct CallbackOffer: Equatable, Sendable {
  /// How many wait already, those to be rung back included, when the offer is made, 0 or more.
  package var fromWaiting: Int
  /// The share of patients who accept, 0…1.
  package var acceptedShare: Double

  /// Creates an offer.
  package init(fromWaiting: Int, acceptedShare: Double) {
    self.fromWaiting = fromWaiting
    self.acceptedShare = acceptedShare
  }
}
