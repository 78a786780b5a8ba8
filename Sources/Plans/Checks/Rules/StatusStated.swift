import Units

extension PlanRule {
  /// A status that nothing stands behind.
  static let statusStated = PlanRule(
    "status-without-evidence", "A status is stated that nothing in the plan stands behind",
    why: "Green that means “meant well” misleads whoever reads the colour and not the words.",
    example: "A work stream “green rather than achieved”."
  ) { checked in
    checked.plan.actions.compactMap { action -> PlanFinding? in
      guard let note = action.progress.last, let stated = note.stated, action.done == nil else { return nil }
      let isLate = action.due.map { $0 < note.on } ?? true
      guard stated == .blue || (stated == .green && isLate) else { return nil }
      return PlanFinding(
        .doubt, action, at: "progress",
        "“\(action.name)” is called \(stated.rawValue) on \(note.on.spoken), it isn't done, and \(action.due.map { "it was due on \($0.spoken)" } ?? "it has no day")",
        "Write done: with who confirms it and what shows it; the status is worked out from that.")
    }
      + checked.plan.savings.compactMap { saving -> PlanFinding? in
        guard let note = saving.progress.last, let stated = note.stated, stated == .blue || stated == .green,
          !saving.delivered.contains(where: { $0.confirmation != nil }),
          stated == .blue || checked.start(of: saving).map({ $0 < note.on }) ?? true
        else { return nil }
        return PlanFinding(
          .doubt, saving, at: "progress",
          "“\(saving.name)” is called \(stated.rawValue) on \(note.on.spoken), and no money is confirmed",
          "Write delivered: the amount, and who confirmed it from the ledger.",
          stake: CheckedPlan.largest(saving))
      }
  }
}
