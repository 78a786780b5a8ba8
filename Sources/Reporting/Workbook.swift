import CLibxlsxwriter
import Files
import Foundation

/// A spreadsheet of plain tables, written as XLSX: a bold header row that stays in view, filters, columns wide enough.
struct Workbook {
  /// One sheet.
  struct Sheet {
    /// Its name, at most 31 characters.
    let name: String
    /// Lines above the table.
    var titles: [String] = []
    /// Headings of the columns.
    let columns: [String]
    /// Widths of the columns, in characters.
    let widths: [Int]
    /// The rows.
    let rows: [[Cell]]
  }

  /// A value.
  enum Cell {
    case text(String)
    case number(Int)
    /// A number that is a name, such as a line of a file: without commas.
    case ordinal(Int)
    /// Whole pence, shown in pounds.
    case money(Int)
    /// A number with whatever decimals it has.
    case decimal(Double)
  }

  /// What stands at the head of every printed page and above every table; nil for nothing.
  var marking: String?
  let sheets: [Sheet]

  /// Writes the file, whole or not at all, for its owner's eyes only.
  ///
  /// - Throws: `FilesError.unwritable`.
  func write(to path: String) throws(FilesError) {
    let draft = FileManager.default.temporaryDirectory.appendingPathComponent(
      "homeward-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: draft) }
    _ = FileManager.default.createFile(
      atPath: draft.path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard let book = workbook_new(draft.path) else {
      throw .unwritable(path: path, reason: "the spreadsheet can't be made")
    }
    let formats = Formats(book)
    for sheet in sheets { add(sheet, to: book, formats) }
    let result = workbook_close(book)
    guard result == LXW_NO_ERROR, let data = FileManager.default.contents(atPath: draft.path) else {
      throw .unwritable(path: path, reason: String(cString: lxw_strerror(result)))
    }
    try OutputFile.write(data, to: path, isPrivate: true)
  }

  private struct Formats {
    let title: UnsafeMutablePointer<lxw_format>?
    let heading: UnsafeMutablePointer<lxw_format>?
    let number: UnsafeMutablePointer<lxw_format>?
    let money: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      title = workbook_add_format(book)
      format_set_bold(title)
      heading = workbook_add_format(book)
      format_set_bold(heading)
      format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_text_wrap(heading)
      number = workbook_add_format(book)
      format_set_num_format(number, "#,##0")
      money = workbook_add_format(book)
      format_set_num_format(money, "£#,##0")
      text = workbook_add_format(book)
      format_set_text_wrap(text)
      format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_align(number, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_align(money, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }

  private func add(_ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats) {
    guard let page = workbook_add_worksheet(book, sheet.name) else { return }
    var row: lxw_row_t = 0
    for title in (marking.map { [$0] } ?? []) + sheet.titles {
      worksheet_write_string(page, row, 0, title, formats.title)
      row += 1
    }
    let top = row
    for (column, name) in sheet.columns.enumerated() {
      worksheet_write_string(page, row, lxw_col_t(column), name, formats.heading)
    }
    for (column, width) in sheet.widths.enumerated() {
      worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
    }
    for cells in sheet.rows {
      row += 1
      for (column, cell) in cells.enumerated() { write(cell, page, row, lxw_col_t(column), formats) }
    }
    worksheet_freeze_panes(page, top + 1, 0)
    if !sheet.rows.isEmpty {
      worksheet_autofilter(page, top, 0, row, lxw_col_t(sheet.columns.count - 1))
    }
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)
    if let marking { worksheet_set_header(page, "&C" + marking) }
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_repeat_rows(page, top, top)
  }

  private func write(
    _ cell: Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
    _ formats: Formats
  ) {
    switch cell {
    case .text(let text):
      // Written as a string always, so that no value is ever taken for a formula; Excel holds 32,767 characters.
      let short = text.utf8.count > 32_000 ? String(text.prefix(32_000)) : text
      worksheet_write_string(page, row, column, short, formats.text)
    case .ordinal(let number): worksheet_write_number(page, row, column, Double(number), formats.text)
    case .decimal(let number): worksheet_write_number(page, row, column, number, formats.text)
    case .number(let number): worksheet_write_number(page, row, column, Double(number), formats.number)
    case .money(let pence): worksheet_write_number(page, row, column, Double(pence) / 100, formats.money)
    }
  }
}
