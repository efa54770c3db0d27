import CORSVocabulary
import StrictJSON

/// Checks what a policy says, beyond its form.
struct PolicyChecker {
    /// The policy as written.
    let draft: PolicyDraft
    /// Where errors are reported.
    let diagnostics: Diagnostics

    /// The longest max_age that HTTP can say.
    private static let longestMaxAge = 2_147_483_648

    /// Checks everything.
    func check() {
        checkOrigins()
        checkPattern()
        checkMethods()
        checkNames(draft.allowHeaders, .allowHeaders)
        checkNames(draft.exposeHeaders, .exposeHeaders)
        if let maxAge = draft.maxAge, !(0...Self.longestMaxAge).contains(maxAge.seconds) {
            diagnostics.error("\"max_age\" is a number of seconds from 0 to \(Self.longestMaxAge)", at: maxAge.position)
        }
        checkExpectations()
    }

    private func checkOrigins() {
        let origins = draft.allowOrigins ?? []
        reportDuplicates(origins, in: .allowOrigins)
        for origin in origins {
            if origin.text == "*" {
                if origins.count > 1 {
                    diagnostics.error(
                        "\"*\" stands beside other entries in \"allow_origins\"; any-origin is exactly [\"*\"]",
                        at: origin.position)
                }
            } else if let problem = OriginProblem.of(origin.text) {
                diagnostics.error(
                    "\"\(origin.text)\" in \"allow_origins\" can never match: \(problem.message)", at: origin.position)
            }
        }
    }

    private func checkPattern() {
        guard let regex = draft.allowOriginRegex else { return }
        if regex.text.isEmpty {
            diagnostics.error("\"allow_origin_regex\" is empty and matches no origin; leave it out", at: regex.position)
            return
        }
        do {
            let pattern = try OriginPattern.compile(regex.text)
            // An input whose match ends, though late: one that never does would hold its thread.
            if let slow = SlowInput.find(regex.text) { throw OriginPattern.Failure.tooSlow(origin: slow.text) }
            try pattern.remember(PatternSamples(regex.text).trying.map { Origin($0) })
        } catch {
            diagnostics.error("\"allow_origin_regex\": \(error)", at: regex.position)
        }
    }

    /// The methods that a browser puts in upper case, so that no other spelling ever arrives.
    private static let normalized = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]
    private static let forbidden = ["CONNECT", "TRACE", "TRACK"]

    private func checkMethods() {
        let methods = draft.allowMethods ?? []
        reportDuplicates(methods, in: .allowMethods)
        reportWildcard(methods, in: .allowMethods)
        for method in methods where method.text != "*" {
            let upper = method.text.uppercased()
            if Method(method.text) == nil {
                diagnostics.error(
                    "\"\(method.text)\" in \"allow_methods\" is no method: a method is a token, such as GET",
                    at: method.position)
            } else if Self.forbidden.contains(upper) {
                diagnostics.error(
                    "\"\(method.text)\" in \"allow_methods\": no page can use \(upper)", at: method.position)
            } else if Self.normalized.contains(upper), upper != method.text {
                diagnostics.error(
                    "\"\(method.text)\" in \"allow_methods\": browsers send \"\(upper)\", and methods are compared byte "
                        + "for byte",
                    at: method.position)
            }
        }
    }

    private func checkNames(_ names: [PolicyDraft.Text]?, _ setting: Policy.Setting) {
        let names = names ?? []
        reportDuplicates(names, in: setting) { $0.lowercased() }
        reportWildcard(names, in: setting)
        for name in names where FieldName(name.text) == nil {
            diagnostics.error(
                "\"\(name.text)\" in \"\(setting.rawValue)\" is no header name: a name is a token, such as X-Api-Key",
                at: name.position)
        }
    }

    private func reportWildcard(_ texts: [PolicyDraft.Text], in setting: Policy.Setting) {
        guard texts.count > 1, let wildcard = texts.first(where: { $0.text == "*" }) else { return }
        diagnostics.error(
            "\"*\" stands beside other entries in \"\(setting.rawValue)\"; write [\"*\"] or the names alone",
            at: wildcard.position)
    }

    private func reportDuplicates(
        _ texts: [PolicyDraft.Text], in setting: Policy.Setting, by key: (String) -> String = { $0 }
    ) {
        var seen: Set<String> = []
        for text in texts where !seen.insert(key(text.text)).inserted {
            diagnostics.warning("\"\(text.text)\" stands twice in \"\(setting.rawValue)\"", at: text.position)
        }
    }

    /// Checks that the policy does what its author expects of it.
    private func checkExpectations() {
        for (texts, key) in [(draft.mustGrant, "must_grant"), (draft.mustRefuse, "must_refuse")] {
            for text in texts ?? [] where text.text != "null" {
                if let problem = OriginProblem.of(text.text), key == "must_grant" {
                    diagnostics.error(
                        "\"\(text.text)\" in \"must_grant\" can never match: \(problem.message)", at: text.position)
                }
            }
        }
        guard !diagnostics.hasErrors, let grants = try? GrantRule(draft.policy) else { return }
        for text in draft.mustGrant ?? [] where (try? grants.matches(Origin(text.text))) == false {
            diagnostics.error("\"\(text.text)\" in \"must_grant\" is refused by the policy", at: text.position)
        }
        for text in draft.mustRefuse ?? [] where (try? grants.matches(Origin(text.text))) == true {
            diagnostics.error("\"\(text.text)\" in \"must_refuse\" is granted by the policy", at: text.position)
        }
    }
}
