import Support

/// A plan for the example council, its figures invented: what the tests of `homeward plan` are run on.
enum ExamplePlan {
  static let council = Project.folder + "/Examples/council"

  static let yaml = text.replacing("SCENARIOS", with: Project.folder + "/Examples/scenarios")

  static let postings = """
    saving,financial_year,pounds,posted,journal,confirmed_by
    posts,2026/27,150000.00,2026-06-10,Virement 88,Finance partner
    residential,2026/27,20000.00,2026-06-10,Virement 89,Head of children in care

    """

  private static let text = """
    name: Nearer home
    council: Wrenfield
    sponsor: Director of children's services
    written: 2026-03-01
    start: 2026-04-01
    end: 2029-03-31
    streams:
      - id: early
        name: Help before care
        owner: Head of early help
      - id: step-down
        name: Out of residential care
        owner: Head of children in care
    initiatives:
      - id: family-help
        name: Family help
        stream: early
        owner: Head of early help
        effect: SCENARIOS/early-help-and-step-down.yaml#family-help
      - id: step-down-panel
        name: Step-down panel
        stream: step-down
        owner: Head of children in care
        effect: SCENARIOS/early-help-and-step-down.yaml#step-down
    actions:
      - id: team
        name: A family help team of six
        stream: early
        due: 2026-05-31
        owner: Team manager
        done: {on: 2026-05-20, by: Head of early help, evidence: All six in post}
      - id: panel
        name: A panel that meets every fortnight
        stream: step-down
        due: 2026-04-30
        owner: Head of children in care
        progress:
          - {on: 2026-06-01, by: Sponsor, note: Chair found, stated: green}
      - id: carers
        name: Carers for step-down
        stream: step-down
        due: TBA
        owner: Head of fostering
    targets:
      - id: children-400
        name: Children in care
        stream: early
        measure: children_in_care
        unit: children
        baseline: {2026-03-31: 410}
        trajectory: {2027-03-31: 405, 2028-03-31: 395}
        owner: Head of early help
      - id: residential-40
        name: Residential placements
        stream: step-down
        measure: residential_placements
        unit: placements
        baseline: {2026-03-31: 53}
        trajectory: {2028-03-31: 44}
        owner: Head of children in care
      - id: agency-cost
        name: Agency foster care, a week
        stream: step-down
        measure: "unit_cost:agency_foster"
        unit: pounds a week
        baseline: {2026-03-31: 1000}
        trajectory: {2027-03-31: 1050}
        owner: Head of commissioning
      - id: agency-staff
        name: Agency social workers
        stream: early
        measure: agency_staff
        unit: posts
        baseline: {2025-12-31: 14}
        trajectory: {2026-09-30: 7, 2027-03-31: 5}
        actuals: {2026-01-31: 14, 2026-02-28: 12, 2026-03-31: 12, 2026-04-30: 11, 2026-05-31: 9}
        owner: Head of service
    savings:
      - id: residential
        name: Residential placements that end sooner
        stream: step-down
        owner: Head of children in care
        kind: cashable_recurring
        basis: cumulative
        years: {2026/27: "60,000", 2027/28: "400,000"}
        driver: residential_placements
        initiative: step-down-panel
      - id: fewer
        name: Fewer children come into care
        stream: early
        owner: Head of early help
        kind: cashable_recurring
        basis: cumulative
        years: {2026/27: "300,000", 2027/28: "1,200,000"}
        driver: children_in_care
        initiative: family-help
      - id: posts
        name: Agency posts given up
        stream: early
        owner: Head of service
        kind: cashable_recurring
        basis: cumulative
        years: {2026/27: "150,000", 2027/28: "200,000"}
        posts: {2026/27: 3}
        start: 2026-07-01
        driver: agency_staff
        progress:
          - {on: 2026-06-02, by: Head of service, note: All agreed, stated: blue}
      - id: secure
        name: Fewer secure placements
        stream: step-down
        owner: Head of children in care
        kind: cashable_recurring
        basis: cumulative
        is_volatile: yes
        years: {2026/27: "180,000"}
    pressures:
      - {id: prices, name: Prices of homes, years: {2026/27: 310k, 2027/28: 330k}}
    milestones:
      - {id: panel-live, name: The panel meets, stream: step-down, due: 2026-05-15, owner: Head of children in care}
    risks:
      - {id: r1, name: Fewer carers come than planned, inherent: "4 x 3", current: "3 x 3", target: "2 x 3", owner: Head of fostering, review: 2026-09-01, mitigation: [Fee for experienced carers]}
      - {id: r2, name: Homes raise prices, scale: letter-by-number, inherent: B2, current: C2, owner: Head of commissioning, mitigation: [Regional framework]}
    indicators:
      - {id: back, name: Children back in care within a year, measure: returns_to_care, is_harm: yes}
      - {id: moves, name: Moves between placements, measure: placement_moves, is_harm: yes}

    """
}
