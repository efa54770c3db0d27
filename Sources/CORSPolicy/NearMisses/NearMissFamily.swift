/// A way to make an origin that is near a granted one and not it.
struct NearMissFamily: Sendable {
    /// The name, kebab-case.
    let name: String
    /// Whether a browser can send what it makes.
    let isSendable: Bool
    /// Makes the near misses of an origin; none where the family does not fit.
    let make: @Sendable (OriginSyntax) -> [String]

    /// Makes a family.
    init(_ name: String, isSendable: Bool = true, _ make: @escaping @Sendable (OriginSyntax) -> [String]) {
        self.name = name
        self.isSendable = isSendable
        self.make = make
    }

    /// Every family.
    static let all = hosts + schemesAndPorts + oddHosts + unsendable
}

// MARK: - Hosts

extension NearMissFamily {
    /// Other hosts: what loose comparisons let through.
    private static let hosts: [NearMissFamily] = [
        Self("suffix") { [$0.with(host: $0.host + ".corspec-evil.example")] }.unlessBracketed,
        Self("suffix-letters") { [$0.with(host: $0.host + "evil.example")] }.unlessAddress,
        Self("suffix-domain") { [$0.with(host: $0.host + ".evil")] }.unlessAddress,
        Self("prefix") { [$0.with(host: "evil" + $0.host)] }.unlessAddress,
        Self("prefix-dash") { [$0.with(host: "evil-" + $0.host)] }.unlessAddress,
        // Of all the names below a host the one that comparisons may leave out.
        Self("deeper") { [$0.with(host: "www." + $0.host)] }.unlessAddress,
        Self("higher") { origin in
            let labels = origin.host.split(separator: ".")
            return labels.count > 2 ? [origin.with(host: labels.dropFirst().joined(separator: "."))] : []
        }.unlessAddress,
        Self("apex-prefix") { origin in
            // What a suffix test without a label's boundary lets through: https://evilexample.com.
            let labels = origin.host.split(separator: ".")
            return labels.count > 2 ? [origin.with(host: "evil" + labels.dropFirst().joined(separator: "."))] : []
        }.unlessAddress,
        Self("sibling") { origin in
            let labels = origin.host.split(separator: ".")
            return labels.count > 2
                ? [origin.with(host: "corspec-evil." + labels.dropFirst().joined(separator: "."))] : []
        }.unlessAddress,
        Self("unescaped-dot") { origin in
            origin.host.indices.filter { origin.host[$0] == "." }.map { index in
                origin.with(host: origin.host[..<index] + "x" + origin.host[origin.host.index(after: index)...])
            }
        }.unlessAddress,
        Self("label-underscore") { origin in
            // A sign that browsers send in hosts, and that few patterns mean: what a class widened to any lets through.
            guard let dot = origin.host.firstIndex(of: ".") else { return [] }
            return [origin.with(host: origin.host[..<dot] + "_x" + origin.host[dot...])]
        }.unlessAddress,
        Self("top-level") { origin in
            let labels = origin.host.split(separator: ".")
            guard labels.count > 1, let last = labels.last else { return [] }
            return [origin.with(host: (labels.dropLast() + [last == "net" ? "org" : "net"]).joined(separator: "."))]
        }.unlessAddress,
        Self("top-level-longer") { [$0.with(host: $0.host + "m")] }.unlessAddress,
        Self("host-truncated") { origin in
            origin.host.count > 3 ? [origin.with(host: String(origin.host.dropLast()))] : []
        }.unlessAddress,
        Self("twin") { origin in
            let twins = ["localhost", "127.0.0.1", "[::1]"]
            return twins.contains(origin.host) ? twins.filter { $0 != origin.host }.map { origin.with(host: $0) } : []
        },
        Self("trailing-dot") { [$0.with(host: $0.host + ".")] }.unlessAddress,
    ]

    /// Hosts with characters that some comparisons take for an end.
    private static let oddHosts: [NearMissFamily] = [
        Self("underscore") { [$0.with(host: $0.host + "_.corspec-evil.example")] }.unlessAddress,
        Self("dash-end") { [$0.with(host: $0.host + "-.corspec-evil.example")] }.unlessAddress,
        Self("backtick") { [$0.with(host: $0.host + "`.corspec-evil.example")] }.unlessAddress,
        Self("brace") { [$0.with(host: $0.host + "}.corspec-evil.example")] }.unlessAddress,
        Self("dollar") { [$0.with(host: $0.host + "$.corspec-evil.example")] }.unlessAddress,
    ]
}

// MARK: - Schemes and ports

