// swift-tools-version: 6.2

import PackageDescription

// SwiftPM calls a package by its folder, and a folder hummingbird would hide the framework of that name.

let package = Package(
    name: "hummingbird-peer",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(name: "corspec", path: "../../../.."),
    ],
    targets: [
        // The application, which knows nothing of corspec.
        .target(
            name: "PeerApplication", dependencies: [.product(name: "Hummingbird", package: "hummingbird")]),
        // The application on a port, for corspec run --launch.
        .executableTarget(
            name: "server",
            dependencies: ["PeerApplication", .product(name: "Hummingbird", package: "hummingbird")]),
        // The application's CORS, with and without a socket.
        .testTarget(
            name: "PeerApplicationTests",
            dependencies: [
                "PeerApplication",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "CORSConformanceTesting", package: "corspec"),
                .product(name: "CORSPolicy", package: "corspec"),
            ],
            exclude: ["in-process.json", "live.json"]),
    ],
    swiftLanguageModes: [.v6]
)

// What check-emitted writes: the application behind what corspec emit prints.
if Context.environment["CORSPEC_EMITTED"] != nil {
    package.targets.append(
        .executableTarget(
            name: "emitted",
            dependencies: ["PeerApplication", .product(name: "Hummingbird", package: "hummingbird")],
            path: ".build-emitted/emitted",
            // The strictest users' settings.
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
            ]))
}
