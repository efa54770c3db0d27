import CORSPolicy
import CORSVocabulary
import Synchronization

extension Builtin {
    /// Answers that depend on what was asked before.
    static let stateFaults: [Builtin] = [
        .faulty(
            "state-leak", .state, .unsafe, cause: "state-leaks",
            "Grants a refused origin the one that was sent before it, refused or not.",
            seenIn: "starlette 5f21c39c, expressjs 3100a7c", stateLeak),
        .faulty(
            "response-memo", .state, .broken, cause: "state-leaks", "Remembers answers by address alone.",
            seenIn: "GSA/api.data.gov #397",
            responseMemo),
        .faulty(
            "first-origin-kept", .state, .broken, cause: "state-leaks",
            "Keeps the first origin that it grants, and grants that alone from then on.",
            seenIn: "plausible: expressjs 3100a7c, where options were changed by a request",
            Deviation.remembering(FieldValue?.none) { first, application, request in
                var response = application.answer(request)
                guard let granted = response.headers.first(.accessControlAllowOrigin), granted != "*" else {
                    return response
                }
                first = first ?? granted
                if let first { response.headers.set(.accessControlAllowOrigin, first) }
                return response
            }),
        .faulty(
            "preflight-memo", .state, .broken, cause: "state-leaks",
            "Remembers answers to preflights by address alone.",
            seenIn: "plausible: a memo of OPTIONS answers",
            Deviation.rememberingPreflights { $0.path }),
        .faulty(
            "preflight-memo-by-origin", .state, .broken, cause: "answers-change",
            "Remembers answers to preflights by address and origin, whatever method and headers they ask for.",
            seenIn: "plausible: a memo of OPTIONS answers",
            Deviation.rememberingPreflights { $0.path + ($0.headers.first(.origin)?.text ?? "") }),
        .faulty(
            "preflight-memo-by-method", .state, .broken, cause: "answers-change",
            "Remembers answers to preflights by address, origin and method, whatever headers they ask for.",
            seenIn: "plausible: a memo of OPTIONS answers",
            Deviation.rememberingPreflights { request in
                [.origin, .accessControlRequestMethod].reduce(request.path) { key, name in
                    key + " " + (request.headers.first(name)?.text ?? "")
                }
            }),
        .faulty(
            "last-answer-kept", .state, .broken, cause: "state-leaks",
            "Answers as it did last, where the address and the method are those of the request before.",
            seenIn: "plausible: a cache of one entry",
            Deviation.remembering([String: HTTPResponse]()) { last, application, request in
                let key = request.method.text + request.path
                let response = last[key] ?? application.answer(request)
                last = [key: response]
                return response
            }),
        .faulty(
            "credentials-after-cookie", .state, .broken, cause: "answers-change",
            "Grants credentials only after a first request with a cookie.",
            seenIn: "plausible: a flag in the shared options",
            Deviation.remembering(false) { hasSeenCookie, application, request in
                var response = application.answer(request)
                hasSeenCookie = hasSeenCookie || request.headers.contains(.cookie)
                if !hasSeenCookie { response.headers.remove(.accessControlAllowCredentials) }
                return response
            }),
        .faulty(
            "origin-learned", .state, .unsafe, cause: "answers-change",
            "Adds an origin that it refuses to its list, and grants it from then on.",
            seenIn: "plausible: a cache of origins that is asked before it is filled rightly",
            Deviation.remembering(Set<FieldValue>()) { seen, application, request in
                var response = application.answer(request)
                guard !Deviation.isPreflight(request), let origin = request.headers.first(.origin) else {
                    return response
                }
                if seen.contains(origin) { response.headers.set(.accessControlAllowOrigin, origin) }
                seen.insert(origin)
                return response
            }),
        .faulty(
            "method-learned", .state, .unsafe, cause: "answers-change",
            "Adds a method that it refuses in a preflight to its list, and grants it from then on.",
            seenIn: "plausible: gorilla 6c51c5d, where a shared list was appended to",
            Deviation.remembering(Set<FieldValue>()) { seen, application, request in
                guard Deviation.isPreflight(request), let method = request.headers.first(.accessControlRequestMethod)
                else { return application.answer(request) }
                defer { seen.insert(method) }
                guard seen.contains(method) else { return application.answer(request) }
                return application.answer(request, asking: "GET", granting: method)
            }),
        .faulty(
            "header-learned", .state, .unsafe, cause: "answers-change",
            "Adds headers that it refuses in a preflight to its list, and grants them from then on.",
            seenIn: "plausible: a shared list that is appended to",
            Deviation.remembering(Set<FieldValue>()) { seen, application, request in
                guard Deviation.isPreflight(request), let asked = request.headers.first(.accessControlRequestHeaders)
                else { return application.answer(request) }
                defer { seen.insert(asked) }
                guard seen.contains(asked) else { return application.answer(request) }
                var allowed = request
                allowed.headers.remove(.accessControlRequestHeaders)
                var response = application.answer(allowed)
                if response.headers.contains(.accessControlAllowOrigin) {
                    response.headers.set(.accessControlAllowHeaders, asked)
                }
                return response
            }),
        .faulty(
            "headers-of-preflight-before", .state, .broken, cause: "answers-change",
            "Grants the headers that the preflight before asked for.",
            seenIn: "plausible: a response object that is used again",
            Deviation.remembering(FieldValue?.none) { last, application, request in
                var response = application.answer(request)
                guard Deviation.isPreflight(request) else { return response }
                let asked = request.headers.first(.accessControlRequestHeaders)
                if let last, response.headers.contains(.accessControlAllowHeaders) {
                    response.headers.set(.accessControlAllowHeaders, last)
                }
                last = asked ?? last
                return response
            }),
        .faulty(
            "grant-after-preflight", .state, .broken, cause: "answers-change",
            "Grants actual answers only to an origin whose preflight it has seen.",
            seenIn: "plausible: a session of its own for preflights",
            Deviation.remembering(Set<FieldValue>()) { seen, application, request in
                var response = application.answer(request)
                guard let origin = request.headers.first(.origin) else { return response }
                if Deviation.isPreflight(request) {
                    seen.insert(origin)
                } else if !seen.contains(origin) {
                    Deviation.strip(&response)
                    response.headers.append(.vary, "Origin")
                }
                return response
            }),
        .faulty(
            "granted-once", .state, .broken, cause: "answers-change", "Grants each origin its first answer alone.",
            seenIn: "plausible: a connection's first response is decorated, itty-router #204",
            Deviation.remembering(Set<String>()) { seen, application, request in
                var response = application.answer(request)
                let key = request.method.text + (request.headers.first(.origin)?.text ?? "")
                if !seen.insert(key).inserted { response.headers.remove(.accessControlAllowOrigin) }
                return response
            }),
        .faulty(
            "late-start", .state, .broken, cause: "answers-change", "Has no CORS layer in its first two answers.",
            seenIn: "plausible: settings that are loaded in the background",
            Deviation.remembering(0) { count, application, request in
                count += 1
                var response = application.answer(request)
                if count <= 2 { Deviation.strip(&response) }
                return response
            }),
        .faulty(
            "one-in-ten-without-grant", .state, .broken, cause: "answers-change",
            "Leaves the grant out of every tenth answer.",
            seenIn: "plausible: one of ten servers behind a load balancer has old settings",
            Deviation.remembering(0) { count, application, request in
                count += 1
                var response = application.answer(request)
                if count.isMultiple(of: 10) { response.headers.remove(.accessControlAllowOrigin) }
                return response
            }),
        .faulty(
            "one-in-ten-any-origin", .state, .unsafe, cause: "answers-change",
            "Grants whoever asks in every tenth answer.",
            seenIn: "plausible: one of ten servers behind a load balancer is set up for tests",
            Deviation.remembering(0) { count, application, request in
                count += 1
                var response = application.answer(request)
                if count.isMultiple(of: 10), !Deviation.isPreflight(request),
                    let origin = request.headers.first(.origin), application.layer.policy.allowOrigins != ["*"]
                {
                    response.headers.set(.accessControlAllowOrigin, origin)
                }
                return response
            }),
        .faulty(
            "worn-out", .state, .broken, cause: "answers-change", "Grants nothing after sixteen answers.",
            seenIn: "plausible: a pool or a cache that runs full",
            Deviation.remembering(0) { count, application, request in
                count += 1
                var response = application.answer(request)
                if count > 16 { response.headers.remove(.accessControlAllowOrigin) }
                return response
            }),
        .faulty(
            "old-server-beside", .state, .broken, cause: "answers-change",
            "Is two servers that answer in turn, of which one does not know the last listed origin.",
            seenIn: "plausible: a deployment that is half done",
            Deviation.remembering(0) { count, application, request in
                count += 1
                var response = application.answer(request)
                if count.isMultiple(of: 2), let last = application.layer.policy.allowOrigins.last,
                    request.headers.first(.origin) == FieldValue(last)
                {
                    response.headers.remove(.accessControlAllowOrigin)
                }
                return response
            }),
        .faulty(
            "rate-limit-without-cors", .state, .broken, cause: "errors-outside-cors",
            "Answers every twelfth request with 429, outside the CORS layer.",
            seenIn: "moleculer-web #173, versatiles #139",
            Deviation.remembering(0) { count, application, request in
                count += 1
                return count.isMultiple(of: 12)
                    ? HTTPResponse(status: 429, headers: ["Retry-After": "1"]) : application.answer(request)
            }),
        .faulty(
            "refusal-sticks", .state, .broken, cause: "answers-change",
            "Refuses whoever comes after a refused origin.",
            seenIn: "plausible: an error that is kept in the shared options",
            Deviation.remembering(false) { isRefusing, application, request in
                var response = application.answer(request)
                let wasRefusing = isRefusing
                isRefusing =
                    request.headers.contains(.origin) && !response.headers.contains(.accessControlAllowOrigin)
                if wasRefusing { response.headers.remove(.accessControlAllowOrigin) }
                return response
            }),
        .faulty(
            "error-sticks", .state, .broken, cause: "answers-change",
            "Leaves the grant out of the answer that follows a server error.",
            seenIn: "plausible: a worker that starts again after an error",
            Deviation.remembering(false) { hasFailed, application, request in
                var response = application.answer(request)
                if hasFailed { response.headers.remove(.accessControlAllowOrigin) }
                hasFailed = response.status == 500
                return response
            }),
        .faulty(
            "exposed-once", .state, .broken, cause: "answers-change", "Exposes headers in its first answer alone.",
            seenIn: "plausible: a list that is emptied as it is written",
            Deviation.remembering(false) { isDone, application, request in
                var response = application.answer(request)
                guard response.headers.contains(.accessControlExposeHeaders) else { return response }
                if isDone { response.headers.remove(.accessControlExposeHeaders) }
                isDone = true
                return response
            }),
        Builtin(
            name: "faulty/race", kind: .faulty, family: .state,
            summary: "Keeps the origin of the request in hand where every request sees it.",
            severity: .broken, cause: "answers-change", seenIn: "itty-router #204 and #221", adapter: RacingAdapter()),
    ]

