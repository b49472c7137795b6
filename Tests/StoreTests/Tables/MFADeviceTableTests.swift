import IAMIdentifiers
import Store
import TestSupport
import Testing

@Suite struct MFADeviceTableTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)
    private static let (alice, bob) = (TableFixture.id(.user, 1), TableFixture.id(.user, 2))
    private static let start = TableFixture.start

    private static func app(_ number: Int, _ name: String) -> MFADevice {
        MFADevice(
            account: ours, id: TableFixture.id(.mfaDevice, number), kind: .virtual,
            serialNumber: "arn:aws:iam::\(ours):mfa/\(name)", createdAt: start,
            proof: .codes(.init(sealedSeed: [1, 2, 3])))
    }

    private static func key(_ number: Int, credential: [UInt8]) -> MFADevice {
        MFADevice(
            account: ours, id: TableFixture.id(.mfaDevice, number), kind: .fido,
            serialNumber: "arn:aws:iam::\(ours):u2f/user/alice/key-\(number)", createdAt: start,
            assignment: .init(owner: alice, enabledAt: start),
            proof: .key(
                .init(
                    credentialID: credential, publicKey: [7], signCount: 0,
                    transports: ["usb", "nfc"],
                    isBackupEligible: true)))
    }

    @Test("a device is read back as it was written, by its serial number in any case")
    func roundTrip() async throws {
        try await TableFixture().write { transaction in
            let table = MFADeviceTable(transaction, of: Self.ours)
            var app = Self.app(1, "Phone")
            let key = Self.key(2, credential: [9, 9])
            #expect(try table.insert(app))
            #expect(try table.insert(key))
            #expect(try table.find(serialNumber: "ARN:aws:iam::\(Self.ours):mfa/phone") == app)
            #expect(try table.find(key.id) == key)
            app.assignment = .init(owner: Self.bob, enabledAt: Self.start + .seconds(1))
            app.lastUsedAt = Self.start + .seconds(2)
            app.proof = .codes(.init(sealedSeed: [1, 2, 3], drift: -4, lastStep: 55))
            try table.update(app)
            #expect(try table.find(app.id) == app)
            let others = MFADeviceTable(transaction, of: Self.theirs)
            #expect(try others.find(app.id) == nil)
            #expect(try others.find(serialNumber: app.serialNumber) == nil)
            try table.delete(app.id)
            #expect(try table.find(app.id) == nil)
        }
    }

    @Test("neither a serial number nor a credential is there twice in an account")
    func uniqueness() async throws {
        try await TableFixture().write { transaction in
            let table = MFADeviceTable(transaction, of: Self.ours)
            let devices = [
                Self.app(1, "Phone"), Self.app(2, "PHONE"), Self.key(3, credential: [9]),
                Self.key(4, credential: [9]),
            ]
            let areNew = try devices.map { try table.insert($0) }
            #expect(areNew == [true, false, true, false])
        }
    }

    @Test("lists and counts tell whose devices are whose, and which are nobody's")
    func lists() async throws {
        try await TableFixture().write { transaction in
            let table = MFADeviceTable(transaction, of: Self.ours)
            var phone = Self.app(1, "phone")
            phone.assignment = .init(owner: Self.alice, enabledAt: Self.start)
            let (spare, key) = (Self.app(2, "a-spare"), Self.key(3, credential: [9]))
            for device in [phone, spare, key] { _ = try table.insert(device) }
            #expect(try table.list(ownedBy: Self.alice) == [phone, key])
            #expect(
                try table.list(ownedBy: Self.alice, after: phone.serialNumber, limit: 1) == [key])
            #expect(try table.list(ownedBy: Self.bob).isEmpty)
            let virtual = try [nil, true, false].map {
                try table.listVirtual(isAssigned: $0, after: "", limit: 9)
            }
            #expect(virtual == [[spare, phone], [phone], [spare]])
            #expect(try table.count(ownedBy: Self.alice) == 2)
            #expect(try table.counts() == (virtual: 2, all: 3, assigned: 2))
            let others = MFADeviceTable(transaction, of: Self.theirs)
            #expect(try others.list(ownedBy: Self.alice).isEmpty)
            #expect(try others.counts() == (virtual: 0, all: 0, assigned: 0))
        }
    }

    @Test("a challenge is taken once, and forgotten when it has ended")
    func challenges() async throws {
        try await TableFixture().write { transaction in
            let table = UsedChallengeTable(transaction, of: Self.ours)
            let end = Self.start + .seconds(300)
            let taken = try [("a", Self.start), ("a", Self.start + .seconds(299)), ("b", end)].map {
                try table.take($0.0, until: end + .seconds($0.0 == "a" ? 0 : 9), at: $0.1)
            }
            #expect(taken == [true, false, true])
            let rows = try transaction.rows("SELECT challenge FROM used_challenge")
            #expect(try rows.map { try $0.text("challenge") } == ["b"])
        }
    }
}
