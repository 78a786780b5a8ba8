import Reporting

/// The audit as a file, with the marks by which it can be verified elsewhere.
public enum AuditCSV {
  /// `number,at,actor,action,subject,detail,previous,digest`; `at` in seconds since 1970.
  public static func text(_ store: some CouncilStore) throws -> String {
    try store.reading { reading in
      var out = CSVText.line(["number", "at", "actor", "action", "subject", "detail", "previous", "digest"])
      var last: Int64 = 0
      while true {
        let entries = try reading.auditEntries(after: last, most: 1_000)
        guard let end = entries.last else { return out }
        for entry in entries {
          let note = entry.note
          out += CSVText.line([
            String(entry.number), String(note.at), note.actor, note.action, note.subject, note.detail,
            entry.previous,
            entry.digest,
          ])
        }
        last = end.number
      }
    }
  }
}