    /// Keeps the last origin sent, and grants it to whoever asks next.
    private static let stateLeak: Deviation.Make = { policy in
        try Deviation.refuseTrap(policy)
        let application = try ReferenceApplication(for: policy)
        let last = LastOrigin()
        return { request in
            var response = application.answer(request)
            guard let sent = request.headers.first(.origin), let left = last.exchange(sent) else { return response }
            if !response.headers.contains(.accessControlAllowOrigin) {
                response.headers.append(.accessControlAllowOrigin, left)
            }
            return response
        }
    }

    /// The last origin that was sent.
    private final class LastOrigin: Sendable {
        private let value = Mutex<FieldValue?>(nil)

        /// Stores an origin and returns the one before.
        func exchange(_ origin: FieldValue) -> FieldValue? {
            value.withLock { value in
                defer { value = origin }
                return value
            }
        }
    }

    /// Answers each address as it did the first time.
    private static let responseMemo: Deviation.Make = { policy in
        try Deviation.refuseTrap(policy)
        let application = try ReferenceApplication(for: policy)
        let memo = ResponseMemo()
        return { request in
            guard request.method == .get else { return application.answer(request) }
            return memo.answer(request.path) { application.answer(request) }
        }
    }

    /// Answers by address.
    private final class ResponseMemo: Sendable {
        private let answers = Mutex<[String: HTTPResponse]>([:])

        /// Returns the answer of an address, made the first time.
        func answer(_ path: String, _ make: () -> HTTPResponse) -> HTTPResponse {
            answers.withLock { answers in
                if let known = answers[path] { return known }
                let response = make()
                answers[path] = response
                return response
            }
        }
    }
}
