import Care
import Forecasting
import Units

extension ForecastReturns {
  /// The futures of an input: simulated, or those of a file that was made from the same.
  static func futures(
    _ input: SimulationInput, _ options: ForecastOptions, _ book: CategoryBook,
    simulating: (_ done: Int, _ of: Int) -> Bool
  ) throws(OperationError) -> FuturesFile {
    let header = FuturesFile.header(input, book: book, seed: options.seed, range: options.futures)
    if let path = options.use {
      let file = try FuturesFile.read(path)
      if let difference = header.difference(file.header) {
        throw .futures(path: path, "it \(difference)")
      }
      return file
    }
    let result = Simulation(input, seed: Seed(options.seed)).run(
      options.futures, threads: options.threads, progress: { simulating($0, options.futures.count) })
    guard let result else { throw .cancelled }
    return FuturesFile(header: header, futures: result.futures)
  }
}
