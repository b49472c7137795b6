import IAMIdentifiers
import Operations

/// What holds of any bytes that come out of a session token once its seal was opened.
package enum GrantProperties {
    private static let id = AccessKeyID("ASIARZPUZDIKAEXAMPLE")!  // an ID as it is written

    /// The property that the bytes break, or nil. They are read as what a token holds, and as what
    /// that holds.
    package static func broken(by bytes: [UInt8]) -> String? {
        if let broken = brokenByGrant(bytes) { return broken }
        guard let unpacked = GrantPacking.unpacked(bytes) else { return nil }
        guard unpacked.count <= SessionGrant.longest else { return "a grant is not too long" }
        guard GrantPacking.unpacked(GrantPacking.packed(unpacked)) == unpacked else {
            return "what is packed is unpacked"
        }
        return brokenByGrant(unpacked)
    }

    private static func brokenByGrant(_ bytes: [UInt8]) -> String? {
        guard let grant = SessionGrant(bytes, id: id) else { return nil }
        guard grant.bytes == bytes else { return "there is one way to write a grant" }
        guard grant.scopedPolicies <= grant.policies.count else {
            return "the policies that narrow a session are among its policies"
        }
        return nil
    }
}
