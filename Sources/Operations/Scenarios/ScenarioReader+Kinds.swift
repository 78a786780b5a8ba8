import Files
import Forecasting
import Units

extension ScenarioReader {
  /// What the initiative does; nil, with problems, where what it needs is missing or can't be used.
  mutating func kind(_ word: InitiativeWord, in fields: ScenarioFields) -> Initiative.Kind? {
    switch word {
    case .preventEntry, .keepStable: shareOfWho(word, in: fields)
    case .returnHome: returnHome(in: fields)
    case .stepDown, .bringInHouse: stepDown(in: fields)
    case .addCapacity: addCapacity(in: fields)
    case .changePrice: changePrice(in: fields)
    case .changeStaffing: changeStaffing(in: fields)
    case .earnIncome: earnIncome(in: fields)
    }
  }

  private mutating func shareOfWho(_ word: InitiativeWord, in fields: ScenarioFields) -> Initiative.Kind? {
    problems.require(["who", "share"], in: fields)
    let who = who(in: fields)
    if word == .preventEntry, who.minNightsInCare + who.minNightsInStay > 0 {
      problems.refuse(
        fields["who"]?.line ?? fields.line,
        "“who” of \(fields.subject) asks for nights in care of children who are not in care yet",
        "Take nights_in_care and nights_in_stay out.")
    }
    guard let share = problems.scalar("share", in: fields, ScenarioValues.claimedShare) else { return nil }
    return word == .preventEntry
      ? .preventEntry(eligible: who, share: share) : .keepStable(eligible: who, share: share)
  }

  private mutating func returnHome(in fields: ScenarioFields) -> Initiative.Kind? {
    problems.require(["who", "chance_per_year", "reentry_share"], in: fields)
    let who = who(in: fields)
    let chance = problems.scalar("chance_per_year", in: fields, ScenarioValues.claimedShare)
    let reentry = problems.scalar("reentry_share", in: fields, ScenarioValues.share)
    let support = support(in: fields)
    guard let chance, let reentry else { return nil }
    return .returnHome(eligible: who, chancePerYear: chance, reentryShare: reentry, support: support)
  }

  private mutating func support(in fields: ScenarioFields) -> HomeSupport {
    guard let entry = fields["support"],
      var support = problems.fields(entry.value, "“support” of \(fields.subject)")
    else { return .none }
    problems.allow(ScenarioKeys.support, in: &support)
    problems.require(["per_week", "weeks"], in: support)
    let rate = problems.scalar("per_week", in: support, ScenarioValues.weekly)
    let weeks = problems.scalar("weeks", in: support, ScenarioValues.whole(1...1000, of: "weeks"))
    guard let rate, let weeks else { return .none }
    return HomeSupport(perWeek: rate, weeks: weeks)
  }

  private mutating func stepDown(in fields: ScenarioFields) -> Initiative.Kind? {
    problems.require(["who", "to", "chance_per_year", "breakdown_share"], in: fields)
    let who = who(in: fields)
    let to = destination(in: fields)
    if let to, who.categories == [to] {
      problems.refuse(
        fields["to"]?.line ?? fields.line, "“to” of \(fields.subject): the children named are there already",
        "Name the categories they are to leave under who.")
    }
    let chance = problems.scalar("chance_per_year", in: fields, ScenarioValues.claimedShare)
    let breakdown = problems.scalar("breakdown_share", in: fields, ScenarioValues.share)
    guard let to, let chance, let breakdown else { return nil }
    return .stepDown(eligible: who, to: to, chancePerYear: chance, breakdownShare: breakdown)
  }

  private mutating func addCapacity(in fields: ScenarioFields) -> Initiative.Kind? {
    problems.require(["who", "to", "places"], in: fields)
    let who = who(in: fields)
    let to = destination(in: fields)
    let places = problems.scalar("places", in: fields, ScenarioValues.whole(1...10_000, of: "places"))
    guard let to, let places else { return nil }
    return .addCapacity(places: places, to: to, eligible: who)
  }

  private mutating func destination(in fields: ScenarioFields) -> Int? {
    let book = book
    return problems.scalar("to", in: fields) { text throws(Flaws) in
      try ScenarioReader.category(text, book)
    }
  }

  private mutating func changePrice(in fields: ScenarioFields) -> Initiative.Kind? {
    problems.require(["categories", "change"], in: fields)
    let categories = categories("categories", in: fields)
    let change = problems.scalar("change", in: fields, ScenarioValues.basisPoints)
    let above = problems.scalar(
      "above_nights_per_month", in: fields, ScenarioValues.whole(1...1_000_000, of: "nights a month"))
    return change.map { .changePrice(categories: categories, basisPoints: $0, aboveNights: above) }
  }

  private mutating func changeStaffing(in fields: ScenarioFields) -> Initiative.Kind? {
    problems.require(["posts", "premium_per_year"], in: fields)
    let posts = problems.scalar(
      "posts", in: fields,
      ScenarioValues.number(0.01...100_000, "Write the number of posts made permanent, such as 12 or 7.5."))
    let premium = problems.scalar("premium_per_year", in: fields, ScenarioValues.money)
    guard let posts, let premium else { return nil }
    return .changeStaffing(posts: posts, premiumPerYear: premium)
  }

  private mutating func earnIncome(in fields: ScenarioFields) -> Initiative.Kind? {
    problems.require(["beds", "price_per_week", "cost_per_week", "occupancy"], in: fields)
    let beds = problems.scalar("beds", in: fields, ScenarioValues.whole(1...10_000, of: "beds"))
    let price = problems.scalar("price_per_week", in: fields, ScenarioValues.weekly)
    let cost = problems.scalar("cost_per_week", in: fields, ScenarioValues.weekly)
    let occupancy = problems.scalar("occupancy", in: fields, ScenarioValues.claimedShare)
    guard let beds, let price, let cost, let occupancy else { return nil }
    return .earnIncome(beds: beds, pricePerWeek: price, costPerWeek: cost, occupancy: occupancy)
  }
}
