import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// The audit record of every operation, and what neither it nor a log may hold.
@Suite struct CatalogAuditTests {
    /// The records of one operation that are committed now.
    private func records(
        of operation: String, _ service: TestService
    ) async throws -> [String] {
        try await service.services.database.read { transaction in
            try AuditEventTable(transaction).latest(of: TestService.accountID, limit: 1_000)
                .filter { $0.name == operation }.map(\.record)
        }
    }

    /// Parameters whose values no record may hold.
    private static let sensitive = secret.union(Scenario.contact.keys).union([
        "AccountName", "Name", "Title", "EmailAddress", "PhoneNumber", "PrimaryEmail",
    ])

    /// Those that are kept nowhere, or sealed.
    private static let secret: Set = [
        "Password", "OldPassword", "NewPassword", "AuthenticationCode1", "AuthenticationCode2",
        "Otp", "AddPrivateKey", "PrivateKey", "TradeInToken",
    ]

    /// A prepared account and its administrator.
    private struct Stage {
        let service: TestService
        let prepared: PreparedAccount
        let carol: Caller

        init(_ log: LogRecorder = LogRecorder()) async throws {
            service = try await TestService(logger: log.logger)
            prepared = try await PreparedAccount(service)
            try await service.permit(Scenario.caller, Policies.allow("*"))
            carol = try await service.caller(Scenario.caller)
        }
    }

    /// One for all reads, which are looked at one after the other.
    private static let unchanged = Task { try await Stage() }

    @Test(
        "a change has its record at once, a read soon after, with who, what and the parameters",
        .serialized, arguments: Scenario.all)
    func success(_ scenario: Scenario) async throws {
        let stage = try await scenario.changes ? Stage() : Self.unchanged.value
        let (service, prepared, carol) = (stage.service, stage.prepared, stage.carol)
        await service.services.afterwards.flush()
        let before = try await records(of: scenario.operation, service)
        let parameters = prepared.filled(scenario.parameters)
        let answer = try await service.call(scenario.operation, parameters, as: carol)
        #expect(answer.error?.code == scenario.error)
        let atOnce = try await records(of: scenario.operation, service)
        #expect(atOnce.count == before.count + (scenario.changes ? 1 : 0))
        await service.services.afterwards.flush()
        let after = try await records(of: scenario.operation, service)
        #expect(after.count == before.count + 1)
        let record = try #require(after.first { !before.contains($0) })
        #expect(record.contains(#""eventName":"\#(scenario.operation)""#))
        #expect(record.contains(#""principalId":"\#(carol.principalID)""#))
        // AWS calls the first no write, though they store what is reported, and the others a
        // write, though they store nothing.
        let isWrite =
            scenario.changes
            && !["GenerateCredentialReport", "GenerateServiceLastAccessedDetails"]
                .contains(scenario.operation)
            || [
                "DecodeAuthorizationMessage", "SendPhoneNumberVerification", "VerifyPhoneNumber",
                "StartPrimaryEmailUpdate", "AcceptPrimaryEmailUpdate", "CreateDelegationRequest",
                "AssociateDelegationRequest", "UpdateDelegationRequest",
                "AcceptDelegationRequest", "RejectDelegationRequest", "SendDelegationToken",
                "GetDelegatedAccessToken", "DisableOutboundWebIdentityFederation",
                "GetWebIdentityToken", "AssumeRoot", "AcquireRole",
                "EnableOrganizationsRootCredentialsManagement",
                "DisableOrganizationsRootCredentialsManagement",
                "EnableOrganizationsRootSessions", "DisableOrganizationsRootSessions",
            ].contains(scenario.operation)
        #expect(record.contains(#""readOnly":\#(!isWrite)"#))
        #expect(record.contains("errorCode") == (scenario.error != nil))
        for (name, value) in parameters {
            let isTold = record.contains(JSONText.quoted(value))
            // The name of a provider is none of a person's.
            let isPublic = name == "Name" && scenario.operation == "CreateSAMLProvider"
            if Self.sensitive.contains(name), !isPublic {
                #expect(!isTold, "\(name)")
            } else {
                #expect(isTold || Int(value) != nil, "\(name)")
            }
        }
    }

