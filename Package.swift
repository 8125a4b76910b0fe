// swift-tools-version: 6.2
import PackageDescription

/// The modules, from the leaves up; each imports only what stands above it.
let modules: [(name: String, dependencies: [String])] = [
  ("Randomness", []),
  ("Tables", []),
  ("SurveyStatistics", []),
  ("Drawing", ["Tables"]),
  ("Files", ["Tables"]),
  ("Terminal", ["Drawing", "Files", "Tables"]),
  ("SurveyDesign", ["Randomness", "Tables"]),
  ("Surveys", ["SurveyDesign", "SurveyStatistics", "Tables"]),
  ("TelephoneAccess", ["Randomness", "SurveyDesign"]),
  ("Scenarios", ["Files", "SurveyDesign", "SurveyStatistics", "Tables", "TelephoneAccess"]),
  (
    "Studies",
    ["Randomness", "Scenarios", "SurveyDesign", "SurveyStatistics", "Surveys", "Tables", "TelephoneAccess"]
  ),
  (
    "Experiments",
    [
      "Randomness", "Scenarios", "Studies", "SurveyDesign", "SurveyStatistics", "Surveys", "Tables",
      "TelephoneAccess",
    ]
  ),
  (
    "Reports",
    [
      "Drawing", "Files", "Scenarios", "Studies", "SurveyDesign", "SurveyStatistics", "Surveys", "Tables",
      "TelephoneAccess",
    ]
  ),
  (
    "TelefontidCommand",
    [
      "Drawing", "Experiments", "Files", "Reports", "Scenarios", "Studies", "SurveyDesign",
      "SurveyStatistics", "Surveys", "Tables", "TelephoneAccess", "Terminal",
    ]
  ),
]

func dependencies(_ names: [String]) -> [Target.Dependency] {
  names.map { .target(name: $0) }
}

let package = Package(
  name: "telefontid",
  products: ["telefontid", "telefontid-benchmark"].map { .executable(name: $0, targets: [$0]) },
  targets: modules.flatMap { module -> [Target] in
    [
      .target(name: module.name, dependencies: dependencies(module.dependencies)),
      .testTarget(
        name: "\(module.name)Tests",
        dependencies: dependencies([module.name, "TestSupport"] + module.dependencies),
        resources: module.name == "SurveyStatistics" || module.name == "TelephoneAccess"
          ? [.copy("Reference")] : []),
    ]
  } + [
    .executableTarget(name: "telefontid", dependencies: dependencies(["TelefontidCommand"])),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    // Everything is measured, so everything is imported.
    .executableTarget(name: "telefontid-benchmark", dependencies: dependencies(modules.map(\.name))),
    .testTarget(
      name: "TelefontidBenchmarkTests",
      dependencies: dependencies(["telefontid-benchmark", "Files", "Tables", "TelefontidCommand", "Terminal"])
    ),
  ],
  swiftLanguageModes: [.v6]
)

/// Modules that read, write, draw, arrange and plan runs: optimising them costs a newcomer a minute, and saves a run nothing that can be felt.
let unoptimised: Set = [
  "Drawing", "Experiments", "Reports", "Scenarios", "TelefontidCommand", "Terminal",
]

/// Modules whose inner loops the tests run by the million: optimised in debug builds, where the tests are what takes time.
let optimisedForTests: Set = [
  "Files", "Randomness", "Scenarios", "Studies", "SurveyDesign", "SurveyStatistics", "Surveys", "Tables",
  "TelephoneAccess",
]

/// Of these, the one whose generic code stands in other files than what uses it.
///
/// File by file the simulator's slabs stay generic, and its tests take three times the processor time. With two threads each
/// file has an object, as the build expects.
let optimisedAsAWhole: Set = ["TelephoneAccess"]

/// Language features that a later Swift will turn on by itself.
let upcomingFeatures = [
  "ExistentialAny",  // SE-0335
  "InternalImportsByDefault",  // SE-0409
  "MemberImportVisibility",  // SE-0444
]

for target in package.targets {
  var settings = target.swiftSettings ?? []
  settings += upcomingFeatures.map { .enableUpcomingFeature($0) }
  if Context.environment["CI"] == "true" {
    settings.append(.treatAllWarnings(as: .error))
  }
  if unoptimised.contains(target.name) {
    settings.append(.unsafeFlags(["-Onone"], .when(configuration: .release)))
  }
  if optimisedForTests.contains(target.name) {
    settings.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
  }
  if optimisedAsAWhole.contains(target.name) {
    settings.append(
      .unsafeFlags(
        ["-whole-module-optimization", "-num-threads", "2", "-disable-batch-mode"],
        .when(configuration: .debug)))
  }
  target.swiftSettings = settings
}
