/// The texts of a case in which placeholders may stand.
enum CaseTexts {
    /// Returns a case's placeholders, each once, in the order in which they first stand.
    static func placeholders(of fixture: FixtureCase) -> [Placeholder] {
        var found: [Placeholder] = []
        _ = map(fixture) { text in
            guard text.contains("{") else { return text }
            for part in PlaceholderText.parts(of: text) {
                guard case .placeholder(let placeholder) = part, !found.contains(placeholder) else { continue }
                found.append(placeholder)
            }
            return text
        }
        return found
    }

    /// Returns a case with every such text mapped.
    static func map(_ fixture: FixtureCase, _ transform: (String) -> String) -> FixtureCase {
        var mapped = fixture
        for index in mapped.steps.indices {
            mapped.steps[index].action = map(mapped.steps[index].action, transform)
            mapped.steps[index].expect = map(mapped.steps[index].expect, transform)
        }
        return mapped
    }

    private static func map(_ action: Step.Action, _ transform: (String) -> String) -> Step.Action {
        switch action {
        case .fetch(var fetch):
            fetch.origin = transform(fetch.origin)
            if !fetch.isPreflighted { fetch.method = transform(fetch.method) }
            fetch.headers = map(fetch.headers, transform)
            return .fetch(fetch)
        case .request(var request):
            request.method = transform(request.method)
            request.headers = map(request.headers, transform)
            return .request(request)
        }
    }

    private static func map(_ lines: [HeaderLine], _ transform: (String) -> String) -> [HeaderLine] {
        lines.map { HeaderLine(name: transform($0.name), value: transform($0.value)) }
    }

    private static func map(_ expectation: Expectation, _ transform: (String) -> String) -> Expectation {
        var mapped = expectation
        mapped.exposes = expectation.exposes.map(transform)
        mapped.hides = expectation.hides.map(transform)
        for index in mapped.headers.indices {
            switch mapped.headers[index].check {
            case .exactly(let text): mapped.headers[index].check = .exactly(transform(text))
            case .contains(let texts): mapped.headers[index].check = .contains(texts.map(transform))
            case .lacks(let texts): mapped.headers[index].check = .lacks(texts.map(transform))
            case .oneOf(let texts): mapped.headers[index].check = .oneOf(texts.map(transform))
            case .matches(let text): mapped.headers[index].check = .matches(transform(text))
            case .absent, .present: break
            }
        }
        return mapped
    }
}
