import Care
import Costing
public import Files
import Forecasting
import Units

/// The simulated futures one by one, for those who want to join or study them.
public enum FuturesCSV {
  /// The header: month ends by future and category.
  public static let columns = "future,date,category,children,starts,ends,moves,nights,cost_pence"
}

extension ForecastReport {
  /// Writes every future's months as CSV, one line for each category with a night known or expected, future by future
  /// so that it is never in memory as a whole. Nothing but the header where the method has no futures.
  public func writeFutures(_ write: ([UInt8]) throws(FilesError) -> Void) throws(FilesError) {
    var buffer = Array((FuturesCSV.columns + "\n").utf8)
    guard let futures = forecast.futures else { return try write(buffer) }
    let days = forecast.coming.map { Array($0.lastDay.description.utf8) }
    let shown = ungrouped.flatMap(\.categories).map { ($0.index, Array(forecast.book[$0].id.utf8)) }
    for future in futures.range {
      let number = Array(String(future).utf8)
      for month in days.indices {
        for (category, id) in shown {
          buffer += number
          for field in [days[month], id] {
            buffer.append(UInt8(ascii: ","))
            buffer += field
          }
          for measure in Futures.Measure.allCases {
            append(&buffer, futures.count(measure, future: future, month: month, category: category))
          }
          append(&buffer, futures.cost(future: future, month: month, category: category))
          buffer.append(UInt8(ascii: "\n"))
        }
      }
      try write(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  private func append(_ buffer: inout [UInt8], _ number: Int) {
    buffer.append(UInt8(ascii: ","))
    buffer += String(number).utf8
  }
}
