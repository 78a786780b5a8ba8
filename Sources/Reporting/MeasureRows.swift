public import Care
import Units

/// The children behind figures, for those who hold the returns. Every line holds a child's identifier, so every one is
/// marked OFFICIAL-SENSITIVE.
public enum MeasureRows {
  private enum Part: String {
    case counted, notCounted = "not counted", leftOut = "left out"
  }

  private static func lines(_ measure: Measure) -> [(part: Part, row: MeasureRow)] {
    let counted = Set(measure.numerator.map(\.period))
    // What a part is not, the whole table has.
    let isPart = measure.id.contains("/")
    let others =
      measure.kind == .share && !isPart ? measure.denominator.filter { !counted.contains($0.period) } : []
    return measure.numerator.map { (.counted, $0) } + others.map { (.notCounted, $0) }
      + measure.leftOut.map { (.leftOut, $0) }
  }

  /// A CSV of some of a set's measures: `marking,measure,part,child,day,nights,reason,label`. The part is counted, not counted (in what it is a share of
  /// only) or left out.
  public static func csv(
    _ measures: [Measure], in set: MeasureSet, of histories: CareHistories
  ) -> String {
    let titles = Dictionary(
      set.breakdowns.flatMap { whole in (whole.parts + [whole.whole]).map { ($0.id, whole.title) } }
    ) { first, _ in first }
    var out = CSVText.line(["marking", "measure", "part", "child", "day", "nights", "reason", "label"])
    for measure in measures {
      let label = (titles[measure.id].map { $0 + ": " } ?? "") + measure.label
      for (part, row) in lines(measure) {
        out += CSVText.line([
          "OFFICIAL-SENSITIVE", measure.id, part.rawValue, histories.children[Int(row.child)].id.revealed,
          row.day.description, row.nights.map(String.init) ?? "", row.reason, label,
        ])
      }
    }
    return out
  }

  /// The children behind one figure, for a terminal: those counted; of a share the others are only numbered.
  public static func text(_ measure: Measure, of histories: CareHistories) -> String {
    let all = lines(measure)
    let rows = all.filter { $0.part == .counted }.map { _, row in
      ReportTable.Row(
        label: histories.children[Int(row.child)].id.revealed,
        cells: [row.day.spoken, row.reason], isTotal: false)
    }
    var notes = ["\(Words.number(rows.count)) counted."]
    for (part, words) in [
      (Part.notCounted, "in what the share is taken of and not counted; --rows writes them too."),
      (Part.leftOut, "left out, because \(measure.whyLeftOut)."),
    ] {
      let count = all.count { $0.part == part }
      if count > 0 { notes.append("\(Words.number(count)) \(words)") }
    }
    var table = ReportTable(
      title: "OFFICIAL-SENSITIVE  \(measure.label)", labels: "Child", columns: ["Day", "Why"], rows: rows,
      notes: notes)
    table.columnsOfWords = 2
    return table.text() + "\n" + wrapped(measure.definition) + "\n" + wrapped("Source: \(measure.source).")
      + "\n"
  }
}
