// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

extension Target.Dependency {
    static let argumentParser = Self.product(name: "ArgumentParser", package: "swift-argument-parser")
}

let package = Package(
    name: "meldloket",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "Kernel", resources: [.embedInCode("Terms/Data")], swiftSettings: strict),
        .target(name: "TestSupport", dependencies: ["Kernel"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "KernelTests", dependencies: ["Kernel", "TestSupport"], resources: [.copy("Cases")], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
