/// A scenario for tests of runs.
package enum EightPractices {
  /// Eight small practices, two hours, two slots: a replication takes about a millisecond.
  package static let scenario = """
    {
      "name": "eight", "seed": 8,
      "practices": { "municipalities": { "A": 5, "B": 3 }, "gps": { "1": 6, "2": 2 } },
      "telephone": {
        "opens": "08:00", "closes": "10:00",
        "staffing": [{ "from": "08:00", "to": "10:00", "answered_by": "staff", "answerers": 1 }],
        "last_answer": { "09:00": 0.4, "10:00": 0.6 },
        "queue_share": 0.5,
        "when_off": [{ "from": "00:00", "to": "24:00", "shares": { "referral-message": 0.6, "rings-out": 0.4 } }]
      },
      "patients": { "calls_per_hour": { "08:00-10:00": 15 } },
      "survey": {
        "days": ["2015-04-14", "2015-04-15"], "slots": ["08:00-09:00", "09:00-10:00"], "interviewers": 2,
        "target": 0.3
      }
    }
    """
}
