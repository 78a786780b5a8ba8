import Files
import Foundation
public import Units

/// Works runs out one after another on a thread of its own, scenarios on another, so that whoever moves a lever doesn't
/// wait for what is worked out in the background, and keeps in the store how far each has come. A run that
/// was under way when the program ended begins again.
public final class RunQueue: @unchecked Sendable {
  private let store: any CouncilStore
  private let now: SignIn.Clock
  private let lock = NSCondition()
  /// Held while it is looked whether a run is there and one is added, so that two who ask at once get one.
  private let adding = NSLock()
  /// Held while a run is worked out again: one at a time, since it keeps a thread that answers requests.
  private let verifying = NSLock()
  private var cancelled: Set<Int64> = []
  private var isStopping = false
  private var progress: [Int64: (done: Int, total: Int)] = [:]
  private var threads: [Thread] = []
  /// When scenarios that were tried were last looked through; of the scenarios' thread only.
  private var tidied: Int64?
  /// How many of the threads have not ended.
  private var working = 0

  /// A queue over a store.
  public init(_ store: any CouncilStore, now: @escaping SignIn.Clock) {
    self.store = store
    self.now = now
  }

  /// Begins to work, with what was left waiting or under way first. What an earlier version worked out is worked out
  /// anew: what is kept back for small numbers may be another by now.
  public func start() throws {
    if let last = try store.reading({ try $0.runs(nil, most: 1).first }), last.version != Version.current {
      try refresh(by: .homeward)
    }
    try store.keeping { changes in
      for run in try changes.runs(nil, most: 1_000) where run.state == .running {
        try changes.setRun(run.id, state: .waiting, done: 0, total: 0)
      }
    }
    for isForScenarios in [false, true] {
      let thread = Thread { [weak self] in
        // What is worked out here is read in a browser.
        Surface.$current.withValue(.browser) { self?.work(isForScenarios) }
      }
      thread.name = isForScenarios ? "homeward scenarios" : "homeward runs"
      thread.stackSize = 16 << 20
      threads.append(thread)
      lock.withLock { working += 1 }
      thread.start()
    }
  }

  /// Ends: the runs under way are left for the next start. Waits until they heed that, five seconds at most, so that they
  /// no longer write what is taken away next.
  public func stop() {
    lock.withLock {
      isStopping = true
      lock.broadcast()
      let latest = Date(timeIntervalSinceNow: 5)
      while working > 0, lock.wait(until: latest) {}
    }
  }

  /// Asks for a run, unless the same of the same files is done, waiting or under way: then that one. Gives its number.
  /// With `anew` one that is done is made again: for what hangs on the day, or on what the store keeps.
  ///
  /// - Throws: `AccessError.forbidden`, `StoreError`.
  public func add(
    _ kind: RunKind, options: [String: String], by actor: Account, anew: Bool = false
  ) throws -> Int64 {
    guard actor.may(kind.permission) else { throw AccessError.forbidden }
    return try add(kind, options: options, actor: actor.signInName, anew: anew)
  }

  private func add(
    _ kind: RunKind, options: [String: String], actor: String, anew: Bool = false
  ) throws -> Int64 {
    adding.lock()
    defer { adding.unlock() }
    let inputs = try store.reading { try $0.inputs(for: kind) }
    let known = try store.reading { try $0.runs(kind, most: 200) }.first {
      $0.inputs == inputs && $0.options == options && $0.version == Version.current && $0.state != .failed
        && $0.state != .cancelled && !(anew && $0.state == .done)
    }
    if let known { return known.id }
    let note = AuditNote(at: now(), actor: actor, action: "run.start", subject: kind.rawValue)
    let id = try store.changing(note) {
      try $0.addRun(kind, options: options, inputs: inputs, version: Version.current, by: actor, at: now())
    }
    lock.withLock { lock.broadcast() }
    return id
  }

