// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The computing modules are optimised in debug builds too, so that one build serves every test at its full size.
let computing = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

struct Module {
  let name: String
  let uses: [String]
  var libraries: [Target.Dependency] = []
  var resources: [Resource] = []
  var computes = false
}

/// Every module, lowest first: a module may only use modules above its own line.
let modules: [Module] = [
  Module(name: "Units", uses: [], computes: true),
  Module(
    name: "Files", uses: ["Units"],
    libraries: ["CLibzip", "CLibxml2", .product(name: "Yams", package: "Yams")],
    computes: true),
  Module(
    name: "Secrets", uses: ["Units", "Files"],
    libraries: [
      .product(name: "Crypto", package: "swift-crypto"),
      .product(name: "CryptoExtras", package: "swift-crypto"),
    ]),
  Module(
    name: "Care", uses: ["Units", "Files"],
    resources: [.embedInCode("Data/categories.csv"), .embedInCode("Data/sector-categories.csv")],
    computes: true),
  Module(
    name: "Places", uses: ["Units", "Files"], resources: [.embedInCode("Data/counties.csv")], computes: true),
  Module(
    name: "Returns", uses: ["Units", "Files", "Care", "Places"], resources: [.embedInCode("Data/codes.csv")],
    computes: true),
  Module(name: "Rules", uses: ["Units", "Returns", "Places"], computes: true),
  Module(name: "Forecasting", uses: ["Units", "Care"], computes: true),
  Module(
    name: "Costing", uses: ["Units", "Files", "Care", "Forecasting"],
    resources: [.embedInCode("Data/prices.csv")], computes: true),
  Module(
    name: "BusinessCases", uses: ["Units", "Files", "Forecasting"],
    resources: [.embedInCode("Data/discount-rates.csv")], computes: true),
  Module(name: "Plans", uses: ["Units"], computes: true),
  Module(name: "Papers", uses: ["Units", "Files", "Plans"], computes: true),
  Module(
    name: "Reporting",
    uses: ["Units", "Files", "Care", "Returns", "Rules", "Forecasting", "Costing", "BusinessCases", "Plans"],
    libraries: ["CLibxlsxwriter"],
    resources: [.embedInCode("Assets/render_charts.py"), .embedInCode("Assets/report.css")]),
  Module(name: "ExampleCouncil", uses: ["Units"], computes: true),
  Module(name: "Published", uses: ["Files"], computes: true),
  Module(
    name: "Operations",
    uses: [
      "Units", "Files", "Secrets", "Care", "Returns", "Places", "Rules", "Forecasting", "Costing",
      "BusinessCases", "Plans", "Papers", "Reporting", "ExampleCouncil", "Published",
    ],
    resources: [
      .embedInCode("Data/scenario-template.yaml"), .embedInCode("Data/scenario-schema.json"),
      .embedInCode("Data/plan-template.yaml"),
    ]),
  Module(
    name: "Store",
    uses: ["Units", "Files", "Secrets", "Returns", "Costing", "Plans", "Published", "Operations"],
    libraries: [.product(name: "GRDB", package: "GRDB.swift")], computes: true),
  Module(
    name: "Web",
    uses: ["Units", "Secrets", "Reporting", "Operations"],
    libraries: [
      .product(name: "Hummingbird", package: "hummingbird"),
      .product(name: "Mustache", package: "swift-mustache"), .product(name: "NIOPosix", package: "swift-nio"),
    ],
    resources: [
      .embedInCode("Assets/homeward.css"), .embedInCode("Assets/homeward.js"),
    ]
      + [
        "account",
        "audit",
        "beside-form",
        "case-signing",
        "cases",
        "closing",
        "compare",
        "counted",
        "data",
        "findings",
        "forecast-form",
        "forecast-links",
        "layout",
        "link",
        "message",
        "money-form",
        "money-said",
        "panel",
        "paper",
        "paper-keep",
        "people",
        "plan-empty",
        "plan-foot",
        "plan-head",
        "report",
        "restricted",
        "run",
        "scenario-field",
        "scenario-form",
        "scenario-live",
        "scenario-panel",
        "scenarios",
        "settings",
        "shown",
        "sign-in",
        "target-form",
        "target-list",
        "teaching",
        "today",
      ].map { .embedInCode("Templates/\($0).mustache") }),
]

for (line, module) in modules.enumerated() {
  let above = Set(modules[..<line].map(\.name))
  precondition(above.isSuperset(of: module.uses), "\(module.name) may only use modules above it")
}

