import IAMIdentifiers
import StrictJSON

/// One validation at work: the text, and what was found in it so far.
final class PolicyInspection {
    let type: ValidatedPolicyType
    let reference: ServiceReference
    let bytes: [UInt8]
    /// The document's, as far as it is understood.
    var version = PolicyVersion.first
    /// Whether it is a role's trust policy, by its type or by what its statements say.
    var isTrust = false
    private let text: String
    /// What may still be compared. Once it is spent, nothing more is reported but that the document
    /// is refused, since the rest was not compared.
    var effort = Effort(PolicyValidator.maximumEffort)
    private var pathBytes = 0
    private var drafts: [Draft] = []

    /// A finding whose places are not yet counted in lines and columns.
    private struct Draft {
        let issue: PolicyIssue
        let type: PolicyFindingType
        let details: String
        let sites: [PolicySite]
    }

    init(_ text: String, _ type: ValidatedPolicyType, _ reference: ServiceReference) {
        self.text = text
        self.type = type
        self.reference = reference
        bytes = Array(text.utf8)
    }

    func inspect() {
        inspectText()
        inspectRefusal()
    }

    /// What was found, in the order of the text.
    func findings() -> [PolicyFinding] {
        let ordered = drafts.enumerated().sorted { left, right in
            let (a, b) = (left.element.sites[0].range, right.element.sites[0].range)
            return (a.lowerBound, b.upperBound, left.offset)
                < (b.lowerBound, a.upperBound, right.offset)
        }.prefix(PolicyValidator.maximumFindings).map(\.element)
        let places = TextSpan.places(
            of: ordered.flatMap { draft in
                draft.sites.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
            }, in: bytes)
        return ordered.map { draft in
            PolicyFinding(
                issue: draft.issue, type: draft.type, details: draft.details,
                locations: draft.sites.map { site in
                    let (start, end) = (site.range.lowerBound, site.range.upperBound)
                    return PolicyLocation(
                        path: site.path, span: TextSpan(start: places[start]!, end: places[end]!))
                })
        }
    }

    /// What someone may have meant to write.
    func nearest(to text: String, among names: [String]) -> Likeness.Name? {
        Likeness.nearest(to: text, among: names, &effort)
    }
}

// Adding findings.
extension PolicyInspection {
    /// Whether more was found than is reported, so that the search can stop.
    private var isFull: Bool { drafts.count >= 2 * PolicyValidator.maximumFindings }

    /// - Parameter type: the finding's type; by default the issue's.
    func add(
        _ issue: PolicyIssue, as type: PolicyFindingType? = nil, _ details: String,
        at sites: [PolicySite]
    ) {
        guard !effort.isSpent else { return }
        append(issue, as: type, details, at: sites)
    }

    private func append(
        _ issue: PolicyIssue, as type: PolicyFindingType? = nil, _ details: String,
        at sites: [PolicySite]
    ) {
        guard !sites.isEmpty, !isFull else { return }
        pathBytes += details.utf8.count + sites.reduce(0) { $0 + $1.pathBytes }
        guard pathBytes <= PolicyValidator.maximumPathBytes || drafts.isEmpty else { return }
        drafts.append(
            Draft(issue: issue, type: type ?? issue.type, details: details, sites: sites))
    }

    func add(_ issue: PolicyIssue, _ details: String, at node: PolicyNode) {
        add(issue, details, at: [node.site])
    }

    func add(_ issue: PolicyIssue, _ details: String, atKeyOf member: PolicyNode.Member) {
        add(issue, details, at: [keySite(of: member)])
    }

    /// The place of a member's name, quotation marks included.
    func keySite(of member: PolicyNode.Member) -> PolicySite {
        var end = member.offset + 1
        while bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
        return PolicySite(path: member.keyPath, range: member.offset..<end + 1)
    }

    /// The place of some bytes of a string, or of the string if escapes keep them from being found.
    func site(of range: Range<Int>, in node: PolicyNode) -> PolicySite {
        guard !isFull, let text = node.text, node.json.range.count == text.utf8.count + 2 else {
            return node.site
        }
        let begin = node.json.range.lowerBound + 1
        let utf8 = Array(text.utf8)
        let characters = { (part: ArraySlice<UInt8>) in
            part.count { !UTF8.isContinuation($0) }
        }
        return PolicySite(
            path: node.path + [
                .substring(
                    start: characters(utf8[..<range.lowerBound]), length: characters(utf8[range]))
            ], range: begin + range.lowerBound..<begin + range.upperBound)
    }

    /// The text of a value that has to be a string; what is none is reported.
    func string(_ node: PolicyNode) -> String? {
        if let text = node.text { return text }
        add(
            .dataTypeMismatch, "a string is expected here; write it between quotation marks",
            at: node)
        return nil
    }
}

// What nothing above has said.
extension PolicyInspection {
    /// Reports what the parser refuses, unless an error was reported already, which is then a
    /// reason for the refusal.
    private func inspectRefusal() {
        guard !drafts.contains(where: { $0.type == .error }) else { return }
        do {
            _ = try PolicyDocument(parsing: text, as: isTrust ? .trust : type.kind)
        } catch {
            let offset = offset(of: error.position)
            append(
                .invalidPolicyElement, "this policy is refused here: \(error.explanation)",
                at: [PolicySite(path: [], range: offset..<min(offset + 1, bytes.count))])
        }
    }

    /// The byte at a line and column.
    private func offset(of position: TextPosition) -> Int {
        var (line, column) = (1, 1)
        for (index, byte) in bytes.enumerated() where !UTF8.isContinuation(byte) {
            if line == position.line, column == position.column { return index }
            column += 1
            if byte == 0x0A { (line, column) = (line + 1, 1) }
        }
        return bytes.count
    }
}
