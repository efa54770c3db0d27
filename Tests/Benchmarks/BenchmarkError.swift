/// A benchmark that could not be set up.
struct BenchmarkError: Error {
    var message: String
}
