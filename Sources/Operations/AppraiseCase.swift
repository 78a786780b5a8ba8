import BusinessCases
import Forecasting
public import Reporting
import Units

/// Appraises a business case.
public enum AppraiseCase {
  /// Reads a case's file, simulates the initiatives it takes benefits from where there are returns, and works out every
  /// option. `simulating` is told how many runs are done, of how many.
  ///
  /// - Parameter returns: settings of the forecast behind simulated benefits; nil where there are no returns.
  /// - Throws: `OperationError` where the case, the returns or a scenario can't be used.
  public static func run(
    _ path: String, returns: ForecastOptions? = nil, progress: (Int, Int) -> Void = { _, _ in },
    simulating: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(OperationError) -> CaseReport {
    var (businessCase, sources) = try ReadCase.businessCase(path)
    var simulation: CaseReport.Simulation?
    if let returns, !sources.isEmpty {
      let made = try SimulateBenefits.run(
        businessCase, sources, folder: folder(of: path), returns, progress: progress, simulating: simulating)
      businessCase.setModels(made.benefits)
      simulation = CaseReport.Simulation(
        asOf: made.asOf, futures: returns.futures.count, seed: returns.seed, remarks: made.remarks)
    } else if returns != nil {
      throw .setting(
        "No benefit of \(path) is taken from a simulated initiative, so the returns of --returns would not be used. Write from: {scenario: plan.yaml, initiative: early-help} at a benefit, or leave --returns out."
      )
    } else if let id = sources.keys.sorted().first(where: { businessCase.statesNothing($0) }) {
      let fault = CaseFault.needsReturns(line: id)
      throw .setting("\(fault.problem). \(fault.remedy)")
    }
    var results: [OptionResult] = []
    for option in businessCase.options {
      do throws(CaseFault) {
        results.append(try businessCase.appraise(option))
      } catch {
        throw .businessCase(path: path, [ScenarioProblem(line: 1, what: error.problem, remedy: error.remedy)])
      }
    }
    return CaseReport(businessCase, results, simulation: simulation)
  }

  private static func folder(of path: String) -> String {
    path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
  }
}

extension BusinessCase {
  /// Gives lines their simulated benefits, by the lines' ids.
  fileprivate mutating func setModels(_ benefits: [String: ModelBenefit]) {
    for place in lines.indices { lines[place].model = benefits[lines[place].id] }
    for option in options.indices {
      for place in options[option].lines.indices {
        options[option].lines[place].model = benefits[options[option].lines[place].id]
      }
    }
  }

  /// Whether a line has no amount of its own.
  fileprivate func statesNothing(_ id: String) -> Bool {
    (lines + options.flatMap(\.lines)).contains { $0.id == id && $0.unitPence == 0 && $0.yearly == nil }
  }
}
