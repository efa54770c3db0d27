import Testing

@testable import CORSEmission

@Suite("Texts of configurations")
struct SourceTextTests {
    @Test(arguments: [
        (SourceText.Language.python, #""a\"b\\c\nd\u0007e\u00e9\U0001f600""#),
        (.javaScript, #""a\"b\\c\nd\u0007e\u00e9\ud83d\ude00""#),
        (.go, #""a\"b\\c\nd\u0007e\u00e9\U0001f600""#),
        (.java, #""a\"b\\c\nd\007e\u00e9\ud83d\ude00""#),
        (.swift, #""a\"b\\c\nd\u{7}e\u{e9}\u{1f600}""#),
        (.yaml, #""a\"b\\c\nd\u0007e\u00e9\ud83d\ude00""#),
    ])
    func `A literal holds no sign that ends it`(language: SourceText.Language, literal: String) {
        #expect(SourceText.quoted("a\"b\\c\nd\u{7}e\u{e9}\u{1F600}", language) == literal)
    }

    @Test(arguments: [
        (#"a\.b"#, #""a\.b""#), (#"a"b"#, #""a\"b""#), (#"a\"b"#, #""a\\\"b""#), (#"a\\b"#, #""a\\\b""#),
        (#"a\n"#, #""a\\n""#), (#"a\"#, #""a\\""#),
    ])
    func `A backslash counts for nginx before some signs alone`(text: String, quoted: String) {
        #expect(ServerText.nginx(text) == quoted)
    }

    @Test(arguments: [(#"a\n"#, #""a\n""#), (#"a\\b"#, #""a\\\b""#), (#"a\"#, #""a\\""#)])
    func `A backslash counts for Apache before itself and quotes`(text: String, quoted: String) {
        #expect(ServerText.apache(text) == quoted)
    }
}

@Suite("Constructs of patterns")
struct PatternFeatureTests {
    @Test(
        arguments: [
            (#"https://[a-z0-9-]+(\.[a-z0-9-]+)*\.example\.com"#, []), (#"http://localhost:[0-9]{4,5}"#, []),
            (#"https?://(?:a|b)\.example(:\d+)?"#, []), (#"[^\]\-/]+?"#, []),
            (#"(?=a)"#, [.lookahead]), (#"(?!a)"#, [.lookahead]), (#"(?<!a)"#, [.lookbehind]),
            (#"(a)\1"#, [.backreference]), (#"a++"#, [.possessive]), (#"a{2}+"#, [.possessive]),
            (#"(?>a)"#, [.possessive]), (#"(?<n>a)"#, [.namedGroup]), (#"(?P<n>a)"#, [.namedGroup]),
            (#"(?i)a"#, [.flags]),
            (#"(?i:a)"#, [.scopedFlags]), (#"(?x)a"#, [.otherGroup]), (#"\Aa\z"#, [.textAnchor]),
            (#"\p{L}"#, [.otherEscape]), (#"\Qa\E"#, [.otherEscape]), (#"[a[bc]]"#, [.classOperation]),
            (#"[a-z&&[^q]]"#, [.classOperation]), (#"[[:alpha:]]"#, [.classOperation]), (#"a{,3}"#, [.openRange]),
            ("a\nb", [.control]), (#"\(\?=a"#, []), (#"[(?=]"#, []),
        ] as [(String, Set<PatternFeature>)])
    func `What engines read in different ways is found`(pattern: String, features: Set<PatternFeature>) {
        #expect(PatternFeature.used(in: pattern) == features)
    }
}
