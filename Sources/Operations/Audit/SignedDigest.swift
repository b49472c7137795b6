import AWSWire
import Credentials
package import IAMIdentifiers
import Store
import StrictJSON

/// A digest and its signature, as one line of JSON: what an operator keeps elsewhere.
package struct SignedDigest: Sendable, Equatable {
    package let account: AccountID
    package let number: Int
    /// The place of the last record that it is of, and that record's seal.
    let lastRecord: Int
    let seal: [UInt8]
    /// The hash of the digest before it; nil for the first.
    let previous: String?
    let digest: String
    let publicKey: [UInt8]
    let signature: [UInt8]

    /// What a digest says is read from its text, which is what was signed. One that says nothing
    /// readable was not signed by any server.
    private init?(_ digest: String, publicKey: [UInt8], signature: [UInt8]) {
        guard let values = try? JSONReader.read(Array(digest.utf8)).members,
            let account = values["awsAccountId"]?.text.flatMap({ AccountID($0) }),
            let number = values["digestNumber"]?.integer,
            let last = values["lastRecord"]?.integer,
            let seal = values["lastRecordSeal"]?.text.flatMap({ Hexadecimal.bytes(of: $0) })
        else { return nil }
        self.account = account
        self.number = number
        lastRecord = last
        self.seal = seal
        previous = values["previousDigestHashValue"]?.text
        self.digest = digest
        self.publicKey = publicKey
        self.signature = signature
    }

    /// Reads a line of JSON; nil for what is none of this form.
    package init?(line: String) {
        guard let values = try? JSONReader.read(Array(line.utf8)).members,
            let digest = values["digest"]?.text,
            let key = values["publicKey"]?.text.flatMap({ Hexadecimal.bytes(of: $0) }),
            let signature = values["signature"]?.text.flatMap({ Hexadecimal.bytes(of: $0) })
        else { return nil }
        self.init(digest, publicKey: key, signature: signature)
    }

    /// A digest of the store. One whose text cannot be read is the account's, and of no record.
    init(_ entry: AuditDigestTable.Entry) {
        let read = SignedDigest(
            entry.digest, publicKey: entry.publicKey, signature: entry.signature)
        // Of another account or number than its row says it is somebody's who moved it.
        if let read, read.account == entry.account, read.number == entry.number {
            self = read
            return
        }
        account = entry.account
        number = entry.number
        lastRecord = 0
        seal = []
        previous = nil
        digest = entry.digest
        publicKey = []
        signature = []
    }

    /// The line of JSON.
    package var line: String {
        var object = JSONObject()
        object.string("digest", digest)
        object.string("publicKey", Hexadecimal.text(of: publicKey))
        object.string("signature", Hexadecimal.text(of: signature))
        return object.text
    }
}

extension AuditLog {
    /// Which digests this server signed, and what is wrong with those of the store.
    /// - Parameters:
    ///   - stored: in their order.
    ///   - kept: those that were kept elsewhere.
    func check(
        _ stored: [SignedDigest], _ kept: [SignedDigest]
    ) -> (signed: [SignedDigest], faults: [AuditFault]) {
        var signed: [SignedDigest] = []
        var faults: [AuditFault] = []
        var last: SignedDigest?
        for digest in stored {
            if !isSigned(digest) {
                faults.append(.digest(number: digest.number))
            } else {
                signed.append(digest)
                let isNext = digest.number == (last?.number ?? 0) + 1
                let hash = last.map { Self.hash(of: $0.digest) }
                if !isNext || digest.previous != hash {
                    faults.append(.missingDigest(before: digest.number))
                }
            }
            last = digest
        }
        for digest in kept where !signed.contains(digest) {
            if isSigned(digest) {
                signed.append(digest)
            } else {
                faults.append(.digest(number: digest.number))
            }
        }
        return (signed, faults)
    }

    private func isSigned(_ digest: SignedDigest) -> Bool {
        seals.hasSigned(
            Array(digest.digest.utf8), digest.signature, publicKey: digest.publicKey)
    }
}
