public import Returns
import Units

/// The rows set aside, with their values, for the person who corrects them. It holds children's identifiers, so every
/// line is marked OFFICIAL-SENSITIVE.
public enum SetAsideCSV {
  /// The file's text: `marking,file,line,child,column,value,reason,action`.
  public static func text(_ returns: ReturnSet) -> String {
    var out = CSVText.line(["marking", "file", "line", "child", "column", "value", "reason", "action"])
    for row in returns.setAside {
      out += CSVText.line([
        "OFFICIAL-SENSITIVE", returns.files[row.file].name, String(row.line), row.child?.revealed ?? "",
        row.column, row.value, row.reason.rawValue, row.action,
      ])
    }
    return out
  }
}
