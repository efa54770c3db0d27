import CORSVocabulary
import FetchModel
import Testing

@Suite("Serialised origins")
struct SerializedOriginTests {
    @Test(arguments: [
        "null", "https://app.example", "http://localhost:5173", "https://app.example:8443", "http://127.0.0.1:3000",
        "http://[::1]:3000", "http://[2001:db8::1]", "https://xn--bcher-kva.example", "https://a_b.example",
        "https://app.example.", "capacitor://localhost", "chrome-extension://abcdefghijklmnop",
        "http://app.example:443",
    ])
    func `What a browser serialises can be sent`(text: String) { #expect(Browser.canSend(Origin(text))) }

    @Test(arguments: [
        "", "*", "NULL", "app.example", "//app.example", "https://", "https://app.example/", "https://app.example/x",
        "https://app.example?x", "https://app.example#x", "https://App.example", "HTTPS://app.example",
        "https://app.example:443", "http://app.example:80", "https://app.example:", "https://app.example:08443",
        "https://app.example:99999", "https://user@app.example", "https://app.example https://b.example",
        "http://[2001:0db8::1]", "http://[::1", "http://127.1", "http://127.0.0.256", "https://b\u{FC}cher.example",
        "https://a^b.example",
    ])
    func `Nothing else can`(text: String) { #expect(!Browser.canSend(Origin(text))) }
}
