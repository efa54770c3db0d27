import CORSVocabulary

/// The line that a browser's console shows for a blocked fetch.
package enum ConsoleLine {
    /// Returns Chromium's line, or nil where it prints none of its own.
    package static func chromium(_ failure: Failure, request: FetchRequest) -> String? { nil }
}
