extension PlanRule {
  /// Owners who confirm their own.
  static let ownerConfirms = PlanRule(
    "confirmed-by-owner", "The owner confirms what the owner is to deliver",
    why: "A confirmation counts only from somebody who has nothing to gain by it.",
    example: "The head of service owns the saving and confirms that it came."
  ) { checked in
    func finding(_ item: some PlanItem, _ owner: String, _ done: Confirmation?, at key: String)
      -> PlanFinding?
    {
      guard let done, !done.by.isEmpty, Role.isSame(done.by, as: [owner]) else { return nil }
      return PlanFinding(
        .doubt, item, at: key, "“\(item.name)” is confirmed by \(done.by), and its owner is \(owner)",
        "Have it confirmed by somebody else: finance, for money.")
    }
    let plan = checked.plan
    return plan.actions.compactMap { finding($0, $0.owner, $0.done, at: "done") }
      + plan.milestones.compactMap { finding($0, $0.owner, $0.done, at: "done") }
      + plan.savings.flatMap { saving in
        saving.delivered.compactMap { finding(saving, saving.owner, $0.confirmation, at: "delivered") }
      }
  }
}
