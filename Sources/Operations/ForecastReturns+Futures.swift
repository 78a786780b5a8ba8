import Care
import Forecasting
import Reporting
import Units

extension ForecastReturns {
  /// The most memory that futures may take.
  static let mostBytes = 8_000_000_000

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
    let bytes = Futures.bytes(
      futures: options.futures.count, months: input.months.count, categories: book.entries.count)
    guard bytes <= mostBytes else {
      throw .setting(
        "\(Words.number(options.futures.count)) futures would take \(Words.number(bytes / 1_000_000_000)) GB of memory. Ask for fewer, or simulate them in parts with --futures 0..9999 --save and so on; 1,000 are enough for most questions."
      )
    }
    let result = Simulation(input, seed: Seed(options.seed)).run(
      options.futures, threads: options.threads, progress: { simulating($0, options.futures.count) })
    guard let result else { throw .cancelled }
    return FuturesFile(header: header, futures: result.futures)
  }
}
