// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of a room.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, resources: resources,
        swiftSettings: strict)
}

extension Target.Dependency {
    static let nioEmbedded = Self.product(name: "NIOEmbedded", package: "swift-nio")
    static let nioPosix = Self.product(name: "NIOPosix", package: "swift-nio")
    static let hummingbird = Self.product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdCore = Self.product(name: "HummingbirdCore", package: "hummingbird")
    static let hummingbirdTLS = Self.product(name: "HummingbirdTLS", package: "hummingbird")
    static let nioSSL = Self.product(name: "NIOSSL", package: "swift-nio-ssl")
    static let nioCertificateReloading = Self.product(name: "NIOCertificateReloading", package: "swift-nio-extras")
    static let httpTypes = Self.product(name: "HTTPTypes", package: "swift-http-types")
    static let nioHTTPTypes = Self.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
    static let nioCore = Self.product(name: "NIOCore", package: "swift-nio")
    static let logging = Self.product(name: "Logging", package: "swift-log")
    static let serviceLifecycle = Self.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let unixSignals = Self.product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let configuration = Self.product(name: "Configuration", package: "swift-configuration")
    static let subprocess = Self.product(name: "Subprocess", package: "swift-subprocess")
    static let crypto = Self.product(name: "Crypto", package: "swift-crypto")
    static let argumentParser = Self.product(name: "ArgumentParser", package: "swift-argument-parser")
}

let package = Package(
    name: "meldloket",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    ],
    targets: [
        room("Kernel", resources: [.embedInCode("Terms/Data")]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        room("XMLReading", ["CXML"]),
        room("Sealing", ["Kernel", "CSodium", .crypto]),
        room("Database", ["Kernel", .nioPosix]),
        room("DatabaseSQLite", ["Database", "CSQLite"]),
        room("DatabasePostgres", ["Database", "CPQ"]),
        room("AuditLog", ["Kernel", "Database", "Sealing", .crypto], resources: [.embedInCode("Schema")]),
        room(
            "Access", ["Kernel", "Database", "Sealing", "AuditLog", .crypto, .nioPosix],
            resources: [.embedInCode("Schema"), .embedInCode("Data")]),
        room("Compartments", ["Kernel", "Database", "Sealing", "AuditLog", "Access"], resources: [.embedInCode("Schema")]),
        room(
            "ReportingDesk", ["Kernel", "Database", "Sealing", "AuditLog", "Access", "Compartments", "FileCleaning", .crypto],
            resources: [.embedInCode("Schema")]),
        room(
            "Commitments", ["Kernel", "Database", "Sealing", "AuditLog", "Access", "XMLReading", "Documents", "Markup", .crypto],
            resources: [
                .embedInCode("Schema"), .embedInCode("HouseList/Data"), .embedInCode("Alignment/Data"),
                .embedInCode("Letters/Data"),
            ]),
        room("FileCleaning"),
        room("Markup"),
        room("Documents", ["Kernel", "Markup"], resources: [.embedInCode("HTML/Assets")]),
        room(
            "Web",
            [
                "Kernel", "Sealing", "Markup", "Documents", "Access", "AuditLog", "Compartments", "ReportingDesk", "Commitments",
                "FileCleaning",
                "Database", .hummingbird, .httpTypes, .nioCore, .nioHTTPTypes, .logging, .crypto,
            ], resources: [.embedInCode("Site/Assets")]),
        room(
            "API", ["Kernel", "Database", "Access", "Commitments", .hummingbird, .httpTypes, .nioCore],
            resources: [.embedInCode("Data")]),
        room(
            "App",
            [
                "Kernel", "Sealing", "Database", "DatabaseSQLite", "DatabasePostgres", "AuditLog", "Access", "Compartments",
                "ReportingDesk", "Commitments", "Documents",
                "FileCleaning", "Web", "API", .hummingbird, .hummingbirdCore, .hummingbirdTLS, .nioSSL, .nioCertificateReloading,
                .logging, .crypto,
                .serviceLifecycle, .unixSignals,
                .configuration,
                .subprocess,
            ], resources: [.embedInCode("Demo/Data"), .embedInCode("Jobs/Schema")]),
        room(
            "CLI",
            [
                "Kernel", "Sealing", "Access", "AuditLog", "Compartments", "ReportingDesk", "Commitments", "Documents",
                "Database",
                "DatabaseSQLite", "Web", "App", .logging,
                .argumentParser,
            ]),
        .executableTarget(name: "meldloket", dependencies: ["CLI", .argumentParser], swiftSettings: strict),

        .executableTarget(
            name: "FillDesk",
            dependencies: [
                "Kernel", "Database", "Sealing", "AuditLog", "Access", "Compartments", "ReportingDesk", "Commitments", "App",
                .argumentParser,
            ], path: "Bench/FillDesk", swiftSettings: strict),

        .target(
            name: "TestSupport",
            dependencies: [
                "Kernel", "Database", "DatabaseSQLite", "DatabasePostgres", "Sealing", "AuditLog", "Access", "Compartments",
                "ReportingDesk", "Commitments",
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "ParserProperties", dependencies: ["Kernel", "Sealing", "FileCleaning", "Web", "CLI", "Commitments"],
            path: "Tests/ParserProperties", swiftSettings: strict),
        tests(of: "ParserProperties", ["FileCleaning"], resources: [.copy("Inputs")]),
        tests(of: "Kernel", resources: [.copy("Cases")]),
        tests(of: "Sealing", ["Kernel", .crypto], resources: [.copy("Vectors")]),
        tests(of: "AuditLog", ["Kernel", "Database", "Sealing"]),
        tests(of: "Access", ["Kernel", "Database", "Sealing", "AuditLog"]),
        tests(of: "Compartments", ["Kernel", "Database", "Sealing", "AuditLog", "Access"]),
        tests(of: "ReportingDesk", ["Kernel", "Database", "Sealing", "AuditLog", "Access", "Compartments"]),
        tests(of: "XMLReading"),
        tests(
            of: "Commitments", ["Kernel", "Database", "Sealing", "AuditLog", "Access", "Documents", "Markup"],
            resources: [.copy("Samples")]),
        tests(of: "FileCleaning"),
        tests(of: "Markup"),
        tests(of: "Documents", ["Kernel", "Markup"]),
        tests(of: "Database", ["Kernel", "DatabasePostgres"]),
        tests(of: "API", ["Kernel", .hummingbird, .httpTypes, .nioCore]),
        tests(of: "CLI", ["Kernel", .argumentParser]),
        tests(
            of: "Web",
            ["Kernel", "Database", "Markup", .logging, .hummingbirdCore, .httpTypes, .nioCore, .nioEmbedded, .nioHTTPTypes]),
        tests(
            of: "App",
            [
                "Kernel", "Database", "DatabaseSQLite", "DatabasePostgres", "Sealing", "AuditLog", "Access", "Compartments",
                "ReportingDesk", "Commitments", "Documents", "Web", "CLI", .logging, .serviceLifecycle,
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// Linked with libFuzzer, which brings a main of its own: built by `make fuzz` alone.
if Context.environment["MELDLOKET_FUZZING"] != nil {
    package.targets.append(
        .executableTarget(
            name: "FuzzParsers", dependencies: ["ParserProperties"], path: "Tests/Fuzz/FuzzParsers",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
