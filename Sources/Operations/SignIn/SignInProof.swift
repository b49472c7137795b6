import IAMIdentifiers

/// One thing that somebody who signs in has proved.
///
/// A second factor and a code sent by mail come as cases of this type, and not as outcomes of
/// ``SignIn``. Each is four small changes:
///
/// 1. a case here, with what it holds for, and its line in a ticket (``line``, ``init(line:)``);
/// 2. a case of ``SignInQuestion``, which the console answers with a page;
/// 3. in ``SignInStep/init(after:for:)``, the line that asks for it when it is missing;
/// 4. a method of ``SignIn`` that opens the ticket, verifies what was given as one attempt
///    (``Services/attempt(_:failure:verify:)``) and goes on with one proof more.
enum SignInProof: Sendable, Equatable {
    /// The principal's password. It holds as long as the store keeps this hash.
    case password(hash: String)

    /// The hash of the password that was given; nil for other proofs.
    var passwordHash: String? {
        switch self {
        case .password(let hash): hash
        }
    }

    /// The proof as a line of a ticket.
    var line: String {
        switch self {
        case .password(let hash): "password \(hash)"
        }
    }

    /// The proof of a ticket's line; nil when there is none of this name.
    init?(line: String) {
        let parts = line.parts(at: " ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        guard parts[0].isExactly("password") else { return nil }
        self = .password(hash: parts[1])
    }
}

/// What has been proved so far in one sign-in.
struct SignInProofs: Sendable, Equatable {
    let account: AccountID
    /// Whom the proofs are of.
    let principal: UniqueID
    let proofs: [SignInProof]

    /// The hash of the password that was given; nil when none was.
    var passwordHash: String? {
        proofs.lazy.compactMap(\.passwordHash).first
    }

    /// The proofs with another password in the place of the one there was.
    func replacingPassword(hash: String) -> SignInProofs {
        let others = proofs.filter { $0.passwordHash == nil }
        return SignInProofs(
            account: account, principal: principal, proofs: others + [.password(hash: hash)])
    }
}
