import Units

extension SimulationInput {
  /// A number that stands for everything a simulation is a function of but the seed: two inputs of one fingerprint have
  /// the same futures. Whatever is added to the input has to be added here.
  public var fingerprint: UInt64 {
    var digest = Digest()
    add(rates, to: &digest)
    digest.add(starters.count)
    for starter in starters { add(starter, to: &digest) }
    for days in durations.days { digest.add(days) }
    digest.add(months.asOf.number)
    digest.add(months.lastDays.map(\.number))
    add(prices, to: &digest)
    add(changes, to: &digest)
    digest.add(initiatives.count)
    for initiative in initiatives { digest.add(reflecting: initiative) }
    digest.add(rho)
    digest.add(isRateCertain ? 1 : 0)
    return digest.value
  }

  private func add(_ rates: RateModel, to digest: inout Digest) {
    digest.add(rates.space.categories)
    for family in [rates.exits, rates.changes] {
      for events in family.events { digest.add(events) }
      digest.add(family.days)
      for posteriors in family.parents + family.categoryLevels + [family.uascLevels] {
        add(posteriors, to: &digest)
      }
      digest.add(family.strength)
      for margins in family.margins { digest.add(reflecting: margins) }
    }
    for alphas in rates.destinations.alphas { digest.add(alphas) }
    digest.add(rates.destinations.moveShares)
    let entries = rates.entries
    for pace in entries.paces {
      digest.add(pace.tau)
      digest.add(pace.weight)
      add([pace.level], to: &digest)
    }
    digest.add(entries.sizes)
    digest.add(entries.alphas)
    for ages in entries.ages { digest.add(ages) }
  }

  private func add(_ posteriors: [GammaPosterior], to digest: inout Digest) {
    digest.add(posteriors.count)
    for posterior in posteriors {
      digest.add(posterior.shape)
      digest.add(posterior.rate)
    }
  }

  private func add(_ starter: Starter, to digest: inout Digest) {
    digest.add([starter.birth, starter.category, starter.careStart, starter.stayStart])
    let flags = [
      starter.isUASC, starter.isCareStartKnown, starter.isStayStartKnown, starter.weeklyFee != nil,
    ]
    digest.add(flags.map { $0 ? 1 : 0 })
    digest.add(starter.weeklyFee ?? 0)
  }

  private func add(_ prices: PricePlan, to digest: inout Digest) {
    digest.add(prices.weekly)
    for month in prices.index { digest.add(month) }
    digest.add(prices.uplifts)
    digest.add([prices.upliftMean, prices.upliftSpread, prices.carriedRank])
    for pool in prices.startingPrices { digest.add(pool) }
  }

  private func add(_ changes: RateAdjustments, to digest: inout Digest) {
    for lines in changes.exits + [changes.changes, changes.entries] {
      digest.add(lines.count)
      for line in lines { digest.add(line.parts) }
    }
    for row in changes.destinations { digest.add(row) }
  }
}

extension Digest {
  /// Adds all that a value is made of, by reflection, so that no member can be forgotten: for what is small and of many
  /// kinds.
  mutating func add(reflecting value: Any) {
    switch value {
    case let number as Int: add(number)
    case let number as Double: add(number)
    // A set has no order of its own.
    case let numbers as Set<Int>: add(numbers.sorted())
    case let text as String: add(Array(text.utf8))
    default:
      let children = Mirror(reflecting: value).children
      guard !children.isEmpty else { return add(Array(String(describing: value).utf8)) }
      add(children.count)
      for child in children {
        add(Array((child.label ?? "").utf8))
        add(reflecting: child.value)
      }
    }
  }
}
