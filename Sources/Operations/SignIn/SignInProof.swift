import IAMIdentifiers

/// One thing that somebody who signs in has proved.
///
/// A further kind of proof is a case of this type, and not an outcome of ``SignIn``. Each is four
/// small changes:
///
/// 1. a case here, with what it holds for, and its line in a ticket (``line``, ``init(line:)``);
/// 2. a case of ``SignInQuestion``, which the console answers with a page;
/// 3. in ``SignInStep/init(after:for:)``, the line that asks for it when it is missing;
/// 4. a method of ``SignIn`` that opens the ticket, verifies what was given as one attempt
///    (``Services/attempt(_:failure:verify:)``) and goes on with one proof more.
enum SignInProof: Sendable, Equatable {
    /// The principal's password. It holds as long as the store keeps this hash.
    case password(hash: String)
    /// One of the principal's MFA devices. It holds as long as the device is the principal's.
    case device(UniqueID, at: Timestamp)

    /// The hash of the password that was given; nil for other proofs.
    var passwordHash: String? {
        if case .password(let hash) = self { hash } else { nil }
    }

    /// The proof as a line of a ticket.
    var line: String {
        switch self {
        case .password(let hash): "password \(hash)"
        case .device(let id, let moment): "device \(id) \(moment.microseconds)"
        }
    }

    /// The proof of a ticket's line; nil when there is none of this name.
    init?(line: String) {
        let parts = line.parts(at: " ")
        if parts.count == 2, parts[0].isExactly("password") {
            self = .password(hash: parts[1])
        } else if parts.count == 3, parts[0].isExactly("device"),
            let microseconds = Int64(parts[2])
        {
            self = .device(
                UniqueID(stored: parts[1]), at: Timestamp(microseconds: microseconds))
        } else {
            return nil
        }
    }
}

/// What has been proved so far in one sign-in.
struct SignInProofs: Sendable, Equatable {
    let account: AccountID
    /// Whom the proofs are of.
    let principal: UniqueID
    let proofs: [SignInProof]
    /// Whether they are given in order to reopen a closed account. Nobody signs in to one with
    /// them, and nobody else does.
    var areForReopening = false

    /// The same, once the account is open.
    var afterReopening: SignInProofs {
        SignInProofs(account: account, principal: principal, proofs: proofs)
    }

    /// The hash of the password that was given; nil when none was.
    var passwordHash: String? {
        proofs.lazy.compactMap(\.passwordHash).first
    }

    /// The MFA device that was proved, and when; nil when none was.
    var device: (id: UniqueID, at: Timestamp)? {
        for case .device(let id, let moment) in proofs { return (id, moment) }
        return nil
    }

    /// The proofs with one more.
    func adding(_ proof: SignInProof) -> SignInProofs {
        SignInProofs(
            account: account, principal: principal, proofs: proofs + [proof],
            areForReopening: areForReopening)
    }

    /// The proofs with another password in the place of the one there was.
    func replacingPassword(hash: String) -> SignInProofs {
        let others = proofs.filter { $0.passwordHash == nil }
        return SignInProofs(
            account: account, principal: principal, proofs: others + [.password(hash: hash)])
    }
}
