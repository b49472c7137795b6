import Store

extension SQL {
    /// The text as PostgreSQL takes it: `$1`, `$2` and so on in the places of the values.
    var numberedText: String {
        var numbered: [UInt8] = []
        numbered.reserveCapacity(text.utf8.count + 2 * values.count)
        var number = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "?") {
                number += 1
                numbered.append(UInt8(ascii: "$"))
                numbered += Array(String(number).utf8)
            } else {
                numbered.append(byte)
            }
        }
        return String(decoding: numbered, as: UTF8.self)
    }
}
