/// A JSON value to write: members in the order given.
package indirect enum JSONOutput: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case decimal(Double)
    case string(String)
    case array([JSONOutput])
    case object([(String, JSONOutput)])
}
