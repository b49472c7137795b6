import Credentials
package import IAMIdentifiers
package import Store

// MFA devices of root users, and the tokens that come from outside.
extension OperatorTools {
    /// Which of a root user's devices are to be removed.
    package enum RootDevices: Sendable, Equatable {
        case all
        case one(serialNumber: String)
        /// The one that there is.
        case only
    }

    /// What tokens were imported.
    package struct Imported: Sendable, Equatable {
        package let added: Int
        package let replaced: Int
    }

    /// The devices of an account's root user.
    package func rootMFADevices(of id: AccountID) async throws -> [MFADevice] {
        try await services.database.read {
            try MFADeviceTable($0, of: id).list(ownedBy: UniqueID(rootOf: id))
        }
    }

    /// Removes devices of an account's root user, and ends the root user's sessions.
    /// - Returns: the serial numbers of those that were removed.
    /// - Throws: ``AccountRefusal/noSuchAccount``, ``MFARefusal``.
    package func removeRootMFADevices(
        of id: AccountID, _ which: RootDevices
    ) async throws -> [String] {
        let (services, facts) = (services, facts())
        return try await services.change(in: id) { transaction in
            guard let account = try AccountTable(transaction).find(id) else {
                throw AccountRefusal.noSuchAccount
            }
            let root = UniqueID(rootOf: id)
            let tables = AccountTables(transaction, of: id)
            let lost = try Self.choose(which, from: tables.mfaDevices.list(ownedBy: root))
            try tables.releaseLostDevices(of: root) { device in lost.contains { $0.id == device.id }
            }
            if try tables.mfaDevices.count(ownedBy: root) == 0 {
                try MFARecoveryTable(transaction).delete(id)
            }
            try tables.webSessions.deleteAll(of: root, in: id)
            try Mail(services).send(
                .mfaDevicesRemoved(of: id, at: facts.now, from: nil, .english), to: account,
                at: facts.now, in: transaction)
            let serialNumbers = lost.map(\.serialNumber)
            let quoted = serialNumbers.map { JSONText.quoted($0) }
            var request = JSONObject()
            request.json("serialNumbers", "[\(quoted.joined(separator: ","))]")
            return Change(
                serialNumbers,
                AuditEvent(
                    accountEvent: "RootMFADevicesRemoved", of: id, by: .operator, facts,
                    request: request.text
                ).row)
        }
    }

    private static func choose(
        _ which: RootDevices, from devices: [MFADevice]
    ) throws(MFARefusal) -> [MFADevice] {
        guard !devices.isEmpty else { throw .noDevices }
        switch which {
        case .all: return devices
        case .only:
            guard devices.count == 1 else { throw .severalDevices }
            return devices
        case .one(let serialNumber):
            let key = serialNumber.asciiLowercased
            guard
                let device = devices.first(where: { $0.serialNumber.asciiLowercased.isExactly(key) }
                )
            else { throw .noSuchDevice(serialNumber) }
            return [device]
        }
    }

    /// Gives an account hardware tokens, which are assigned to nobody yet: all of them, or none.
    /// - Parameter replaces: whether a token that the account has, and that is assigned to nobody,
    ///   gets the seed of the file.
    /// - Throws: ``AccountRefusal/noSuchAccount``, ``TokenRefusal``.
    package func importTokens(
        _ tokens: [TokenFile.Token], into id: AccountID, replacing replaces: Bool
    ) async throws -> Imported {
        let (services, facts) = (services, facts())
        return try await services.change(in: id) { transaction in
            guard try AccountTable(transaction).find(id) != nil else {
                throw AccountRefusal.noSuchAccount
            }
            let devices = MFADeviceTable(transaction, of: id)
            var random = services.random()
            var replaced = 0
            for token in tokens {
                if let present = try devices.find(serialNumber: token.serialNumber) {
                    guard replaces, present.kind == .hardware else {
                        throw TokenRefusal(line: token.line, .exists(token.serialNumber))
                    }
                    guard present.assignment == nil else {
                        throw TokenRefusal(line: token.line, .assigned(token.serialNumber))
                    }
                    try devices.delete(present.id)
                    replaced += 1
                }
                let device = try token.device(
                    of: id, UniqueID(.mfaDevice, using: &random), at: facts.now, services.sealer)
                guard try devices.insert(device) else {
                    throw TokenRefusal(line: token.line, .exists(token.serialNumber))
                }
            }
            let imported = Imported(added: tokens.count - replaced, replaced: replaced)
            var request = JSONObject()
            request.json("added", "\(imported.added)")
            request.json("replaced", "\(imported.replaced)")
            return Change(
                imported,
                AuditEvent(
                    accountEvent: "HardwareMFADevicesImported", of: id, by: .operator, facts,
                    request: request.text
                ).row)
        }
    }
}

extension TokenFile.Token {
    fileprivate func device(
        of account: AccountID, _ id: UniqueID, at now: Timestamp, _ sealer: Sealer
    ) throws -> MFADevice {
        let sealed = try sealer.seal(seed.base32, for: MFADevice.sealingContext(id, in: account))
        return MFADevice(
            account: account, id: id, kind: .hardware, serialNumber: serialNumber, createdAt: now,
            proof: .codes(.init(sealedSeed: sealed)))
    }
}

/// Why no MFA device of a root user was removed.
package enum MFARefusal: Error, Equatable, CustomStringConvertible {
    case noDevices
    case severalDevices
    case noSuchDevice(String)

    /// One line for the operator.
    package var description: String {
        switch self {
        case .noDevices: "the root user has no MFA device"
        case .severalDevices:
            "the root user has several MFA devices; name one with --serial-number, or all with "
                + "--all; see `gatehouse root list-mfa`"
        case .noSuchDevice(let serialNumber):
            "the root user has no MFA device `\(serialNumber)`; see `gatehouse root list-mfa`"
        }
    }
}
