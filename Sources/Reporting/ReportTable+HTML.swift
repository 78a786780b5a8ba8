import Units

extension ReportTable {
  /// The table on a page; `id` lets other places link to it, and `link` gives where a row's label leads.
  public func html(id: String? = nil, link: (Row) -> String? = { _ in nil }) -> String {
    let isLong = rows.count > 20
    let name = id.map { " id=\"\(escaped($0))\"" } ?? ""
    var out =
      "<div class=\"scroll\(isLong ? " long" : "")\" tabindex=\"0\" role=\"region\" aria-label=\"\(escaped(title))\"\(name)><table>\n<caption>\(escaped(title))</caption>\n<thead><tr>"
    out += labels.isEmpty ? "<td></td>" : "<th scope=\"col\">\(escaped(labels))</th>"
    // Words stand on the left and break; numbers stand on the right and never do.
    func style(_ column: Int) -> String { column < columnsOfWords ? "" : " class=\"n\"" }
    out += columns.enumerated().map { column, heading in
      heading.isEmpty ? "<td></td>" : "<th scope=\"col\"\(style(column))>\(escaped(heading))</th>"
    }.joined()
    out += "</tr></thead>\n<tbody>\n"
    for row in rows {
      out += row.isTotal ? "<tr class=\"total\">" : "<tr>"
      let label = escaped(row.label)
      let linked = link(row).map { "<a href=\"\(escaped($0))\">\(label)</a>" } ?? label
      out += "<th scope=\"row\">\(linked)</th>"
      out +=
        row.cells.enumerated().map { column, cell in
          // A day in figures never breaks either.
          let isDay = column < columnsOfWords && CivilDay(cell) != nil
          return "<td\(isDay ? " class=\"day\"" : style(column))>\(escaped(cell))</td>"
        }.joined() + "</tr>\n"
    }
    out += "</tbody></table></div>\n"
    return out + notes.map { "<p class=\"note\">\(escaped($0))</p>\n" }.joined()
  }
}