    @Test("each refusal has its record soon after, with its code")
    func refusals() async throws {
        let service = try await TestService()
        let prepared = try await PreparedAccount(service)
        let carol = try await service.caller(Scenario.caller)
        // GetCallerIdentity is refused to nobody who is somebody.
        for scenario in Scenario.all where scenario.operation != "GetCallerIdentity" {
            let operation = scenario.operation
            let before = try await records(of: operation, service)
            _ = try await service.call(operation, prepared.filled(scenario.parameters), as: carol)
            #expect(try await records(of: operation, service) == before, "\(operation)")
            await service.services.afterwards.flush()
            let after = try await records(of: operation, service)
            #expect(after.count == before.count + 1, "\(operation)")
            let record = try #require(after.first { !before.contains($0) })
            #expect(record.contains(#""errorCode":"AccessDenied""#), "\(operation)")
            #expect(record.contains(#""principalId":"\#(carol.principalID)""#), "\(operation)")
        }
    }

    @Test("what is over 100 KB is left out of a record, and of a refusal what is over 2 KB")
    func longParameters() async throws {
        let service = try await TestService(users: ["bob"])
        for (caller, longest) in [
            (try await service.caller("bob"), AuditEvent.longestRefused),
            (try await service.caller(), AuditEvent.longestValue),
        ] {
            let before = try await records(of: "GetContextKeysForCustomPolicy", service).count
            let policy = Policies.allow("s3:*")
            // The name of the parameter and quotation marks take some bytes, too.
            for length in [longest - 200, longest] {
                _ = try await service.call(
                    "GetContextKeysForCustomPolicy",
                    ["PolicyInputList.member.1": policy + String(repeating: " ", count: length)],
                    as: caller)
            }
            await service.services.afterwards.flush()
            let records = try await records(of: "GetContextKeysForCustomPolicy", service)
            #expect(records.count == before + 2)
            #expect(records.count { $0.contains(#""omitted":true"#) } == 1 + before / 2)
            #expect(records.allSatisfy { $0.utf8.count < longest + 2_000 })
        }
    }

    @Test("no password and no secret access key is in a record, a log line or the open store")
    func secrets() async throws {
        let log = LogRecorder()
        let stage = try await Stage(log)
        let (service, prepared, carol) = (stage.service, stage.prepared, stage.carol)
        var secrets = [PreparedAccount.password, prepared.secret.reveal()]
        let isDeletion = { (scenario: Scenario) in scenario.operation.hasPrefix("Delete") }
        for scenario in Scenario.all.filter({ !isDeletion($0) }) + Scenario.all.filter(isDeletion) {
            let parameters = prepared.filled(scenario.parameters)
            secrets += parameters.filter { Self.secret.contains($0.key) }.values
            let answer = try await service.call(scenario.operation, parameters, as: carol)
            secrets += answer.document.matches(
                of:
                    #/
                    <(?:SecretAccessKey|Base32StringSeed|QRCodePNG|ServicePassword
                    |ServiceCredentialSecret)>(.+?)<
                    /#
            ).map { String($0.1) }
        }
        await service.services.afterwards.flush()
        secrets += [prepared.phone, prepared.spare].map(\.seed)
        #expect(
            Set(secrets).count == 17,
            """
            two passwords, two secret keys, three seeds, a picture, four codes, a passcode, two \
            private keys, a key of a service and a trade-in token
            """)
        let store = "\(try await StoreContents(of: service.services.database))"
        #expect(store.contains("CreateAccessKey"))
        for secret in secrets {
            #expect(!store.contains(secret))
            #expect(!log.lines.contains { $0.contains(secret) })
        }
    }
}
