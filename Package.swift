// swift-tools-version: 6.2
import PackageDescription

/// One constant for every target: Swift 6, explicit imports, no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .strictMemorySafety(), .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house: it may use only the rooms named, all of which stand above it.
func room(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

/// The tests of one room.
func tests(
  _ name: String, uses: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
  .testTarget(
    name: name, dependencies: uses, exclude: exclude, resources: resources, swiftSettings: strict)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
  name: "norma",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "Norma", targets: ["Norma"]),
    .library(name: "StableHLO", targets: ["StableHLO"]),
    .executable(name: "norma", targets: ["NormaCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // Data at rest: scalar types, shapes, arrays, and the files they live in.
    room("NormaArrays"),
    // A program as a value: text, types, verifier, and the interpreter that defines what it means.
    room("StableHLO", uses: ["NormaArrays", numerics]),
    // Plain tensor math becomes a program.
    room("NormaTracing", uses: ["NormaArrays", "StableHLO"]),
    // Programs from programs: batches and derivatives.
    room("NormaTransforms", uses: ["NormaArrays", "StableHLO", "NormaTracing"]),
    // The math as in the papers.
    room("NormaLayers", uses: ["NormaArrays", "StableHLO", "NormaTracing", "NormaTransforms"]),
    // Equal programs, better ones.
    room("NormaRewriting", uses: ["NormaArrays", "StableHLO", collections]),
    // A program becomes row kernels, row kernels become source.
    room("NormaKernels", uses: ["NormaArrays", "StableHLO", collections]),
    // Source becomes running code.
    room(
      "NormaRuntime",
      uses: ["NormaArrays", "StableHLO", "NormaRewriting", "NormaKernels", crypto, logging]),
    // Is it right, and is it fast.
    room(
      "NormaMeasurement",
      uses: ["NormaArrays", "StableHLO", "NormaKernels", "NormaRuntime"]),
    // What users import.
    room(
      "Norma",
      uses: [
        "NormaArrays", "StableHLO", "NormaTracing", "NormaTransforms", "NormaLayers", "NormaRewriting",
        "NormaKernels", "NormaRuntime", "NormaMeasurement",
      ]),
    // The `norma` command: parsing and printing only.
    .executableTarget(
      name: "NormaCommand",
      dependencies: [
        "Norma", "NormaArrays", "StableHLO", "NormaTracing", "NormaTransforms", "NormaLayers",
        "NormaRewriting", "NormaKernels", "NormaRuntime", "NormaMeasurement", arguments, logging,
      ],
      swiftSettings: strict),

    tests("NormaArraysTests", uses: ["NormaArrays"]),
    tests("StableHLOTests", uses: ["NormaArrays", "StableHLO"]),
    tests("NormaTracingTests", uses: ["NormaArrays", "StableHLO", "NormaTracing"]),
    tests(
      "NormaTransformsTests",
      uses: ["NormaArrays", "StableHLO", "NormaTracing", "NormaTransforms", "NormaLayers"]),
    tests(
      "NormaLayersTests",
      uses: ["NormaArrays", "StableHLO", "NormaTracing", "NormaTransforms", "NormaLayers"]),
    tests(
      "NormaRewritingTests",
      uses: [
        "NormaArrays", "StableHLO", "NormaTracing", "NormaTransforms", "NormaLayers", "NormaRewriting",
      ],
      exclude: ["Programs"]),
    tests(
      "NormaKernelsTests", uses: ["NormaArrays", "StableHLO", "NormaTracing", "NormaLayers", "NormaKernels"],
      exclude: ["Goldens"]),
    tests(
      "NormaRuntimeTests",
      uses: [
        "NormaArrays", "StableHLO", "NormaTracing", "NormaTransforms", "NormaLayers", "NormaRewriting",
        "NormaKernels", "NormaRuntime",
      ]),
    tests(
      "NormaMeasurementTests",
      uses: [
        "NormaArrays", "StableHLO", "NormaTracing", "NormaTransforms", "NormaLayers", "NormaKernels",
        "NormaRuntime", "NormaMeasurement",
      ]),
    tests("NormaTests", uses: ["Norma", "NormaArrays", "NormaKernels"]),
    tests("NormaCommandTests", uses: ["Norma", "NormaArrays"]),
    tests("ArchitectureTests", uses: []),
  ]
)