extension NearMissFamily {
    private static let schemesAndPorts: [NearMissFamily] = [
        Self("scheme") { origin in
            switch origin.scheme {
            case "https": [origin.with(scheme: "http", port: origin.port == "80" ? .some(nil) : origin.port)]
            case "http": [origin.with(scheme: "https", port: origin.port == "443" ? .some(nil) : origin.port)]
            default: ["https://\(origin.host)"]
            }
        },
        Self("scheme-app") { [$0.with(scheme: "corspec-app")] },
        Self("scheme-longer") { [$0.with(scheme: $0.scheme + "x")] },
        Self("other-default-port") { origin in
            // Sent as it is: the port is the other scheme's.
            switch (origin.scheme, origin.port) {
            case ("https", nil): [origin.with(port: "80")]
            case ("http", nil): [origin.with(port: "443")]
            default: []
            }
        },
        Self("port-added") { $0.port == nil ? [$0.with(port: "8081")] : [] },
        Self("port") { origin in origin.port == nil ? [] : [origin.with(port: origin.port == "9443" ? "9444" : "9443")]
        },
        Self("port-dropped") { $0.port == nil ? [] : [$0.with(port: .some(nil))] },
        Self("port-longer") { origin in
            guard let port = origin.port, port.count < 5 else { return [] }
            return Int(port + "1").map { $0 <= 65_535 ? [origin.with(port: port + "1")] : [] } ?? []
        },
        Self("port-shorter") { origin in
            guard let port = origin.port, port.count > 2 else { return [] }
            let shorter = String(port.dropLast())
            return OriginProblem.defaultPort(of: origin.scheme).map(String.init) == shorter
                ? [] : [origin.with(port: shorter)]
        },
    ]
}

// MARK: - What no browser sends

extension NearMissFamily {
    private static let unsendable: [NearMissFamily] = [
        Self("user-info", isSendable: false) { ["\($0.with())@corspec-evil.example"] },
        Self("user-info-before", isSendable: false) {
            ["\($0.scheme)://evil@\($0.host)" + ($0.port.map { ":\($0)" } ?? "")]
        },
        Self("upper-case", isSendable: false) { [$0.with(host: $0.host.uppercased())] }.unlessAddress,
        Self("scheme-case", isSendable: false) { [$0.with(scheme: $0.scheme.uppercased())] },
        Self("slash", isSendable: false) { [$0.with() + "/"] },
        Self("path", isSendable: false) { [$0.with() + "/path"] },
        Self("query", isSendable: false) { [$0.with() + "?query"] },
        Self("fragment", isSendable: false) { [$0.with() + "#fragment"] },
        Self("default-port", isSendable: false) { origin in
            guard origin.port == nil, let port = OriginProblem.defaultPort(of: origin.scheme) else { return [] }
            return [origin.with(port: String(port))]
        },
        Self("path-trick", isSendable: false) { ["https://corspec-evil.example/\($0.with())"] },
        Self("path-suffix", isSendable: false) { ["https://corspec-evil.example/.\($0.host)"] },
        Self("query-trick", isSendable: false) { ["https://corspec-evil.example?\($0.with())"] },
        Self("fragment-trick", isSendable: false) { ["https://corspec-evil.example#\($0.with())"] },
        Self("backslash", isSendable: false) { ["https://corspec-evil.example\\\($0.with())"] },
        Self("space-list", isSendable: false) { ["https://corspec-evil.example \($0.with())"] },
        Self("list-first", isSendable: false) { ["\($0.with()) https://corspec-evil.example"] },
        Self("comma-list", isSendable: false) { ["\($0.with()), https://corspec-evil.example"] },
        Self("no-scheme", isSendable: false) { [$0.host + ($0.port.map { ":\($0)" } ?? "")] },
        Self("scheme-relative", isSendable: false) { ["//\($0.host)" + ($0.port.map { ":\($0)" } ?? "")] },
        Self("percent", isSendable: false) { ["\($0.with())%0d%0aX-Corspec:1"] },
        Self("full-width", isSendable: false) { [$0.with(host: $0.host.replacingFirstLetter("\u{FF41}"))] }
            .unlessAddress,
    ]
}

// MARK: - Where a family fits

extension NearMissFamily {
    /// The family, for hosts that are names.
    private var unlessAddress: NearMissFamily {
        NearMissFamily(name, isSendable: isSendable) { [make] in $0.isAddress ? [] : make($0) }
    }

    /// The family, for hosts without brackets.
    private var unlessBracketed: NearMissFamily {
        NearMissFamily(name, isSendable: isSendable) { [make] in $0.host.hasPrefix("[") ? [] : make($0) }
    }
}

extension String {
    /// The text with its first letter replaced.
    fileprivate func replacingFirstLetter(_ letter: String) -> String {
        guard let index = firstIndex(where: \.isLetter) else { return self }
        return self[..<index] + letter + self[self.index(after: index)...]
    }
}
