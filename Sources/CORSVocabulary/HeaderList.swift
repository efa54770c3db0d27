/// Header lines in the order received, duplicates kept: two lines of one name are two.
///
/// https://fetch.spec.whatwg.org/#concept-header-list
public struct HeaderList: Sendable, Hashable {
    /// The lines, in order.
    public var fields: [HeaderField]

    /// Makes a list of lines.
    ///
    /// - Parameter fields: The lines, in order.
    public init(_ fields: [HeaderField] = []) { self.fields = fields }

    /// Adds a line at the end.
    ///
    /// - Parameters:
    ///   - name: The field's name.
    ///   - value: The field's value.
    public mutating func append(_ name: FieldName, _ value: FieldValue) { fields.append(HeaderField(name, value)) }

    /// Replaces every line of a name by one line, or adds it.
    ///
    /// - Parameters:
    ///   - name: The field's name.
    ///   - value: The field's value.
    public mutating func set(_ name: FieldName, _ value: FieldValue) {
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return append(name, value) }
        fields[index].value = value
        var isFirst = true
        fields.removeAll { field in
            guard field.name == name else { return false }
            defer { isFirst = false }
            return !isFirst
        }
    }

    /// Removes every line of a name.
    ///
    /// - Parameter name: The field's name.
    public mutating func remove(_ name: FieldName) { fields.removeAll { $0.name == name } }

    /// Says whether there is a line of a name, empty or not.
    ///
    /// - Parameter name: The field's name.
    /// - Returns: Whether there is one.
    public func contains(_ name: FieldName) -> Bool { fields.contains { $0.name == name } }

    /// Finds the values of a name's lines.
    ///
    /// - Parameter name: The field's name.
    /// - Returns: The values, in order, untrimmed.
    public func values(_ name: FieldName) -> [FieldValue] { fields.filter { $0.name == name }.map(\.value) }

    /// Finds the value of the first line of a name.
    ///
    /// - Parameter name: The field's name.
    /// - Returns: The value, untrimmed, or nil if there is no line.
    public func first(_ name: FieldName) -> FieldValue? { fields.first { $0.name == name }?.value }
}

// MARK: - ExpressibleByDictionaryLiteral

extension HeaderList: ExpressibleByDictionaryLiteral {
    /// Makes a list of name and value pairs, in order, duplicates kept.
    public init(dictionaryLiteral elements: (FieldName, FieldValue)...) {
        self.init(elements.map { HeaderField($0.0, $0.1) })
    }
}