/// With HOMEWARD_FUZZING set, every module is built to be fuzzed, and the fuzzer is there: see tools/fuzz.sh.
let isFuzzing = Context.environment["HOMEWARD_FUZZING"] != nil
let instrumented: [SwiftSetting] =
  isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])] : []
let fuzzer: [Target] =
  isFuzzing
  ? [
    .executableTarget(
      name: "fuzzing", dependencies: ["Care", "WholePath"], path: "Tests/Fuzzing",
      swiftSettings: settings + instrumented,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])])
  ] : []

/// Test targets with what they use: one for each module, and those of the whole program, which drive the built
/// binary.
let tests: [(name: String, uses: [String])] = [
  ("UnitsTests", ["Units"]),
  ("FilesTests", ["Units", "Files"]),
  ("CareTests", ["Units", "Files", "Care"]),
  ("ReturnsTests", ["Units", "Files", "Care", "Places", "Returns", "ExampleCouncil"]),
  ("PlacesTests", ["Units", "Files", "Places"]),
  ("RulesTests", ["Units", "Files", "Returns", "Places", "Rules", "ExampleCouncil"]),
  (
    "ForecastingTests",
    ["Units", "Files", "Care", "Returns", "Forecasting", "ExampleCouncil", "KnownTruth"]
  ),
  ("CostingTests", ["Units", "Files", "Care", "Forecasting", "Costing"]),
  ("BusinessCasesTests", ["Units", "Files", "Forecasting", "BusinessCases"]),
  ("PlansTests", ["Units", "Plans"]),
  ("PapersTests", ["Units", "Files", "Plans", "Papers"]),
  (
    "ReportingTests",
    ["Units", "Files", "Care", "Returns", "Forecasting", "Costing", "Plans", "Reporting"]
  ),
  ("ExampleCouncilTests", ["Units", "ExampleCouncil"]),
  ("PublishedTests", ["Published"]),
  (
    "OperationsTests",
    [
      "Units", "Files", "Care", "Returns", "Forecasting", "BusinessCases", "Plans", "Papers", "Published",
      "Operations",
    ]
  ),
  (
    "StoreTests",
    [
      "Units", "Files", "Secrets", "Care", "Returns", "Costing", "Plans", "Reporting", "Published",
      "Operations", "Store",
    ]
  ),
  ("SecretsTests", ["Files", "Secrets"]),
  (
    "WebTests",
    ["Units", "Files", "Secrets", "Plans", "Published", "Reporting", "Operations", "Store", "Web"]
  ),
  ("CorpusTests", ["Units", "Files", "Care", "Returns", "Rules", "WholePath"]),
  ("AcceptanceTests", ["Units", "Files", "Secrets", "ExampleCouncil", "Operations", "Store", "homeward"]),
  ("BrowserTests", ["homeward"]),
]

let package = Package(
  name: "homeward",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: modules.map { module in
    .target(
      name: module.name,
      dependencies: module.uses.map { .byName(name: $0) } + module.libraries,
      resources: module.resources,
      swiftSettings: (module.computes ? computing : settings) + instrumented)
  } + [
    .systemLibrary(
      name: "CLibxlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .executableTarget(
      name: "homeward",
      dependencies: [
        "Units", "Files", "Care", "Forecasting", "Returns", "Rules", "BusinessCases", "Plans",
        "Reporting", "Operations", "ExampleCouncil",
        "Published", "Secrets", "Store", "Web",
      ].map { .byName(name: $0) }
        + [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),
    .executableTarget(
      name: "stages", dependencies: ["Units", "Files", "Care", "Returns", "Forecasting", "ExampleCouncil"],
      path: "Benchmarks/Stages", swiftSettings: settings),
    .target(name: "Support", path: "Tests/Support", swiftSettings: settings),
    .target(
      name: "KnownTruth", dependencies: ["Units", "Care", "Forecasting"], path: "Tests/KnownTruth",
      swiftSettings: computing),
    .target(
      name: "WholePath", dependencies: ["Units", "Care", "Returns", "Rules"], path: "Tests/WholePath",
      swiftSettings: computing + instrumented),
  ] + fuzzer
    + tests.map { test in
      .testTarget(
        name: test.name,
        // A module's tests may use its libraries.
        dependencies: ["Support"] + test.uses.map { .byName(name: $0) }
          + (modules.first { $0.name + "Tests" == test.name }?.libraries ?? []),
        exclude: test.name == "BrowserTests" ? ["Tour"] : [],
        swiftSettings: settings)
    },
  swiftLanguageModes: [.v6]
)
