import CORSVocabulary

/// The order in which Chromium goes through a request's headers: that of the hash table in which it holds them.
///
/// The table has a power of two of places and grows before it is half full; a name goes to the place that its hash
/// says, or to the next one that is free, in steps of one, two, three and so on.
enum ChromiumHeaderOrder {
    private static let minimumSize = 8
    private static let accept = Array("accept".utf8)
    private static let hints = ["sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform"].map { Array($0.utf8) }

    /// Returns the names of a fetch's headers in lower case, in that order.
    static func names(_ fetch: Fetch) -> [[UInt8]] {
        let request = fetch.request
        let headers = ScriptHeaders.filter(request.headers, body: request.body, fetch.deviations)
        var names = headers.fields.map(\.name.folded).sorted { $0.lexicographicallyPrecedes($1) }
        // What the browser adds takes places too.
        names.append(accept)
        if let target = request.target, FetchMetadata.isTrustworthy(target.origin) { names += hints }
        var table = [[UInt8]?](repeating: nil, count: minimumSize)
        var count = 0
        for name in names where !table.contains(name) {
            insert(name, into: &table)
            count += 1
            guard count * 2 >= table.count else { continue }
            let held = table.compactMap(\.self)
            table = [[UInt8]?](repeating: nil, count: table.count * 2)
            for name in held { insert(name, into: &table) }
        }
        return table.compactMap(\.self)
    }

    private static func insert(_ name: [UInt8], into table: inout [[UInt8]?]) {
        // The hash is of the name in UTF-16; of its value 24 bits are kept.
        let wide = name.flatMap { byte -> [UInt8] in [byte, 0] }
        let hash = Int(truncatingIfNeeded: RapidHash.hash(wide) & 0xFF_FFFF)
        var place = hash & (table.count - 1)
        var step = 0
        while table[place] != nil {
            step += 1
            place = (place + step) & (table.count - 1)
        }
        table[place] = name
    }
}
