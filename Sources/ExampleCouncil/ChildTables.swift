import Units

/// The tables that follow children through the year.
extension Return {
  /// Status ceases on the 18th birthday, a date known and reported from the start, or with care where that ends
  /// sooner.
  func uasc() -> Table {
    var table = Table(name: "uasc", columns: "CHILD,SEX,DOB,DUC")
    for child in children where child.isAsylumSeeking {
      let left = child.periods.last.map { $0.end <= year.lastDay ? $0.end : child.birthday(18) }
      let ceased = min(left ?? child.birthday(18), child.birthday(18))
      table.add(child, [sex(child), child.born.slashed, ceased.slashed])
    }
    return table
  }

  /// Times missing or away, of children of ten and over: about one in ten, several times each. None runs past
  /// the year or the placement it began in.
  func missing() -> Table {
    var table = Table(name: "missing", columns: "CHILD,DOB,MISSING,MIS_START,MIS_END")
    for child in children {
      var draws = Draws(seed, .missing, person: child.index * 64 + year.startYear - 2000)
      guard draws.chance(child.isAsylumSeeking ? 0.07 : 0.17) else { continue }
      for episode in child.periods.flatMap(\.episodes) where Return.touches(episode.start, episode.end, year)
      {
        var day = max(max(episode.start, year.firstDay), child.birthday(10)) + draws.whole(1...120)
        while day + 8 < min(episode.end, year.lastDay), !episode.placement.isTemporary {
          let end = day + draws.pick([(0, 0.35), (1, 0.4), (2, 0.15), (5, 0.1)])
          table.add(
            child, on: day,
            [child.born.slashed, draws.chance(0.8) ? "M" : "A", day.slashed, end.slashed])
          day = end + draws.whole(4...90)
        }
      }
    }
    return table
  }

  /// Reviews within four weeks of starting, again within three months and every six months after.
  func reviews() -> Table {
    var table = Table(name: "reviews", columns: "CHILD,DOB,REVIEW,REVIEW_CODE")
    for child in children {
      var draws = Draws(seed, .reviews, person: child.index)
      for period in child.periods {
        var day = period.start + draws.whole(18...27)
        var gap = 85
        while day < period.end {
          if day > year.lastDay { break }
          let code = draws.pick([
            ("PN1", 0.56), ("PN2", 0.06), ("PN3", 0.04), ("PN4", 0.05), ("PN5", 0.12), ("PN6", 0.11),
            ("PN7", 0.06),
          ])
          if day >= year.firstDay {
            table.add(
              child, on: day, [child.born.slashed, day.slashed, day < child.birthday(4) ? "PN0" : code])
          }
          day = day + gap - draws.whole(0...9)
          gap = 180
        }
      }
    }
    return table
  }

  /// Earlier permanent homes of those who started in the year, as in DfE's 2024 release: none for 78%,
  /// unknown for 20%. The authority is given as 999, outside any list of real ones.
  func previousPermanence() -> Table {
    var table = Table(name: "previous_permanence", columns: "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM")
    for child in children + respite {
      let starts = child.periods.map(\.start) + child.breaks.map(\.start)
      guard starts.contains(where: { year.firstDay <= $0 && $0 <= year.lastDay }) else { continue }
      var draws = Draws(seed, .permanence, person: child.index)
      let older = child.born + 500 < starts[0]
      let code = draws.pick([
        ("Z1", 0.78), ("P4", 0.2), ("P2", older ? 0.012 : 0), ("P1", older ? 0.006 : 0),
        ("P3", older ? 0.004 : 0),
      ])
      let date = child.born + draws.whole(200...480)
      let isKnown = ["P1", "P2", "P3"].contains(code)
      table.add(
        child,
        [
          child.born.slashed, code, code == "Z1" ? "" : "999",
          isKnown ? date.slashed : code == "P4" ? "ZZ/ZZ/ZZZZ" : "",
        ])
    }
    return table
  }

  /// Social workers of every child in the return, one after another since first coming into care, through any time
  /// at home and on after care: of those that the year asks for, the year's to 2023/24, then the year before's too.
  /// A child who comes back into care has a new one from that day.
  func socialWorkers() -> Table {
    var table = Table(name: "sw_episodes", columns: "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON")
    let first = CollectionYear(startYear: year.startYear < 2024 ? year.startYear : year.startYear - 1)
      .firstDay
    for child in children {
      var draws = Draws(seed, .socialWorker, person: child.index)
      var day = child.periods[0].start
      var reason = "FCONTA"
      while day <= year.lastDay {
        let worker = "SW" + String(9000 + draws.whole(0...58))
        let planned = day + draws.days(Quantiles((0, 40), (0.4, 150), (0.8, 420), (1, 900)))
        let back = child.periods.map(\.start).first { day < $0 && $0 <= planned + 3 }
        let end = back ?? planned
        if end >= first {
          table.add(child, on: day, [child.born.slashed, worker, day.slashed, ended(end), reason])
        }
        day = end
        let next = draws.pick([
          ("TSPROC", 0.4), ("LEFTRL", 0.27), ("MANAGE", 0.12), ("ORGRST", 0.07), ("ABSENC", 0.06),
          ("OTHERS", 0.06), ("CHCHAN", 0.02),
        ])
        reason = back == nil ? next : "TSPROC"
      }
    }
    return table
  }
}
