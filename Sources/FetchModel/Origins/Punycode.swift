/// Punycode, in which labels that are not ASCII are written.
///
/// https://www.rfc-editor.org/rfc/rfc3492.html#section-6.3
enum Punycode {
    private static let base = 36
    private static let tMin = 1
    private static let tMax = 26
    private static let skew = 38
    private static let damp = 700

    /// Encodes a label.
    static func encode(_ label: some Collection<Unicode.Scalar>) -> String {
        let points = label.map { Int($0.value) }
        var output = points.filter { $0 < 0x80 }
        let basic = output.count
        if basic > 0 { output.append(0x2D) }
        var (next, delta, bias, handled) = (128, 0, 72, basic)
        while handled < points.count {
            guard let smallest = points.filter({ $0 >= next }).min() else { break }
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for point in points {
                if point < next { delta += 1 }
                guard point == next else { continue }
                append(delta, bias: bias, to: &output)
                bias = adapt(delta, count: handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(String.UnicodeScalarView(output.compactMap(Unicode.Scalar.init)))
    }

    /// Appends a number as a generalised integer of variable length.
    private static func append(_ delta: Int, bias: Int, to output: inout [Int]) {
        var rest = delta
        var position = base
        while true {
            let threshold = position <= bias ? tMin : position >= bias + tMax ? tMax : position - bias
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: Int) -> Int { value < 26 ? value + 0x61 : value - 26 + 0x30 }

    private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var shift = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            shift += base
        }
        return shift + (base - tMin + 1) * delta / (delta + skew)
    }
}
