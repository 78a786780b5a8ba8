import Foundation
import Synchronization
public import Units

/// Simulates futures of the children in care and those to come, event by event. A pure function of input, seed and
/// the future's number: the same bytes on any number of threads and for any split into ranges.
public struct Simulation: Sendable {
  /// What is simulated.
  public let input: SimulationInput
  /// The key of all random draws.
  public let seed: Seed

  /// A simulation.
  public init(_ input: SimulationInput, seed: Seed) {
    self.input = input
    self.seed = seed
  }

  /// What was simulated, and how much.
  public struct Result: Sendable {
    /// The futures.
    public let futures: Futures
    /// What initiatives did in them; none where there are no initiatives.
    public let actions: Actions?
    /// How much was done.
    public let counts: RunCounts
  }

  /// Computes a range of futures on threads of their own. `progress` is told, on the calling thread, how many are
  /// done; where it answers false the run stops and nil is returned.
  public func run(
    _ range: Range<Int>, threads: Int = 1, progress: (_ done: Int) -> Bool = { _ in true }
  ) -> Result? {
    let ground = Ground(input)
    let futures = Futures(range: range, months: ground.months, categories: ground.space.categories)
    let plan = ActingPlan(input.initiatives, rho: input.rho, months: input.months)
    let actions =
      input.initiatives.isEmpty ? nil : Actions(plan, range: range, months: ground.months)
    let work = SharedWork(range: range)
    let body: @Sendable () -> Void = { [seed] in
      let space = Workspace(ground)
      var done = RunCounts()
      while let future = work.take() {
        var run = FutureRun(ground, space, into: futures, future: future, seed: seed)
        if let actions {
          var acted = ActedRun(run, plan, into: actions, future: future)
          acted.simulate()
          run = acted.run
        } else {
          run.run()
        }
        done = done + run.done
        work.finished.add(1, ordering: .relaxed)
      }
      work.close(done)
    }
    let count = max(1, min(threads, range.count))
    for _ in 0..<count {
      let thread = Thread(block: body)
      thread.stackSize = 1 << 22
      thread.start()
    }
    while !work.wait(for: count, seconds: 0.1) {
      if !progress(work.finished.load(ordering: .relaxed)) { work.stop() }
    }
    guard work.finished.load(ordering: .relaxed) == range.count else { return nil }
    _ = progress(range.count)
    return Result(futures: futures, actions: actions, counts: work.total)
  }
}

/// What the threads of a run have in common: the next future to compute, and what has been done.
private final class SharedWork: Sendable {
  private let next: Atomic<Int>
  private let end: Int
  let finished = Atomic<Int>(0)
  private let isStopped = Atomic<Bool>(false)
  private let state = Mutex<(threads: Int, counts: RunCounts)>((0, RunCounts()))
  private let closed = DispatchSemaphore(value: 0)

  init(range: Range<Int>) {
    next = Atomic(range.lowerBound)
    end = range.upperBound
  }

  func take() -> Int? {
    guard !isStopped.load(ordering: .relaxed) else { return nil }
    let future = next.add(1, ordering: .relaxed).oldValue
    return future < end ? future : nil
  }

  func stop() { isStopped.store(true, ordering: .relaxed) }

  func close(_ counts: RunCounts) {
    state.withLock {
      $0.threads += 1
      $0.counts = $0.counts + counts
    }
    closed.signal()
  }

  /// Waits for a thread to end; whether all have.
  func wait(for threads: Int, seconds: Double) -> Bool {
    _ = closed.wait(timeout: .now() + seconds)
    return state.withLock { $0.threads == threads }
  }

  var total: RunCounts { state.withLock { $0.counts } }
}