  /// Asks for what stands on the pages, after the council's files changed.
  public func refresh(by actor: Account) throws {
    let documents = try store.reading { try $0.documents() }
    let kinds = Set(documents.map(\.kind))
    var wanted: [(RunKind, [String: String])] = []
    if kinds.contains(.returns) {
      let beside = try MeasuresChoice.kept(in: store).options(store.reference)
      wanted += [(.forecast, [:]), (.measures, beside), (.check, [:]), (.measureRows, [:])]
      if kinds.contains(.fees) { wanted += [(.outturn, [:]), (.unitCosts, [:]), (.fees, [:])] }
    }
    for one in documents where one.kind == .scenario && kinds.contains(.returns) {
      let text = String(decoding: try store.reading { try $0.content(of: one) }, as: UTF8.self)
      wanted.append((.scenario, ["scenario": text]))
    }
    for plan in documents where plan.kind == .plan {
      wanted += [(.planCheck, ["file": plan.name]), (.planStatus, ["file": plan.name])]
    }
    for one in documents where one.kind == .paper { wanted.append((.paper, one.asPaper)) }
    for one in documents where one.kind == .businessCase { wanted.append((.appraisal, ["file": one.name])) }
    for (kind, options) in wanted { _ = try add(kind, options: options, actor: actor.signInName) }
  }

  /// Stops a run, waiting or under way.
  public func cancel(_ id: Int64, by actor: Account) throws {
    guard actor.may(.forecast) || actor.may(.load) || actor.may(.money) || actor.may(.plan) else {
      throw AccessError.forbidden
    }
    guard try store.reading({ try $0.run(id)?.state.isOver }) == false else { return }
    lock.withLock { _ = cancelled.insert(id) }
    try store.changing(
      AuditNote(at: now(), actor: actor.signInName, action: "run.cancel", subject: "run \(id)")
    ) {
      if try $0.run(id)?.state == .waiting { try $0.endRun(id, state: .cancelled, failure: "", at: now()) }
    }
  }

  /// How far a run has come by now.
  public func progress(of id: Int64) -> (done: Int, total: Int)? { lock.withLock { progress[id] } }

  /// Works a run out again, here and now, and says whether the result is the same to the byte.
  public func verify(_ run: Run, by actor: Account) throws -> String {
    guard verifying.try() else { return "Another is being worked out again. Wait until it is done." }
    defer { verifying.unlock() }
    let made = try CouncilFolder.lent(of: store) { folder -> String? in
      guard folder.inputs(for: run.kind) == run.inputs else { return nil }
      let work = RunWork(
        store: store, folder: folder, options: run.options, today: RunQueue.day(run.startedAt),
        askedAt: run.startedAt, keeper: nil, progress: { _, _ in true }, first: { _ in })
      return try work.result(run.kind).digest()
    }
    guard let digest = made else { return "The council's files changed since." }
    let isSame = digest == run.resultDigest
    try store.changing(
      AuditNote(
        at: now(), actor: actor.signInName, action: "run.verify", subject: "run \(run.id)",
        detail: isSame ? "the same" : "differs")
    ) { _ in }
    return isSame
      ? "Worked out again: the same to the byte."
      : "Worked out again: the result differs. It has the mark \(digest)."
  }

  private func work(_ isForScenarios: Bool) {
    defer {
      lock.withLock {
        working -= 1
        lock.broadcast()
      }
    }
    while let run = next(isForScenarios) {
      let id = run.id
      do {
        try store.keeping { try $0.setRun(id, state: .running, done: 0, total: 0) }
        try CouncilFolder.lent(of: store) { try work(out: run, in: $0) }
      } catch {
        // What ends with the program begins again with it: it did not fail.
        if lock.withLock({ isStopping }) { return }
        failed(id, error)
      }
      lock.withLock { progress[id] = nil }
    }
  }

