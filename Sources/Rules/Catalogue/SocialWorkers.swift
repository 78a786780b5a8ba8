import Returns
import Units

/// Social worker episodes, returned since 2023/24.
extension RuleBook {
  static let socialWorkers: [Rule] = workerRows + workerHistories + workersInCare

  private static let workerRows: [Rule] = [
    Rule(
      "SW01aSTG1", .error,
      "A social worker episode has no start, or began before April 2023 and has no SW_ID.",
      action: "Enter SW_DECOM and SW_ID.", reads: [.now(.socialWorker, "SW_DECOM", "SW_ID")],
      years: 2024...2024,
      check: .each(\.socialWorkers) { row, _ in
        row.start.isBlank || (row.start < reasonsFrom && row.worker.isEmpty)
      }),
    Rule(
      "SW01bSTG1", .error,
      "A social worker episode has no start, or began in or after April 2023 and lacks SW_ID or SW_REASON.",
      action: "Enter SW_DECOM, SW_ID and SW_REASON.",
      reads: [.now(.socialWorker, "SW_DECOM", "SW_ID", "SW_REASON")], years: 2024...2024,
      check: .each(\.socialWorkers) { row, _ in
        row.start.isBlank || (row.start >= reasonsFrom && (row.worker.isEmpty || row.reason.isEmpty))
      }),
    Rule(
      "SW02STG1", .error, "The social worker's number begins with neither SW nor XX, or is cut short.",
      action: "Enter the number with SW before it, or with XX where there is none.",
      reads: [.now(.socialWorker, "SW_ID")], years: from(2023),
      check: .each(\.socialWorkers) { row, year in
        let isShort = year.isFrom(2025) && row.worker.count < 4
        return isShort || !(row.worker.hasPrefix("SW") || row.worker.hasPrefix("XX"))
      }),
    Rule(
      "SW03STG1", .error, "The social worker episode is incomplete.",
      action: "Enter SW_ID, SW_DECOM and SW_REASON.",
      reads: [.now(.socialWorker, "SW_ID", "SW_DECOM", "SW_REASON")], years: 2023...2023,
      check: .each(\.socialWorkers) { row, _ in !row.isComplete }),
    Rule(
      "SW04STG1", .error, "The start of the social worker episode is not a date.",
      action: "Enter SW_DECOM as dd/mm/yyyy.", reads: [.now(.socialWorker, "SW_DECOM")], years: from(2023),
      check: .each(\.socialWorkers) { row, year in
        row.start.isUnreadable || year.isMisread(row, "SW_DECOM")
      }),
    Rule(
      "SW05STG1", .error, "The end of the social worker episode is not a date.",
      action: "Enter SW_DEC as dd/mm/yyyy, or leave it blank.", reads: [.now(.socialWorker, "SW_DEC")],
      years: from(2023),
      check: .each(\.socialWorkers) { row, year in row.end.isUnreadable || year.isMisread(row, "SW_DEC") }),
    Rule(
      "SW06STG2", .error, "The social worker episode starts after the collection year.",
      action: "Correct SW_DECOM, or report the episode in its own year.",
      reads: [.now(.socialWorker, "SW_DECOM")], years: from(2023),
      check: .each(\.socialWorkers) { row, year in row.start > year.end }),
    Rule(
      "SW07STG2", .error, "The social worker episode ends outside the time that is reported.",
      action: "Correct SW_DEC: it lies in this year or the year before (up to 2023/24, in this year).",
      reads: [.now(.socialWorker, "SW_DEC")], years: from(2023),
      check: .each(\.socialWorkers) { row, year in
        row.end < (year.isFrom(2024) ? year.lastStart : year.start) || row.end > year.end
      }),
    Rule(
      "SW09STG2", .query, "The social worker episode is very short.",
      action: "Check SW_DECOM and SW_DEC: from 2025/26 three nights are the least expected.",
      reads: [.now(.socialWorker, "SW_DECOM", "SW_DEC")], years: from(2023),
      check: .each(\.socialWorkers) { row, year in
        guard year.isFrom(2025) else { return row.start == row.end }
        return row.start.nights(to: row.end).map { $0 < 3 } ?? false
      }),
    Rule(
      "SW13STG1", .error, "The reason for the change of social worker is not a code, or is missing.",
      action: "Enter a code in SW_REASON; it may be blank for episodes begun before April 2023.",
      reads: [.now(.socialWorker, "SW_REASON")], fields: ["SW_DECOM", "SW_REASON"], years: from(2023),
      check: .each(\.socialWorkers) { row, year in
        guard row.reason.isEmpty, year.isFrom(2024) else { return !year.isValid(row.reason, "SW_REASON") }
        return row.start >= reasonsFrom
      }),
    Rule(
      "SW18STG2", .error, "The social worker episode does not end after the day it starts.",
      action: "Correct SW_DECOM or SW_DEC.", reads: [.now(.socialWorker, "SW_DECOM", "SW_DEC")],
      years: from(2025), check: .each(\.socialWorkers) { row, _ in row.end <= row.start }),
  ]

  private static let workersInCare: [Rule] = [
    Rule(
      "SW01STG1", .error,
      "The child is looked after at the end of the year and has no complete social worker episode.",
      action: "Report the child's social worker with SW_ID, SW_DECOM and SW_REASON.",
      reads: [.now(.episodes, "DEC", "LS"), .now(.socialWorker, "SW_ID", "SW_DECOM", "SW_REASON")],
      fields: ["DEC"], years: 2023...2023,
      check: .each(\.episodes) { e, year in
        e.isOpen && !e.isRespite && !year.now.socialWorkers[e.child].contains(where: \.isComplete)
      }),
    Rule(
      "SW12STG2", .query, "No social worker episode starts in time for this episode of care.",
      action: "Report every social worker the child had since care began, in this year and the year before.",
      reads: [.now(.episodes, "DECOM", "DEC", "LS", "REC", "RNE"), .now(.socialWorker, "SW_DECOM")],
      fields: ["DECOM", "DEC"], years: from(2023),
      check: .each(\.episodes) { e, year in
        guard !e.isRespite, e.rne == "S" || e.rec != "X1" else { return false }
        if year.isFrom(2024), e.dec < year.lastStart || e.dec > year.end { return false }
        return !year.now.socialWorkers[e.child].contains { worker in
          (e.rec != "X1" && worker.start <= e.dec) || (e.rne == "S" && worker.start >= e.decom)
        }
      }),
  ]

  /// 1 April 2023: the reason for a change of social worker is needed for episodes begun since.
  static let reasonsFrom = CivilDay(year: 2023, month: 4, day: 1).map(Day.init) ?? .blank
}

extension SocialWorkerRow {
  /// Whether it says who, since when and why.
  fileprivate var isComplete: Bool { !worker.isEmpty && start.isWritten && !reason.isEmpty }
}
