/// A JSON value to write: members in the order given.
package indirect enum JSONOutput: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case decimal(Double)
    case string(String)
    case array([JSONOutput])
    /// An array whose elements are made one by one while they are written: so that a long one is never held whole.
    case elements(count: Int, make: @Sendable (Int) -> JSONOutput)
    case object([(String, JSONOutput)])
}
