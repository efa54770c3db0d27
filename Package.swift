// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "corspec",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "corspec", targets: ["corspec"]),
        .library(name: "CORSConformanceTesting", targets: ["CORSConformanceTesting"]),
        .library(name: "CORSPolicy", targets: ["CORSPolicy", "CORSVocabulary"]),
    ],
    dependencies: [],
    targets: [
        // The values that both sides share.
        .target(name: "CORSVocabulary"),
        // The strict JSON reader, and the writer.
        .target(name: "StrictJSON"),
        // The judge: what a browser does.
        .target(name: "FetchModel", dependencies: ["CORSVocabulary"]),
        // The judged: what a team means, and a server that does it.
        .target(name: "CORSPolicy", dependencies: ["CORSVocabulary", "StrictJSON"]),
        // The faulty and the correct adapters that ship.
        .target(name: "CORSBuiltins", dependencies: ["CORSVocabulary", "CORSPolicy"]),
        // The configurations of implementations that do what a policy means.
        .target(name: "CORSEmission", dependencies: ["CORSVocabulary", "CORSPolicy"]),
        // Puts Fixtures/ into the binary at build time.
        .plugin(name: "EmbedFixtures", capability: .buildTool(), path: "Sources/EmbedFixtures"),
        // Fixture files: model, reader, binding to a policy.
        .target(
            name: "CORSFixtures",
            dependencies: ["CORSVocabulary", "StrictJSON", "FetchModel", "CORSPolicy"],
            plugins: ["EmbedFixtures"]
        ),
        // Plan, selection, execution, findings, causes.
        .target(
            name: "CORSRunner",
            dependencies: [
                "CORSVocabulary", "StrictJSON", "FetchModel", "CORSPolicy", "CORSBuiltins", "CORSFixtures",
            ]
        ),
        // libcurl, by its soname.
        .target(
            name: "CCurl",
            linkerSettings: [
                .linkedLibrary(":libcurl.so.4", .when(platforms: [.linux])),
                .linkedLibrary("curl", .when(platforms: [.macOS])),
            ]
        ),
        // Targets that are not in the process: a server at a URL, a server that is launched, an adapter program.
        .target(
            name: "CORSTransports",
            dependencies: ["CCurl", "CORSVocabulary", "StrictJSON", "CORSPolicy", "CORSFixtures", "CORSRunner"]
        ),
        // Results in, bytes out.
        .target(
            name: "CORSReports", dependencies: ["CORSVocabulary", "StrictJSON", "CORSBuiltins", "CORSRunner"]),
        // What is explained: a case, or a fetch that somebody has carried out.
        .target(
            name: "CORSExplanation",
            dependencies: [
                "CORSVocabulary", "StrictJSON", "FetchModel", "CORSPolicy", "CORSBuiltins", "CORSFixtures",
                "CORSRunner", "CORSReports",
            ]
        ),
        // The bridge to Swift Testing, for people's own test targets.
        .target(
            name: "CORSConformanceTesting",
            dependencies: [
                "CORSVocabulary", "StrictJSON", "CORSPolicy", "CORSFixtures", "CORSRunner", "CORSTransports",
                "CORSReports",
            ]
        ),
        // The command line.
        .executableTarget(
            name: "corspec",
            dependencies: [
                "CORSVocabulary", "StrictJSON", "FetchModel", "CORSPolicy", "CORSBuiltins", "CORSFixtures",
                "CORSRunner", "CORSTransports", "CORSReports", "CORSExplanation", "CORSEmission",
            ]
        ),
        // Measures, and prints what it measured.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CORSVocabulary", "FetchModel", "CORSPolicy", "CORSFixtures", "CORSRunner", "LoopbackServer",
                "ChildProcess",
            ],
            path: "Tests/Benchmarks"),
        // Programs that tests and benchmarks run, and what they took.
        .target(name: "ChildProcess", path: "Tests/ChildProcess"),
        // A server that writes the very bytes that a test tells it to.
        .target(
            name: "LoopbackServer", dependencies: ["CORSVocabulary", "CORSPolicy"], path: "Tests/LoopbackServer"),
        .testTarget(name: "CORSVocabularyTests", dependencies: ["CORSVocabulary"]),
        .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON"]),
        .testTarget(
            name: "FetchModelTests", dependencies: ["CORSVocabulary", "FetchModel", "StrictJSON"],
            resources: [.copy("Tables")]),
        .testTarget(name: "CORSPolicyTests", dependencies: ["CORSVocabulary", "StrictJSON", "CORSPolicy"]),
        .testTarget(
            name: "CORSBuiltinsTests",
            dependencies: ["CORSVocabulary", "StrictJSON", "CORSPolicy", "CORSBuiltins", "CORSFixtures", "CORSRunner"]),
        .testTarget(
            name: "CORSEmissionTests", dependencies: ["CORSVocabulary", "CORSPolicy", "CORSFixtures", "CORSEmission"]),
        .testTarget(
            name: "CORSFixturesTests",
            dependencies: ["CORSVocabulary", "StrictJSON", "FetchModel", "CORSPolicy", "CORSFixtures"]),
        .testTarget(
            name: "CORSRunnerTests",
            dependencies: [
                "CORSVocabulary", "StrictJSON", "FetchModel", "CORSPolicy", "CORSBuiltins", "CORSFixtures",
                "CORSRunner",
            ]),
        .testTarget(
            name: "CORSTransportsTests",
            dependencies: [
                "CORSVocabulary", "CORSPolicy", "CORSBuiltins", "CORSFixtures", "CORSRunner", "CORSTransports",
                "LoopbackServer", "corspec",
            ]),
        .testTarget(
            name: "CORSReportsTests",
            dependencies: [
                "CORSVocabulary", "StrictJSON", "FetchModel", "CORSPolicy", "CORSFixtures", "CORSRunner", "CORSReports",
            ]),
        .testTarget(
            name: "CORSExplanationTests",
            dependencies: [
                "CORSVocabulary", "StrictJSON", "FetchModel", "CORSPolicy", "CORSFixtures", "CORSRunner",
                "CORSReports", "CORSExplanation",
            ]),
        .testTarget(
            name: "CORSConformanceTestingTests",
            dependencies: [
                "CORSVocabulary", "CORSPolicy", "CORSBuiltins", "CORSConformanceTesting", "LoopbackServer",
            ]),
        .testTarget(
            name: "corspecTests",
            dependencies: [
                "corspec", "StrictJSON", "CORSVocabulary", "FetchModel", "CORSPolicy", "CORSBuiltins", "LoopbackServer",
                "ChildProcess",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .plugin {
    target.swiftSettings = [
        // SE-0335: `any` is written where an existential is meant.
        .enableUpcomingFeature("ExistentialAny"),
        // SE-0409: an import is internal unless it says otherwise.
        .enableUpcomingFeature("InternalImportsByDefault"),
        // SE-0444: a member is visible only where its module is imported.
        .enableUpcomingFeature("MemberImportVisibility"),
        // SE-0461: an async function runs on its caller's executor.
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
