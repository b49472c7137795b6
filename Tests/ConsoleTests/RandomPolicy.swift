import IAMIdentifiers
import TestRandom

/// Policies with anything in them that the policy language has, written in any way that JSON has.
struct RandomPolicy {
    var random: SeededGenerator
    private var isOneLine = false

    init(_ random: SeededGenerator) { self.random = random }

    mutating func document() -> String {
        isOneLine = random.chance(20)
        let statements = (0..<Int.random(in: 1...4, using: &random)).map { _ in statement() }
        let value = statements.count == 1 && random.chance(30) ? statements[0] : list(statements)
        var members = ["\"Version\"\(space()):\(space())\"2012-10-17\"", "\"Statement\": \(value)"]
        if random.chance(20) { members.append("\"Id\": \"a\u{1F511}\"") }
        if random.chance(20) { members.reverse() }
        return object(members)
    }

    private mutating func space() -> String {
        random.pick(isOneLine ? ["", " ", "  "] : ["", " ", "\n", "\n    ", "\t", "\r\n  "])
    }

    private mutating func object(_ members: [String]) -> String {
        enclosed("{", members, "}")
    }

    private mutating func list(_ items: [String]) -> String { enclosed("[", items, "]") }

    private mutating func enclosed(_ open: String, _ items: [String], _ close: String) -> String {
        var text = open + space()
        for (index, item) in items.enumerated() {
            if index > 0 { text += space() + "," + space() }
            text += item
        }
        return text + space() + close
    }

    /// A string as JSON, with escapes where none is needed.
    private mutating func quoted(_ text: String) -> String {
        guard random.chance(10), let first = text.unicodeScalars.first, first.isASCII else {
            return JSONText.quoted(text)
        }
        let digits = String(first.value, radix: 16)
        let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        return "\"\(escape)\(JSONText.quoted(String(text.unicodeScalars.dropFirst())).dropFirst())"
    }

    private mutating func texts(_ texts: [String]) -> String {
        if texts.count == 1, random.chance(50) { return quoted(texts[0]) }
        let items = texts.map { quoted($0) }
        return list(items)
    }

    private mutating func some(_ texts: [String], from lowest: Int = 0) -> [String] {
        (0..<Int.random(in: lowest...4, using: &random)).map { _ in random.pick(texts) }
    }

    private mutating func statement() -> String {
        var members: [String] = []
        if random.chance(50) {
            let sid = random.pick(
                ["One", "", "Zwei", "셋", "a b"] + (random.chance(20) ? [" a", "\n"] : []))
            members.append("\"Sid\": \(quoted(sid))")
        }
        let effect = random.chance(5) ? "allow" : random.pick(["Allow", "Deny"])
        members.append("\"Effect\":\(space())\(quoted(effect))")
        let actions = some(
            [
                "s3:GetObject", "s3:getobject", "S3:*", "s3:Get*", "iam:PassRole", "*", "x:y",
                "ec2:Describe*", "sts:AssumeRole", "a b", "한:국", "<b>&\"'",
            ] + (random.chance(10) ? ["", "s3:PutObject\u{7F}"] : []))
        members.append("\"\(random.chance(10) ? "NotAction" : "Action")\": \(texts(actions))")
        if random.chance(95) {
            let resources = some(
                [
                    "*", "arn:aws:s3:::b/*", "arn:aws:iam::123456789012:role/${aws:username}",
                    "arn:aws:s3:::a\\b", "\u{2028}", "\u{FEFF}", "é", "e\u{301}",
                ] + (random.chance(10) ? [" x"] : []))
            let name = random.chance(10) ? "NotResource" : "Resource"
            members.append("\"\(name)\": \(texts(resources))")
        }
        if random.chance(60) {
            let block = conditions()
            members.append("\"Condition\": \(block)")
        }
        if random.chance(10) { members.append("\"Principal\": {\"AWS\": \"*\"}") }
        return object(members.shuffled(using: &random))
    }

    private mutating func conditions() -> String {
        let names = [
            "StringEquals", "Bool", "ForAnyValue:StringLikeIfExists", "NumericLessThan", "",
        ]
        let comparisons = names.shuffled(using: &random).prefix(
            Int.random(in: 0...3, using: &random))
        let members = comparisons.map { name in
            let keys = ["aws:SourceIp", "s3:prefix", "AWS:SOURCEIP", "k", ""].shuffled(
                using: &random
            )
            .prefix(Int.random(in: 0...3, using: &random))
            let values = keys.map { key in "\(JSONText.quoted(key)): \(value())" }
            return "\(JSONText.quoted(name)): \(object(values))"
        }
        return object(Array(members))
    }

    private mutating func value() -> String {
        let literals =
            ["true", "false", "1.20", "-3e5"]
            + (random.chance(10) ? ["null", "\"\"", "\" a\"", "\"a\\nb\""] : [])
        let single =
            random.chance(30) ? random.pick(literals) : quoted(random.pick(["a", "b*", "é"]))
        if random.chance(50) { return single }
        let items = some(["a", "b", "\u{FFFD}", "<"]).map { quoted($0) }
        return list(random.chance(10) ? items + [single] : items)
    }
}