  private func work(out run: Run, in folder: CouncilFolder) throws {
    let id = run.id
    guard folder.inputs(for: run.kind) == run.inputs else {
      return try end(
        id, .cancelled, "The council's files changed before it began: a newer one takes its place.")
    }
    let work = RunWork(
      store: store, folder: folder, options: run.options, today: RunQueue.day(run.startedAt),
      askedAt: run.startedAt, keeper: run.startedBy,
      progress: { [weak self] in self?.goesOn(id, $0, $1) ?? false },
      first: { [store] result in try? store.keeping { try $0.setResult(result, of: id) } })
    let result = try work.result(run.kind)
    try store.keeping { changes in
      try changes.setResult(result, of: id)
      try changes.endRun(id, state: .done, failure: "", at: now())
    }
  }

  private func failed(_ id: Int64, _ error: any Error) {
    do {
      switch error {
      case OperationError.cancelled: try end(id, .cancelled, "")
      case let error as OperationError: try end(id, .failed, RunQueue.words(error))
      default: try end(id, .failed, "It could not be kept in the store.")
      }
    } catch {
      // The store can't be written: the run still waits, and is not to be tried again without a pause.
      lock.lock()
      if !isStopping { _ = lock.wait(until: Date(timeIntervalSinceNow: 5)) }
      lock.unlock()
    }
  }

  /// Why a run failed, for somebody who knows files by the names under which they were loaded.
  private static func words(_ error: OperationError) -> String {
    guard case .files(let problem) = error, case .notFound(let path) = problem else {
      return CouncilFolder.withoutPlaces(error.description)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "It needs the file \(name), which is not loaded. Load it on the page Data."
  }

  private func end(_ id: Int64, _ state: RunState, _ failure: String) throws {
    try store.keeping { try $0.endRun(id, state: state, failure: failure, at: now()) }
  }

  private func goesOn(_ id: Int64, _ done: Int, _ total: Int) -> Bool {
    lock.withLock {
      progress[id] = (done, total)
      return !isStopping && !cancelled.contains(id)
    }
  }

  /// The next run that waits, of scenarios or of the rest; waits for one. Nil at the end.
  private func next(_ isForScenarios: Bool) -> Run? {
    while true {
      if lock.withLock({ isStopping }) { return nil }
      let waiting = try? store.reading { reading in
        try reading.runs(nil, most: 500).filter {
          $0.state == .waiting && ($0.kind == .scenario) == isForScenarios
        }.min {
          ($0.kind.rank, $0.turn) < ($1.kind.rank, $1.turn)
        }
      }
      if let waiting { return waiting }
      if isForScenarios { tidy() }
      lock.lock()
      if !isStopping { _ = lock.wait(until: Date(timeIntervalSinceNow: 1)) }
      lock.unlock()
    }
  }

  /// Takes out what was tried long ago, every ten minutes, while nobody waits for a scenario. Where it can't, it is tried
  /// again the next time.
  private func tidy() {
    if let tidied, now() - tidied < 600 { return }
    tidied = now()
    try? TriedScenarios.prune(store, now: now())
  }

  /// A moment as it is kept, in UTC: `2026-06-01T09:30:00Z`.
  public static func moment(_ seconds: Int64) -> String {
    Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }

  /// The day of a moment, in UTC.
  public static func day(_ seconds: Int64) -> CivilDay {
    CivilDay(String(Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601).prefix(10)))
      ?? .distantPast
  }
}

extension Run {
  /// The smallest has its turn first: of scenarios the one asked for last, which somebody is looking at.
  fileprivate var turn: Int64 { kind == .scenario ? -id : id }
}

extension RunKind {
  /// Who may ask for one.
  public var permission: Permission {
    switch self {
    case .check: .load
    case .measures, .measureRows, .forecast, .backtest, .explain, .scenario, .require: .forecast
    case .unitCosts, .outturn, .fees: .money
    case .planStatus, .planCheck, .appraisal, .paper: .plan
    }
  }

  /// What is looked at first is worked out first.
  fileprivate var rank: Int {
    self == .forecast || self == .scenario || self == .require ? 0 : self == .backtest ? 2 : 1
  }
}
