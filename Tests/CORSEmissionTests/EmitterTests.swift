import CORSFixtures
import CORSPolicy
import Testing

@testable import CORSEmission

@Suite("Emitters")
struct EmitterTests {
    private static let app = "https://app.example.com"

    private static func text(_ name: String, _ policy: Policy) throws -> String {
        try #require(Emitters.named(name)).emit(policy)
    }

    private static func reason(_ name: String, _ policy: Policy) throws -> String? {
        let emitter = try #require(Emitters.named(name))
        do {
            _ = try emitter.emit(policy)
            return nil
        } catch {
            return error.description
        }
    }

    @Test(arguments: Emitters.all.map(\.name), BundledFixtures.policyNames)
    func `Every bundled policy is written, or refused with a reason`(name: String, policy: String) throws {
        let policy = try #require(BundledFixtures.policy(named: policy).policy).policy
        let emitter = try #require(Emitters.named(name))
        guard let text = try? emitter.emit(policy) else {
            let reason = try #require(try Self.reason(name, policy))
            #expect(reason.count > 20)
            return
        }
        #expect(text.hasSuffix("\n"))
        #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
        // Patterns have their dots escaped, once or twice.
        let plain = text.filter { $0 != "\\" }
        for origin in policy.allowOrigins where origin != "*" && !origin.contains("[") {
            #expect(plain.contains(origin))
        }
    }

    @Test(arguments: Emitters.all.map(\.name), ["trap", "trap-regex", "trap-schemes"])
    func `Credentials for any origin are refused`(name: String, policy: String) throws {
        let policy = try #require(BundledFixtures.policy(named: policy).policy).policy
        #expect(try Self.reason(name, policy)?.contains("any origin") == true)
    }

