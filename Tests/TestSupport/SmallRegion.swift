/// A scenario for tests of studies and of what is made of them.
package enum SmallRegion {
  /// Sixty practices whose mornings fail by queueing and whose afternoons fail by their messages.
  package static let scenario = """
    {
      "name": "small", "seed": 3,
      "practices": { "municipalities": { "A": 60 }, "gps": { "1": 30, "2": 30 } },
      "telephone": {
        "staffing": [{ "from": "08:00", "to": "16:00", "answered_by": "doctor", "answerers": 1 }],
        "last_answer": { "14:00": 0.7, "16:00": 0.3 },
        "queue_share": 0.5,
        "when_off": [{ "from": "00:00", "to": "24:00", "shares": { "referral-message": 0.8, "rings-out": 0.2 } }]
      },
      "patients": {
        "calls_per_day_per_1000_listed": 25,
        "call_shares": { "08:00-09:00": 0.4, "09:00-16:00": 0.6 },
        "displaced_share": { "08:00": 0.1 }
      },
      "survey": { "days": ["2015-04-14", "2015-04-15"], "slots": ["08:00-09:00", "15:00-16:00"], "interviewers": 2 }
    }
    """
}
