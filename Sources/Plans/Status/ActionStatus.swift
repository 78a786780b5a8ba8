public import Units

/// How something to be done stands on a day.
public enum Delivery: Sendable, Equatable {
  /// Done, and somebody with nothing to gain by it says so, on evidence.
  case delivered(Confirmation)
  /// Said to be done, by its owners alone, by nobody named, or on nothing.
  case saidDelivered(Confirmation)
  /// Not done, and its day is past by so many days.
  case overdue(days: Int)
  /// Not done, and not yet due.
  case due(CivilDay)
  /// Not done, and without a day.
  case undated(String)

  /// Judges what was stated by the day; `others` are those whose word counts no more than the owner's.
  init(
    _ done: Confirmation?, due: CivilDay?, words: String, owner: String, others: [String], on day: CivilDay
  ) {
    if let done, done.on <= day {
      let counts = Role.confirms(done.by, on: done.evidence, owner: owner, others: others)
      self = counts ? .delivered(done) : .saidDelivered(done)
    } else if let due {
      self = due < day ? .overdue(days: due.nights(to: day)) : .due(due)
    } else {
      self = .undated(words)
    }
  }
}

/// Whether an action was delivered.
public struct ActionStatus: Sendable, Equatable {
  /// The action.
  public let action: Action
  /// Whether it was delivered.
  public let delivery: Delivery
  /// What somebody stated; nil where nobody did.
  public let stated: StatedStatus?

  init(_ action: Action, _ plan: Plan, on day: CivilDay) {
    self.action = action
    stated = StatedStatus(action.progress, upTo: day)
    delivery = Delivery(
      action.done, due: action.due, words: action.dueWords, owner: action.owner,
      others: plan.others(stream: action.stream), on: day)
  }

  /// Whether somebody other than its owners says that it is done.
  public var isDelivered: Bool { if case .delivered = delivery { true } else { false } }
  /// Days by which it is late; nil where it isn't.
  public var daysLate: Int? { if case .overdue(let days) = delivery { days } else { nil } }
}

/// Whether a milestone was reached.
public struct MilestoneStatus: Sendable, Equatable {
  /// The milestone.
  public let milestone: Milestone
  /// Whether it was reached.
  public let delivery: Delivery

  init(_ milestone: Milestone, _ plan: Plan, on day: CivilDay) {
    self.milestone = milestone
    delivery = Delivery(
      milestone.done, due: milestone.due, words: milestone.dueWords, owner: milestone.owner,
      others: plan.others(stream: milestone.stream), on: day)
  }

  /// Whether its day is past and nobody but its owners says that it was reached.
  public func isLate(on day: CivilDay) -> Bool {
    if case .delivered = delivery { return false }
    return milestone.due.map { $0 < day } ?? false
  }
}
