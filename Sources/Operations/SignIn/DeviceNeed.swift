package import IAMIdentifiers
import IAMPolicy
package import Store

/// Whether somebody who is signed in has to have an MFA device.
package enum DeviceNeed: Sendable, Equatable {
    /// There is one.
    case none
    /// An IAM user has none, and should have one.
    case advised
    /// A root user has none, and needs one from this moment on.
    case from(Timestamp)
    /// A root user has none: nothing else is done before there is one.
    case now
}

extension DeviceNeed {
    /// What a principal needs.
    init(
        of principal: any Principal, _ settings: SignInSettings, at now: Timestamp,
        in transaction: any Transaction
    ) throws {
        let devices = MFADeviceTable(transaction, of: principal.account)
        guard try devices.count(ownedBy: principal.id) == 0 else {
            self = .none
            return
        }
        guard let account = principal.rootAccount else {
            self = .advised
            return
        }
        // Whoever takes an account over begins with a device.
        guard account.transferredAt == nil else {
            self = .now
            return
        }
        let end = account.createdAt + .seconds(settings.rootMFAGraceDays * 86_400)
        self = now < end ? .from(end) : .now
    }
}

extension SignIn {
    private static let factorKeys: [ExactText] = [
        "aws:multifactorauthpresent", "aws:multifactorauthage",
    ]

    /// Whether a session begins with assigning a device: it is an IAM user's who has none, and
    /// whose policies ask whether there was one. What it may do until then the policies say.
    package func expectsDevice(_ session: WebSession) async throws -> Bool {
        let services = services
        return try await services.database.read { transaction in
            let tables = AccountTables(transaction, of: session.account)
            guard let user = try tables.users.find(session.principal),
                try tables.mfaDevices.count(ownedBy: user.id) == 0
            else { return false }
            let policies = try PrincipalPolicies(of: IAMIdentity(user), in: tables).all
            return policies.contains { policy in
                guard case .document(let document) = policy.attached().content else { return false }
                return document.contextKeys.contains {
                    Self.factorKeys.contains(ExactText($0.text.asciiLowercased))
                }
            }
        }
    }
}
