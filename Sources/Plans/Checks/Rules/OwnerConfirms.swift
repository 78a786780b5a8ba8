extension PlanRule {
  /// Owners who confirm their own.
  static let ownerConfirms = PlanRule(
    "confirmed-by-owner", "The owner confirms what the owner is to deliver",
    why: "A confirmation counts only from somebody who has nothing to gain by it.",
    example: "The head of service owns the saving and confirms that it came."
  ) { checked in
    let plan = checked.plan
    func finding(
      _ item: some PlanItem, _ owner: String, _ others: [String], _ done: Confirmation?, at key: String
    ) -> PlanFinding? {
      guard let done, !done.by.isEmpty, Role.isSame(done.by, as: [owner] + others) else { return nil }
      let whose = Role.isSame(done.by, as: [owner]) ? "its owner is \(owner)" : "they answer for it too"
      return PlanFinding(
        .doubt, item, at: key, "“\(item.name)” is confirmed by \(done.by), and \(whose)",
        "Have it confirmed by somebody else: finance, for money.")
    }
    return plan.actions.compactMap {
      finding($0, $0.owner, plan.others(stream: $0.stream), $0.done, at: "done")
    }
      + plan.milestones.compactMap {
        finding($0, $0.owner, plan.others(stream: $0.stream), $0.done, at: "done")
      }
      + plan.savings.flatMap { saving in
        let others = plan.others(stream: saving.stream, initiative: saving.initiative)
        return saving.delivered.compactMap {
          finding(saving, saving.owner, others, $0.confirmation, at: "delivered")
        }
      }
  }
}
