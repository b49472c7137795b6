import IAMIdentifiers
import Synchronization

/// What AWS says there is: the services, their actions, types of resources and condition keys.
///
/// Holds the text it was made of, about a megabyte, and reads from it what is asked for: where the
/// services are, their condition keys and ARNs at once, the actions of a service when they are
/// first wanted. Those it keeps.
///
/// Source: Service Authorization Reference.
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
package final class ServiceReference: Sendable {
    private let text: [UInt8]
    /// Where in `text` the lines of a service are.
    private let ranges: [ExactText: Range<Int>]
    /// The condition keys of all services by the part before their colon, in lower case.
    private let keys: [ExactText: [ConditionKeyFacts]]
    /// The forms of all ARNs by the service they name.
    private let forms: [ExactText: [ARNForm]]
    /// The prefixes of all services, as `iam`, in order.
    package let prefixes: [String]
    /// Those, and `aws`, with which condition keys begin.
    let keyPrefixes: [String]
    /// The prefixes of the services whose resources are limited by resource control policies.
    ///
    /// Source: AWS Organizations User Guide, "Resource control policies", "List of AWS services
    /// that support RCPs".
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html>
    let controlled: Set<ExactText>
    /// The day that AWS's pages were read, as `2026-10-27`. AWS may have added something since.
    package let date: String
    private let read = Mutex<[ExactText: ReferencedService]>([:])

    /// - Parameters:
    ///   - text: of the form that `Data/service-authorization.py` describes, inflated.
    ///   - date: its day, as `2026-10-27`.
    package init(_ text: [UInt8], of date: String) {
        self.text = text
        self.date = date
        var controlled: Set<ExactText> = []
        var ranges: [ExactText: Range<Int>] = [:]
        var keys: [ExactText: [ConditionKeyFacts]] = [:]
        var forms: [ExactText: [ARNForm]] = [:]
        var current: (prefix: String, start: Int)?
        Self.eachLine(of: text, in: text.indices) { range in
            switch text[range.lowerBound] {
            case UInt8(ascii: "C"):
                controlled = Set<ExactText>(
                    Self.fields(of: text, in: range)[1].parts(at: ",").map(ExactText.init))
            case UInt8(ascii: "S"):
                if let current { ranges[current.prefix] = current.start..<range.lowerBound }
                current = (String(Self.fields(of: text, in: range)[1]), range.lowerBound)
            case UInt8(ascii: "K"):
                let fields = Self.fields(of: text, in: range)
                let key = ConditionKeyFacts(fields[1], type: fields[2])
                keys[Self.prefix(of: key.stem), default: []].append(key)
            case UInt8(ascii: "R"):
                let fields = Self.fields(of: text, in: range)
                if let form = ARNForm(fields[2]) { forms[form.service, default: []].append(form) }
            case UInt8(ascii: "F"):
                let fields = Self.fields(of: text, in: range)
                if let form = ARNForm(fields[1]) { forms[form.service, default: []].append(form) }
            default: break
            }
        }
        if let current { ranges[current.prefix] = current.start..<text.count }
        for key in GlobalConditionKeys.all {
            keys[Self.prefix(of: key.stem), default: []].append(key)
        }
        self.ranges = ranges
        self.keys = keys
        self.forms = forms
        self.controlled = controlled
        prefixes = ranges.keys.sorted().map(\.text)
        keyPrefixes = prefixes + ["aws"]
    }

    /// How many actions there are.
    package var actionCount: Int { prefixes.reduce(0) { $0 + (service($1)?.actions.count ?? 0) } }

    /// The service of a prefix in lower case, or nil.
    func service(_ prefix: String) -> ReferencedService? {
        guard let range = ranges[prefix] else { return nil }
        return read.withLock { known in
            if let service = known[prefix] { return service }
            var lines: [[Substring]] = []
            Self.eachLine(of: text, in: range) { lines.append(Self.fields(of: text, in: $0)) }
            let service = ReferencedService(lines)
            known[prefix] = service
            return service
        }
    }

    /// What there is of a service to choose from; nil when there is none of this prefix.
    package func outline(of prefix: String) -> ServiceOutline? {
        guard let range = ranges[prefix] else { return nil }
        var lines: [[Substring]] = []
        Self.eachLine(of: text, in: range) { lines.append(Self.fields(of: text, in: $0)) }
        return ServiceOutline(lines)
    }

    /// The prefixes of all services with what AWS calls them, as `s3` and `Amazon S3`, in order.
    package var services: [(prefix: String, name: String)] {
        prefixes.compactMap { prefix in
            guard let range = ranges[prefix],
                let end = text[range].firstIndex(of: UInt8(ascii: "\n"))
            else { return nil }
            return (
                prefix,
                ServiceOutline([Self.fields(of: text, in: range.lowerBound..<end)]).name
            )
        }
    }

    /// Whether there is a service of this prefix, in lower case.
    package func hasService(_ prefix: String) -> Bool { ranges[prefix] != nil }

    /// Whether ARNs name such a service; not every one is a prefix of actions.
    func hasARNService(_ name: String) -> Bool { forms[name] != nil || ranges[name] != nil }

    /// The forms of the ARNs that name a service.
    func forms(ofARNsOf service: String) -> [ARNForm] { forms[service] ?? [] }

    /// What is known of a condition key in lower case, or nil.
    func key(_ name: String) -> ConditionKeyFacts? {
        keys[Self.prefix(of: name)]?.first { $0.names(name) }
    }

    /// Whether a key in lower case lacks the part that its kind has behind a slash.
    func keyLacksPart(_ name: String) -> Bool {
        keys[Self.prefix(of: name)]?.contains { $0.isNamedWithoutPart(name) } ?? false
    }

    /// The names of keys like this one, in lower case.
    func keys(besides name: String) -> [String] {
        (keys[Self.prefix(of: name)] ?? []).map(\.stem)
    }

    func hasKeys(ofPrefix prefix: String) -> Bool { keys[prefix] != nil }

    private static func prefix(of key: String) -> String {
        String(Substring(key.utf8.prefix { $0 != UInt8(ascii: ":") }))
    }

    private static func eachLine(
        of text: [UInt8], in range: Range<Int>, _ body: (Range<Int>) -> Void
    ) {
        var start = range.lowerBound
        for index in range where text[index] == 0x0A {
            if index > start { body(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { body(start..<range.upperBound) }
    }

    private static func fields(of text: [UInt8], in range: Range<Int>) -> [Substring] {
        // By byte: by character takes much longer.
        String(decoding: text[range], as: UTF8.self).utf8
            .split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            .map { Substring($0) }
    }
}
