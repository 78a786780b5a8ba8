/// Something due on a day.
struct DueEvent {
  enum Kind {
    /// The child's own next event.
    case own
    /// The child comes into care.
    case entry
    /// An initiative may act on the child.
    case chance(initiative: Int, number: UInt32)
    /// A placement that an initiative made breaks down, if the child is still in it.
    case breakdown(stay: UInt32, category: Int32)
    /// A child who went home because of an initiative comes back.
    case reentry
  }

  let day: Int32
  /// Orders children within a day: a keyed draw, so no child is always first.
  let tie: UInt32
  /// Orders what happens to one child within a day: its own events, then initiatives in their order.
  let rank: Int32
  let person: Int32
  /// The time within the day, in days since the as-of date.
  let time: Double
  /// The child's version when the event was set; its own events are void once it has changed.
  let version: UInt32
  let kind: Kind

  func precedes(_ other: DueEvent) -> Bool {
    if day != other.day { return day < other.day }
    if tie != other.tie { return tie < other.tie }
    if person != other.person { return person < other.person }
    if rank != other.rank { return rank < other.rank }
    return time < other.time
  }
}

/// What is due, the earliest first: a binary heap.
struct EventQueue {
  private var heap: [DueEvent] = []

  /// The day of the next event.
  var nextDay: Int32? { heap.first?.day }

  mutating func push(_ event: DueEvent) {
    heap.append(event)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> DueEvent? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].precedes(heap[least]) { least = child }
      guard least != parent else { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }
}
