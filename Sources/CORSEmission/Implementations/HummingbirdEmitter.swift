// MARK: - Hummingbird

extension Emitter {
    /// A middleware for Hummingbird, around the framework's own.
    static let hummingbird = Emitter(
        name: "hummingbird", language: "Swift",
        summary: "a middleware that runs Hummingbird's CORSMiddleware for granted origins alone"
    ) { policy throws(Refusal) in
        if policy.isAnyHeader, policy.credentials {
            throw Refusal(
                "Hummingbird's CORSMiddleware sends * as it stands, and with credentials browsers read it as a name; "
                    + "list the headers in allow_headers")
        }
        if let maxAge = policy.maxAge, maxAge > HummingbirdSource.maximumAge {
            throw Refusal("NIO's TimeAmount counts nanoseconds, and max_age is more than it can hold; write 86400")
        }
        return HummingbirdSource(policy: policy).text
    }
}

/// The source of the middleware.
///
/// Hummingbird's own leaves three things to do: it tells caches of the origin only where there is one, it sends
/// `Access-Control-Allow-Credentials` to refused origins too, and it names the exposed headers on preflights alone.
private struct HummingbirdSource {
    /// What it grants.
    let policy: EmittedPolicy

    /// The most seconds whose nanoseconds are an Int64.
    static let maximumAge = Int64.max / 1_000_000_000
    /// A browser's origin is shorter.
    private static let maximumLength = 300

    /// The file.
    var text: String {
        [comment.text + imports, middleware, pattern]
            .filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// A span of time is NIO's.
    private var imports: String {
        (["HTTPTypes", "Hummingbird"] + (policy.maxAge == nil ? [] : ["NIOCore"]))
            .map { "import \($0)" }.joined(separator: "\n")
    }

    private var comment: Comment {
        var comment = Comment(
            "//",
            "CORS for Hummingbird 2: router.add(middleware: PolicyMiddleware()), before all that authenticates.")
        comment.addCommonMethods(policy)
        if policy.methods.contains("OPTIONS") {
            comment.add(
                "Cannot be said: that OPTIONS requests of granted origins reach their routes. CORSMiddleware answers them "
                    + "as it does preflights.")
        }
        return comment
    }

    private var middleware: String {
        """
        /// Runs Hummingbird's CORSMiddleware for granted origins, and tells caches elsewhere that the origin counts.
        struct PolicyMiddleware<Context: RequestContext>: RouterMiddleware {
            private let cors = \(corsMiddleware(policy.isAnyOrigin ? ".all" : ".originBased"))
        \(nullMiddleware)
            func handle(
                _ request: Request, context: Context, next: (Request, Context) async throws -> Response
            ) async throws -> Response {
                let isGranted = request.headers[.origin].map(grants) ?? false
                var response: Response
                do {
                    if isGranted {
                        response = try await \(chosen).handle(request, context: context, next: next)
                    } else {
                        response = try await next(request, context)
                    }
                } catch let error as any HTTPResponseError {
                    response = try error.response(from: request, context: context)
                }
        \(ending)
                return response
            }

            private func grants(_ origin: String) -> Bool {
        \(grants)
            }
        }
        """
    }

    private var listsNull: Bool { policy.origins.contains("null") }

    /// CORSMiddleware echoes no `null`, but sends any text as it stands.
    private var nullMiddleware: String {
        listsNull ? "    private let corsOfNull = \(corsMiddleware(".custom(\"null\")"))\n" : ""
    }

    private var chosen: String { listsNull ? "(request.headers[.origin] == \"null\" ? corsOfNull : cors)" : "cors" }

    private func corsMiddleware(_ origin: String) -> String {
        func names(_ texts: [String]) -> String {
            texts.map { ".init(\(SourceText.quoted($0, .swift)))!" }.joined(separator: ", ")
        }
        // By the standard the wildcard does not cover Authorization.
        let headers = policy.headers + (policy.isAnyHeader ? ["Authorization"] : [])
        var lines = [
            "allowOrigin: \(origin)", "allowHeaders: [\(names(headers))]",
            "allowMethods: [\(names(policy.namedMethods))]", "allowCredentials: \(policy.credentials)",
        ]
        if let maxAge = policy.maxAge { lines.append("maxAge: .seconds(\(maxAge))") }
        return "CORSMiddleware<Context>(\n" + lines.map { "        \($0)" }.joined(separator: ",\n") + "\n    )"
    }

    /// What is added to answers.
    private var ending: String {
        let vary = #"response.headers[values: .vary].append("Origin")"#
        guard !policy.exposed.isEmpty else { return "        if !isGranted { \(vary) }" }
        return """
                    if isGranted {
                        response.headers[.accessControlExposeHeaders] = \
            \(SourceText.quoted(policy.exposed.joined(separator: ", "), .swift))
                    } else {
                        \(vary)
                    }
            """
    }

    private var grants: String {
        if policy.isAnyOrigin { return "        true" }
        let listed = "[\(SourceText.list(policy.origins, .swift))].contains(origin)"
        guard policy.regex != nil else { return "        \(policy.origins.isEmpty ? "false" : listed)" }
        let isListed = policy.origins.isEmpty ? [] : ["        if \(listed) { return true }"]
        let isNotNull = policy.matchesUnlistedNull ? "origin != \"null\" && " : ""
        let isMatched = "origin.utf8.count <= \(Self.maximumLength) && origin.wholeMatch(of: originPattern) != nil"
        return (isListed + ["        \(isListed.isEmpty ? "" : "return ")\(isNotNull)\(isMatched)"])
            .joined(separator: "\n")
    }

    private var pattern: String {
        guard let regex = policy.regex else { return "" }
        return """
            /// Matches granted origins, whole; matching changes nothing in it.
            nonisolated(unsafe) private let originPattern: Regex<AnyRegexOutput> =
                try! Regex(\(SourceText.quoted(regex, .swift))).matchingSemantics(.unicodeScalar)
            """
    }
}
