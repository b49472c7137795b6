import IAMIdentifiers

/// A credential as a request names it, `AKIA…/20261122/us-east-1/iam/aws4_request`.
struct SigV4Credential {
    /// The longest credential, in bytes: more than the longest access key ID and names together.
    static let limit = 512

    let accessKeyID: String
    let scope: CredentialScope
    private let terminator: String

    init(_ text: ArraySlice<UInt8>) throws(SignatureError) {
        guard text.count <= Self.limit else { throw .tooLarge("Credential") }
        var pieces = text.pieces(between: "/")
        func next() -> String? { pieces.next().map { String(decoding: $0, as: UTF8.self) } }
        guard let id = next(), let date = next(), let region = next(), let service = next(),
            let terminator = next(), next() == nil, !id.isEmpty
        else { throw .malformedCredential }
        accessKeyID = id
        scope = CredentialScope(date: date, region: region, service: service)
        self.terminator = terminator
    }

    /// Refuses a scope that is not of one of `services` and of the day of `date`.
    /// - Parameters:
    ///   - isServed: whether its service is one of them.
    ///   - date: the request's moment as signatures write it.
    func check(
        isServed: Bool, services: some Collection<ExactText>, date: String
    ) throws(SignatureError) {
        var faults: [SignatureError.ScopeFault] = []
        if !isRegion(scope.region) { faults.append(.region(scope.region)) }
        if !isServed { faults.append(.service(expected: services.sorted().map(\.text))) }
        if !terminator.isExactly("aws4_request") { faults.append(.terminator(terminator)) }
        if scope.date.utf8.count != 8 || !date.begins(with: scope.date) {
            faults.append(.date(scope: scope.date, request: date))
        }
        guard faults.isEmpty else { throw .wrongScope(faults) }
    }

    /// A piece of an Authorization header as an error may show it, with `***` for what may be a
    /// secret. People often put a secret in the place of the key ID. So the first element is shown
    /// only if it is a piece of a key ID, at most 20 capitals and digits, or a short word in
    /// lowercase, and the others only if they are the rest of a scope.
    /// <https://github.com/prometheus-community/yet-another-cloudwatch-exporter/issues/169>
    static func withoutSecret(_ piece: String) -> String {
        let elements = piece.parts(at: "/")
        let isScope =
            elements.count <= 5 && elements.last?.isExactly("aws4_request") == true
            && elements.dropFirst().dropLast().allSatisfy {
                $0.utf8.count <= 32
                    && $0.utf8.allSatisfy { isLowercaseOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
        guard isScope || elements.count == 1 else { return "***" }
        let first = elements[0].utf8
        let isKeyID = first.count <= 20 && first.allSatisfy { isCapitalOrDigit($0) }
        let isWord = first.count <= 16 && first.allSatisfy { isLowercaseOrDigit($0) }
        return ([isKeyID || isWord ? elements[0] : "***"] + elements.dropFirst())
            .joined(separator: "/")
    }

    private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func isCapitalOrDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private func isRegion(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                Self.isLowercaseOrDigit($0) || $0 == UInt8(ascii: "-")
            }
    }
}
