package import CORSPolicy
package import CORSVocabulary
import FetchModel

/// Binds cases to one policy: a case becomes a row for each value that the policy puts in.
package struct Binder {
    private let meaning: PolicyMeaning
    private let values: PolicyValues
    private let authentication: Authentication

    /// Makes a binder.
    ///
    /// - Parameters:
    ///   - meaning: What the policy means.
    ///   - targetOrigin: The target's own origin, for requests that are not cross-origin.
    ///   - openMethods: The methods that the open route has, or nil for any.
    ///   - authentication: What makes the protected route answer 200.
    package init(
        meaning: PolicyMeaning, targetOrigin: String, openMethods: Set<Method>? = nil,
        authentication: Authentication = .sample
    ) {
        self.meaning = meaning
        self.authentication = authentication
        values = PolicyValues(meaning, targetOrigin: targetOrigin, openMethods: openMethods)
    }

    /// Binds a case of a file.
    ///
    /// - Returns: The rows, in the order of the policy's values; none if the case does not apply to the policy.
    package func bind(_ template: CaseTemplate, of file: FixtureFile) -> [BoundRow] {
        guard file.policy != nil || applies(template.fixture) else { return [] }
        return fillings(of: template).flatMap { filling in
            variants(of: fill(template, with: filling.values)).map { variant in
                var row = variant.fixture
                let suffix = (filling.names + variant.names).joined(separator: "+")
                if !suffix.isEmpty { row.id += "@\(suffix)" }
                return BoundRow(
                    fixture: row, why: file.why, sections: file.sections, skipReason: variant.skipReason)
            }
        }
    }

    /// Says whether a policy is as a case needs it.
    ///
    /// A policy that is the trap has cases of its own.
    private func applies(_ fixture: FixtureCase) -> Bool {
        fixture.needs.allSatisfy { $0.isMet(by: meaning) } && (!meaning.isTrap || fixture.needs.contains(.trap))
    }

    /// The values that a case is filled with, and the names of those that make rows.
    private struct Filling {
        var names: [String] = []
        var values: [Placeholder: String] = [:]
        /// Whether each placeholder that makes rows has its first value.
        var isFirst = true
    }

    /// Returns the combinations of values that a case is filled with.
    ///
    /// Of two placeholders that make rows, each value of one is combined with the first of the other: what fails for two
    /// values together but for neither beside the first is not worth a request for every pair.
    private func fillings(of template: CaseTemplate) -> [Filling] {
        var fillings = [Filling()]
        for placeholder in template.placeholders {
            let choices = values[placeholder]
            fillings = fillings.flatMap { partial in
                choices.indices.prefix(partial.isFirst ? choices.count : 1).map { index in
                    var filling = partial
                    filling.values[placeholder] = choices[index].text
                    guard placeholder.isEach else { return filling }
                    filling.names.append(choices[index].name)
                    filling.isFirst = partial.isFirst && index == 0
                    return filling
                }
            }
        }
        return fillings
    }

    /// Returns a case with its placeholders replaced, and `{all-listed-headers}` by a line for each header.
    private func fill(_ template: CaseTemplate, with filling: [Placeholder: String]) -> FixtureCase {
        var filled = template.filled(with: filling)
        guard template.placeholders.contains(.allListedHeaders) else { return filled }
        for index in filled.steps.indices {
            guard case .fetch(var fetch) = filled.steps[index].action else { continue }
            fetch.headers = fetch.headers.flatMap { line in
                line.name == "{all-listed-headers}"
                    ? values.listedHeaders.map { HeaderLine(name: $0, value: Self.value(for: $0)) } : [line]
            }
            filled.steps[index].action = .fetch(fetch)
        }
        return filled
    }

    /// Returns a value for a header that is not safelisted, so that a preflight asks for it.
    private static func value(for header: String) -> String {
        switch FieldName(header) {
        case .contentType: "application/json"
        case "Range": "bytes=-500"
        case "Accept", "Accept-Language", "Content-Language": "\"corspec\""
        default: "corspec"
        }
    }

    /// One way to carry out a bound case.
    private struct Variant {
        var fixture: FixtureCase
        var names: [String] = []
        var skipReason: String?
    }

    /// Resolves what depends on more than one value: preflighted fetches, authentication, cookies.
    private func variants(of fixture: FixtureCase) -> [Variant] {
        var variant = Variant(fixture: fixture)
        var hasBoth = false
        for index in fixture.steps.indices {
            guard case .fetch(var fetch) = variant.fixture.steps[index].action else { continue }
            if fetch.isPreflighted { variant.skipReason = variant.skipReason ?? makePreflightDue(&fetch) }
            if fetch.isAuthenticated { variant.skipReason = variant.skipReason ?? authenticate(&fetch) }
            hasBoth = hasBoth || fetch.cookie == .both
            variant.fixture.steps[index].action = .fetch(fetch)
        }
        guard hasBoth else { return [variant] }
        var with = variant
        variant.fixture = Self.choose(.without, in: variant.fixture)
        with.fixture = Self.choose(.with, in: with.fixture)
        with.names = ["cookie"]
        return [variant, with]
    }

    private static func choose(_ cookie: FetchAction.Cookie, in fixture: FixtureCase) -> FixtureCase {
        var chosen = fixture
        for index in chosen.steps.indices {
            guard case .fetch(var fetch) = chosen.steps[index].action, fetch.cookie == .both else { continue }
            fetch.cookie = cookie
            chosen.steps[index].action = .fetch(fetch)
        }
        return chosen
    }

    /// Makes a preflight due; returns why the policy leaves no way to.
    private func makePreflightDue(_ fetch: inout FetchAction) -> String? {
        fetch.isPreflighted = false
        if let method = values[.unsafeMethod].first?.text {
            fetch.method = method
            return nil
        }
        fetch.method = values[.simpleMethod].first?.text ?? "GET"
        guard let header = values[.listedHeader].first?.text else {
            return "the policy lists no method or header that makes a preflight due"
        }
        fetch.headers.append(HeaderLine(name: header, value: Self.value(for: header)))
        return nil
    }

    /// Adds what makes the protected route answer 200; returns why the policy leaves no way to.
    private func authenticate(_ fetch: inout FetchAction) -> String? {
        fetch.isAuthenticated = false
        switch authentication {
        case .sample:
            if setHeader(HeaderField(.authorization, "Bearer good"), on: &fetch) { return nil }
            return setCookie("session=good", on: &fetch)
                ? nil : "the policy grants neither the Authorization header nor credentials"
        case .line(let line) where line.name == .cookie:
            return setCookie(line.value.text, on: &fetch) ? nil : "the policy does not grant the credentials of --auth"
        case .line(let line):
            return setHeader(line, on: &fetch)
                ? nil : "the policy does not grant the header \(line.name.text) of --auth"
        case .unknown:
            return "nothing is known that the route protected lets in: --auth 'Authorization: Bearer …'"
        }
    }

    /// Lets the page's script set a header, if the policy grants it.
    private func setHeader(_ line: HeaderField, on fetch: inout FetchAction) -> Bool {
        let listed = meaning.policy.allowHeaders
        guard listed == ["*"] || listed.contains(where: { FieldName($0) == line.name }) else { return false }
        fetch.headers.append(HeaderLine(name: line.name.text, value: line.value.text))
        return true
    }

    /// Makes a fetch credentialed, with a cookie, if the policy grants credentials.
    private func setCookie(_ cookie: String, on fetch: inout FetchAction) -> Bool {
        guard meaning.policy.allowCredentials else { return false }
        fetch.credentials = .include
        fetch.cookie = .literal(cookie)
        return true
    }
}