    @Test(arguments: Emitters.all.map(\.name))
    func `With credentials no wildcard is written where browsers read a name`(name: String) throws {
        let all = Policy(
            allowOrigins: [Self.app], allowMethods: ["*"], allowHeaders: ["*"], allowCredentials: true,
            exposeHeaders: ["*"])
        #expect(try Self.reason(name, all)?.contains("expose_headers") == true)
        let methods = Policy(allowOrigins: [Self.app], allowMethods: ["*"], allowCredentials: true)
        let text = try Self.text(name, methods)
        // FastAPI and Spring have a meaning of their own for it: they list and echo.
        if name != "fastapi", name != "spring" { #expect(!text.contains("\"*\"")) }
    }

    @Test(arguments: ["django-cors-headers", "gin", "hummingbird", "envoy"])
    func `Any header with credentials is refused by those who send the wildcard as it stands`(name: String) throws {
        let policy = Policy(allowOrigins: [Self.app], allowHeaders: ["*"], allowCredentials: true)
        #expect(try Self.reason(name, policy)?.contains("allow_headers") == true)
        let open = Policy(allowOrigins: [Self.app], allowHeaders: ["*"])
        #expect(try Self.text(name, open).lowercased().contains("authorization"))
    }

    @Test(arguments: [
        ("express", #"new RegExp("^(?:https://a\\.example|https://b\\.example)$")"#),
        ("rs-cors", #"regexp.MustCompile("^(?:https://a\\.example|https://b\\.example)$")"#),
        ("gin", #"regexp.MustCompile("^(?:https://a\\.example|https://b\\.example)$")"#),
        ("flask-cors", #"re.compile("\\A(?:https://a\\.example|https://b\\.example)\\Z")"#),
        ("django-cors-headers", #"["\\A(?:https://a\\.example|https://b\\.example)\\Z"]"#),
        ("nginx", #""~^(?:https://a\.example|https://b\.example)$" $http_origin;"#),
        ("apache", #"SetEnvIf Origin "^(?:https://a\.example|https://b\.example)$" CORS_ORIGIN=$0"#),
        ("haproxy", #"-m reg -- '^(?:https://a\.example|https://b\.example)$'"#),
        ("caddy", #"Origin `^(?:https://a\.example|https://b\.example)$`"#),
        ("traefik", #"accessControlAllowOriginListRegex: ["^(?:https://a\\.example|https://b\\.example)$"]"#),
        ("envoy", #"regex: "https://a\\.example|https://b\\.example""#),
        ("fastapi", #"allow_origin_regex="https://a\\.example|https://b\\.example""#),
        ("spring", #"Pattern.compile("https://a\\.example|https://b\\.example")"#),
        ("hummingbird", #"try! Regex("https://a\\.example|https://b\\.example")"#),
    ])
    func `Each alternative of a pattern is held to the whole origin`(name: String, written: String) throws {
        let policy = Policy(allowOriginRegex: #"https://a\.example|https://b\.example"#)
        #expect(try Self.text(name, policy).contains(written))
    }

    @Test(arguments: ["rs-cors", "gin", "caddy", "envoy", "traefik"])
    func `Lookahead is refused where the engine lacks it`(name: String) throws {
        let policy = Policy(allowOriginRegex: #"https://(?!evil)[a-z]+\.example\.com"#)
        #expect(try Self.reason(name, policy)?.contains("lookahead") == true)
        #expect(try Self.reason("nginx", policy) == nil)
    }

    @Test
    func `A pattern that matches a star is refused for Envoy`() throws {
        let policy = Policy(allowOriginRegex: #"https://app\.example\.com|\*"#)
        #expect(try Self.reason("envoy", policy)?.contains("matches *") == true)
        #expect(try Self.reason("traefik", policy) == nil)
    }

    @Test
    func `A pattern that happens to match null does not grant it in a server`() throws {
        let policy = Policy(allowOriginRegex: #"https?://[a-z.]+\.example\.com|[a-z]+"#)
        #expect(try Self.text("nginx", policy).contains(#"    "~^null$" "";"#))
        #expect(try Self.text("apache", policy).contains("!CORS_ORIGIN\n"))
        #expect(try Self.text("haproxy", policy).contains("-m str null"))
        #expect(try Self.text("caddy", policy).contains("not header Origin null"))
    }

    @Test(arguments: [("rs-cors", "AllowOriginFunc"), ("gin", "AllowOriginFunc"), ("flask-cors", "origins=[]")])
    func `No origins are written so that they do not stand for all`(name: String, written: String) throws {
        #expect(try Self.text(name, Policy()).contains(written))
    }

    @Test
    func `Hummingbird matches the whole origin, and the list beside it`() throws {
        let pattern = #"https://[a-z]+\.example\.com"#
        let whole = "origin.wholeMatch(of: originPattern) != nil"
        #expect(try Self.text("hummingbird", Policy(allowOriginRegex: pattern)).contains(whole))
        let both = try Self.text("hummingbird", Policy(allowOrigins: [Self.app], allowOriginRegex: pattern))
        #expect(both.contains(#"if ["https://app.example.com"].contains(origin) { return true }"#))
        #expect(both.contains(whole))
    }

    @Test
    func `Hummingbird grants null where it is listed, and not where a pattern happens to match it`() throws {
        let listed = try Self.text("hummingbird", Policy(allowOrigins: [Self.app, "null"]))
        #expect(listed.contains(#"allowOrigin: .custom("null")"#))
        let matched = try Self.text("hummingbird", Policy(allowOriginRegex: "https?://[a-z.]+|[a-z]+"))
        #expect(!matched.contains("custom"))
        #expect(matched.contains(#"origin != "null" && "#))
    }

    @Test
    func `No methods are no rule for HAProxy, which cannot write an empty value`() throws {
        #expect(try !Self.text("haproxy", Policy(allowOrigins: [Self.app], allowMethods: [])).contains("Allow-Methods"))
    }

    @Test
    func `No headers do not stand for the defaults of rs/cors`() throws {
        #expect(try Self.text("rs-cors", Policy(allowOrigins: [Self.app])).contains(#"[]string{"Origin"}"#))
    }

    @Test(arguments: ["rs-cors", "gin", "flask-cors"])
    func `Who puts methods into upper case says so of a method in lower case`(name: String) throws {
        let policy = Policy(allowOrigins: [Self.app], allowMethods: ["GET", "chicken"])
        #expect(try Self.text(name, policy).contains("Cannot be said"))
        let upper = Policy(allowOrigins: [Self.app], allowMethods: ["GET", "PATCH"])
        #expect(try !Self.text(name, upper).contains("upper case"))
    }

    @Test(arguments: ["gin", "spring"])
    func `Who leaves requests without an Origin alone says that Vary is not there`(name: String) throws {
        #expect(try Self.text(name, Policy(allowOrigins: [Self.app])).contains("Vary"))
        #expect(try Self.text(name, Policy(allowOrigins: ["*"])).contains("Vary"))
        #expect(try !Self.text(name, Policy()).contains("Vary"))
    }

    @Test
    func `Flask-Cors grants any origin without an Origin as well, and needs no Vary`() throws {
        #expect(try Self.text("flask-cors", Policy(allowOrigins: [Self.app])).contains("Vary"))
        #expect(try !Self.text("flask-cors", Policy(allowOrigins: ["*"])).contains("Vary"))
    }

    @Test
    func `Spring says so where every header is exposed, which not every version can`() throws {
        let every = Policy(allowOrigins: ["*"], exposeHeaders: ["*"])
        #expect(try Self.text("spring", every).contains("Cannot be said, before Spring"))
        let named = Policy(allowOrigins: ["*"], exposeHeaders: ["X-Total-Count"])
        #expect(try !Self.text("spring", named).contains("before Spring"))
    }

    @Test
    func `The brackets of an address are no pattern to Flask-Cors`() throws {
        let policy = Policy(allowOrigins: ["http://[::1]:8080"])
        #expect(try Self.text("flask-cors", policy).contains(#"re.compile("\\A(?:http://\\[::1\\]:8080)\\Z")"#))
    }

    @Test(arguments: [("X$Name", "nginx"), ("X`Name", "caddy")])
    func `A header name that a server cannot write is refused`(header: String, name: String) throws {
        let policy = Policy(allowOrigins: [Self.app], allowHeaders: [header])
        #expect(try Self.reason(name, policy)?.contains(header) == true)
        #expect(try Self.text("haproxy", policy).contains("'\(header)'"))
    }

    @Test
    func `Quotes and percent signs of a header name stay what they are`() throws {
        let policy = Policy(allowOrigins: [Self.app], allowHeaders: ["X'A%B"])
        #expect(try Self.text("haproxy", policy).contains(#"'X'\''A%%B'"#))
        #expect(try Self.text("apache", policy).contains(#""X'A%%B""#))
        #expect(try Self.text("nginx", policy).contains(#""X'A%B""#))
    }

    @Test
    func `An age whose nanoseconds are too many is refused for Hummingbird`() throws {
        let policy = Policy(allowOrigins: [Self.app], maxAge: 10_000_000_000)
        #expect(try Self.reason("hummingbird", policy)?.contains("TimeAmount") == true)
        #expect(
            try Self.text("hummingbird", Policy(allowOrigins: [Self.app], maxAge: 86_400)).contains("import NIOCore"))
    }

    @Test
    func `A stated age of zero stays zero`() throws {
        let policy = Policy(allowOrigins: [Self.app], maxAge: 0)
        #expect(try Self.text("fastapi", policy).contains("max_age=0"))
        #expect(try Self.text("express", policy).contains("maxAge: 0"))
        #expect(try !Self.text("express", Policy(allowOrigins: [Self.app])).contains("maxAge"))
    }
}
