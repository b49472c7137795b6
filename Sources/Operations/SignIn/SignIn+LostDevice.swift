package import IAMIdentifiers
import Store

extension SignIn {
    /// Removes the root user's MFA devices after the waiting period, and goes on with the sign-in.
    /// The root user's sessions end.
    /// - Returns: ``Outcome/ticketNotValid`` also when the waiting period is not over, or too long
    ///   ago, or was cancelled.
    package func removeLostDevices(
        _ ticket: Secret, _ language: Language, _ facts: RequestFacts
    ) async throws -> Outcome {
        guard let proofs = try await secondFactorQuestion(ticket, facts)?.proofs,
            proofs.principal == UniqueID(rootOf: proofs.account)
        else { return .ticketNotValid }
        let services = services
        let areRemoved = try await services.change(in: proofs.account) { transaction in
            let candidate = try SignInCandidate(proofs, in: transaction)
            // Whatever was proved and has ended since it was looked at is looked at again.
            let step = SignInStep(after: proofs.proofs, for: candidate.requirements(at: facts.now))
            guard step == .ask(.secondFactor), !proofs.areForReopening,
                let account = candidate.account, !account.passwordCameByMail,
                let recovery = try LostDevice.recovery(
                    of: account.id, at: facts.now, in: transaction),
                facts.now >= recovery.endsAt
            else { return Change.none(false) }
            try AccountTables(transaction, of: account.id).releaseLostDevices(of: proofs.principal)
            try MFARecoveryTable(transaction).delete(account.id)
            try WebSessionTable(transaction).deleteAll(of: proofs.principal, in: account.id)
            try Mail(services).send(
                .mfaDevicesRemoved(
                    of: account.id, at: facts.now, from: facts.sourceAddress, language),
                to: account, at: facts.now, in: transaction)
            return Change(
                true, AuditEvent("MFARecoveryCompleted", byRootOf: account.id, facts).row)
        }
        guard areRemoved else { return .ticketNotValid }
        return try await proceed(proofs, counted: [], facts) ?? .ticketNotValid
    }
}
