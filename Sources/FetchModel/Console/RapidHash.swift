/// The rapidhash function, by which Chromium's hash tables are ordered.
///
/// https://github.com/Nicoshev/rapidhash
enum RapidHash {
    private static let seed: UInt64 = 0xBDD8_9AA9_8270_4029
    private static let secret: (UInt64, UInt64, UInt64) = (
        0x2D35_8DCC_AA6C_78A5, 0x8BB8_4B93_962E_ACC9, 0x4B33_A62E_D433_D4A3
    )

    /// Hashes bytes.
    static func hash(_ bytes: [UInt8]) -> UInt64 {
        let count = UInt64(bytes.count)
        var state = seed ^ mix(seed ^ secret.0, secret.1) ^ count
        let (first, second) = ends(bytes, &state)
        let product = (first ^ secret.1).multipliedFullWidth(by: second ^ state)
        return mix(product.low ^ secret.0 ^ count, product.high ^ secret.1)
    }

    /// Takes in all but the last sixteen bytes, and returns those as two numbers.
    private static func ends(_ bytes: [UInt8], _ state: inout UInt64) -> (UInt64, UInt64) {
        let count = bytes.count
        if count <= 16 {
            if count >= 4 {
                let delta = count >= 8 ? 4 : 0
                let first = number(bytes, 0, 4) << 32 | number(bytes, count - 4, 4)
                return (first, number(bytes, delta, 4) << 32 | number(bytes, count - 4 - delta, 4))
            }
            guard count > 0 else { return (0, 0) }
            return (UInt64(bytes[0]) << 56 | UInt64(bytes[count / 2]) << 32 | UInt64(bytes[count - 1]), 0)
        }
        var start = 0
        if count > 48 {
            var (left, right) = (state, state)
            while true {
                state = mix(number(bytes, start, 8) ^ secret.0, number(bytes, start + 8, 8) ^ state)
                left = mix(number(bytes, start + 16, 8) ^ secret.1, number(bytes, start + 24, 8) ^ left)
                right = mix(number(bytes, start + 32, 8) ^ secret.2, number(bytes, start + 40, 8) ^ right)
                start += 48
                if count - start < 48 { break }
            }
            state ^= left ^ right
        }
        if count - start > 16 {
            state = mix(number(bytes, start, 8) ^ secret.2, number(bytes, start + 8, 8) ^ state ^ secret.1)
        }
        if count - start > 32 {
            state = mix(number(bytes, start + 16, 8) ^ secret.2, number(bytes, start + 24, 8) ^ state)
        }
        return (number(bytes, count - 16, 8), number(bytes, count - 8, 8))
    }

    /// Reads a number, its lowest byte first.
    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt64 {
        bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.low ^ product.high
    }
}
