/// One header line: a name and a value.
///
/// https://fetch.spec.whatwg.org/#concept-header
public struct HeaderField: Sendable, Hashable {
    /// The field's name.
    public var name: FieldName
    /// The field's value, as on the wire.
    public var value: FieldValue

    /// Makes a header line.
    ///
    /// - Parameters:
    ///   - name: The field's name.
    ///   - value: The field's value.
    public init(_ name: FieldName, _ value: FieldValue) {
        self.name = name
        self.value = value
    }
}
