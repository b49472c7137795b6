// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: nothing is imported or boxed by accident, and a warning
/// does not survive a build.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A target of ours. Dependencies point one way; ARCHITECTURE.md draws them.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
/// RSA, which `Crypto` lacks.
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

/// What the metrics are made with.
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")

let package = Package(
    name: "gatehouse",
    products: [
        .executable(name: "gatehouse", targets: ["gatehouse"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // Without its traits, which would build swift-configuration; its core needs neither.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // Values, and functions of values.
        library("IAMIdentifiers"),
        library("StrictJSON", ["IAMIdentifiers"]),
        library("Workers"),
        library("Telemetry", [metrics]),
        library("SMTP", ["IAMIdentifiers", "CCurl"]),
        library("HTTPSFetch", ["IAMIdentifiers", "CCurl", crypto]),
        library("AWSWire", ["IAMIdentifiers", "StrictJSON", crypto]),
        library("IAMModel", ["AWSWire", "IAMIdentifiers"]),
        library("IAMPolicy", ["IAMIdentifiers", "StrictJSON"]),

        // What proves who someone is, and where rows are kept.
        library(
            "Credentials",
            [
                "EmbeddedData", "IAMIdentifiers", "StrictJSON", "Workers", "CQREncode", "CSodium",
                "CZlib", "CZxcvbn", "XMLSignature", crypto, cryptoExtras,
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]),
        library("Store", ["IAMIdentifiers"]),
        library(
            "StoreSQLite",
            [
                "IAMIdentifiers", "Store", "Workers",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),

        library(
            "StorePostgreSQL", ["CPostgreSQL", "IAMIdentifiers", "Store", "Workers"]),
        library(
            "TLS",
            [
                "COpenSSL", "IAMIdentifiers", crypto,
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]),

        // What is done with them.
        .target(
            name: "Operations",
            dependencies: [
                "AWSWire", "Credentials", "EmbeddedData", "HTTPSFetch", "IAMIdentifiers",
                "IAMModel", "IAMPolicy", "SMTP", "Store", "StrictJSON", "Telemetry", "Workers",
                "CZlib", crypto, metrics,
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "Console",
            dependencies: [
                "AWSWire", "Credentials", "EmbeddedData", "IAMIdentifiers", "IAMModel", "IAMPolicy",
                "Operations", "StrictJSON", crypto,
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Assets"], swiftSettings: settings),
        library(
            "Server",
            [
                "AWSWire", "Console", "Credentials", "CZlib", "HTTPSFetch", "IAMIdentifiers",
                "Operations", "SMTP", "Store", "StrictJSON", "TLS", "Telemetry", "Workers", metrics,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "TOMLKit", package: "TOMLKit"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        .executableTarget(
            name: "gatehouse",
            dependencies: [
                "AWSWire", "Credentials", "HTTPSFetch", "IAMIdentifiers", "IAMModel", "IAMPolicy",
                "Operations", "ProcessMemory", "Server", "Store", "StorePostgreSQL", "StoreSQLite",
                "TLS", "Telemetry", "Workers", "CClock",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),

        // C: libraries behind module maps, and files compiled into the binary.
        .systemLibrary(name: "CClock", path: "Sources/CLibraries/CClock"),
        .systemLibrary(
            name: "CCurl", path: "Sources/CLibraries/CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "COpenSSL", path: "Sources/CLibraries/COpenSSL", pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CPostgreSQL", path: "Sources/CLibraries/CPostgreSQL", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CQREncode", path: "Sources/CLibraries/CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CSodium", path: "Sources/CLibraries/CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CZlib", path: "Sources/CLibraries/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CZxcvbn", path: "Sources/CLibraries/CZxcvbn",
            providers: [.apt(["libzxcvbn-dev"])]),
        .target(name: "EmbeddedData"),
        .target(name: "ProcessMemory"),
        .target(
            name: "XMLSignature",
            // What pkg-config says of libxmlsec1-dev has flags that SwiftPM does not take.
            cSettings: [.unsafeFlags(["-I/usr/include/xmlsec1", "-I/usr/include/libxml2"])],
            linkerSettings: ["xmlsec1-openssl", "xmlsec1", "xml2", "crypto"].map {
                .linkedLibrary($0)
            }),

        // Developer tools.
        .executableTarget(name: "ModelGenerator", swiftSettings: settings),

        // Beside the sources, in the same package: nothing is compiled twice to be measured.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "AllocationCounter", "AWSWire", "Credentials", "IAMIdentifiers", "IAMPolicy",
                "Operations", "PlainEvaluator", "Store", "StoreSQLite", crypto,
            ], path: "Benchmarks/Sources", swiftSettings: settings),
        .target(name: "AllocationCounter", path: "Benchmarks/AllocationCounter"),
        .executableTarget(
            name: "FillStore",
            dependencies: ["IAMIdentifiers", "Operations", "Store", "StoreSQLite", "TestRandom"],
            path: "Benchmarks/Scale/Filling", swiftSettings: settings),

        // The random numbers of tests, which one seed repeats. Optimised, as what draws most is.
        .target(
            name: "TestRandom", path: "Tests/TestRandom",
            swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),

        // A second evaluator of policies, and what compares the engine with it.
        // Optimised in debug builds, too: they answer hundreds of thousands of questions.
        .target(
            name: "PlainEvaluator", dependencies: ["TestRandom"], path: "Tests/PlainEvaluator",
            swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        .target(
            name: "EngineComparison", dependencies: ["IAMPolicy", "PlainEvaluator"],
            path: "Tests/EngineComparison",
            swiftSettings: settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        .executableTarget(
            name: "Fuzz", dependencies: ["EngineComparison", "PlainEvaluator"],
            path: "Fuzz/Sources", swiftSettings: settings),

        // What holds of whatever a parser is given: for the tests, which try it on the corpus, and
        // for libFuzzer, which makes the inputs (Tools/fuzz-parsers builds that by itself).
        .target(
            name: "ParserProperties",
            dependencies: [
                "AWSWire", "Credentials", "IAMIdentifiers", "IAMModel", "IAMPolicy", "Operations",
                "StrictJSON",
            ], path: "Fuzz/Properties", swiftSettings: settings),

        // What the client tests ask about single values.
        .executableTarget(
            name: "WireProbe", dependencies: ["AWSWire", "IAMIdentifiers", "IAMModel"],
            path: "Tests/WireProbe", swiftSettings: settings),
        .executableTarget(
            name: "SignatureProbe", dependencies: ["AWSWire", "IAMIdentifiers"],
            path: "Tests/SignatureProbe", swiftSettings: settings),
        .executableTarget(
            name: "FactorProbe", dependencies: ["Credentials", "IAMIdentifiers"],
            path: "Tests/FactorProbe", swiftSettings: settings),

        // Tests, one target beside each, and what they share.
        .target(
            name: "TestSupport",
            dependencies: [
                "AWSWire", "Credentials", "HTTPSFetch", "IAMIdentifiers", "IAMModel", "IAMPolicy",
                "Operations", "Store", "StorePostgreSQL", "StoreSQLite", "TestRandom", "Workers",
                crypto, cryptoExtras,
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ], path: "Tests/TestSupport", swiftSettings: settings),
        tests("IAMIdentifiersTests", ["IAMIdentifiers", "TestRandom"]),
        tests("ProcessMemoryTests", ["ProcessMemory"]),
        tests("StrictJSONTests", ["StrictJSON"]),
        tests("TelemetryTests", ["Telemetry", metrics]),
        tests("WorkersTests", ["TestSupport", "Workers"]),
        tests("SMTPTests", ["IAMIdentifiers", "SMTP", "TestRandom"]),
        tests("HTTPSFetchTests", ["HTTPSFetch", "IAMIdentifiers"]),
        tests("AWSWireTests", ["AWSWire", "IAMIdentifiers", "TestRandom"]),
        tests("IAMModelTests", ["AWSWire", "IAMIdentifiers", "IAMModel"]),
        tests(
            "IAMPolicyTests",
            [
                "CZlib", "EmbeddedData", "EngineComparison", "IAMIdentifiers", "IAMPolicy",
                "PlainEvaluator", "TestRandom",
            ]),
        .testTarget(
            name: "CredentialsTests",
            dependencies: ["Credentials", "IAMIdentifiers", "TestRandom", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: settings),
        tests(
            "StoreTests",
            [
                "IAMIdentifiers", "Store", "StorePostgreSQL", "StoreSQLite", "TestRandom",
                "TestSupport",
            ]),
        tests(
            "OperationsTests",
            [
                "AWSWire", "Credentials", "HTTPSFetch", "IAMIdentifiers", "IAMModel", "IAMPolicy",
                "Operations", "SMTP", "Store", "StoreSQLite", "StrictJSON", "TestRandom",
                "TestSupport", "Workers",
            ]),
        .testTarget(
            name: "ConsoleTests",
            dependencies: [
                "AWSWire", "Console", "IAMIdentifiers", "IAMModel", "IAMPolicy", "Operations",
                "Store", "TestRandom", "TestSupport", "Workers",
            ],
            exclude: ["Golden"], swiftSettings: settings),
        tests(
            "ServerTests",
            [
                "AWSWire", "CZlib", "HTTPSFetch", "IAMIdentifiers", "Operations", "Server", "SMTP",
                "Store",
                "StrictJSON", "Telemetry", "TestRandom", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        tests(
            "TLSTests",
            [
                "IAMIdentifiers", "TestRandom", "TestSupport", "TLS",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ]),
        tests("FuzzTests", ["ParserProperties"]),
        tests("ModelGeneratorTests", ["ModelGenerator"]),
        tests("TidyTests", []),
    ]
)
