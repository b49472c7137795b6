package import AWSWire
import Credentials
package import IAMIdentifiers
import IAMModel
import IAMPolicy
import Logging
import Store

/// Makes a passkey or security key the second factor of its owner.
///
/// AWS has no operation of its API for it: it takes a browser. To the policies and in the audit
/// record it is `EnableMFADevice`.
package enum RegisterSecurityKey: ConsoleAction, ChangingHandler {
    package static let facts = IAM.EnableMFADevice.facts

    package struct Input: WireShape {
        /// Whose it becomes; nil for the caller.
        package var userName: String?
        package var deviceName: String
        /// What the browser gives, as JSON. Nothing of it is secret; records leave it out.
        package var response: Secret
        /// As ``KeyQuestion/challenge``.
        package var challenge: Secret

        private static let names = StringLimits(
            min: 1, max: 64, pattern: IAM.Limits.virtualMFADeviceName.pattern)
        private static let responses = StringLimits(max: WebAuthnLimits.response)
        private static let challenges = StringLimits(max: 1_024)

        package init(
            userName: String?, deviceName: String, response: Secret, challenge: Secret
        ) {
            self.userName = userName
            self.deviceName = deviceName
            self.response = response
            self.challenge = challenge
        }

        package init(from fields: inout FieldReader) {
            userName = fields.string("UserName", IAM.Limits.existingUserNameType)
            deviceName = fields.requiredString("DeviceName", Self.names)
            response = fields.requiredSecret("Response", Self.responses)
            challenge = fields.requiredSecret("Challenge", Self.challenges)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.string("DeviceName", deviceName)
            writer.secret("Response", response)
            writer.secret("Challenge", challenge)
        }
    }

    package struct Output: WireShape {
        package var serialNumber: String

        init(serialNumber: String) { self.serialNumber = serialNumber }

        package init(from fields: inout FieldReader) {
            serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("SerialNumber", serialNumber)
        }
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.deviceOwner(input.userName)
    }

    /// The policies are asked twice, as AWS does: for making the key known and for putting it to
    /// use. The keys about certifications are absent: nobody is asked who made the key, so that a
    /// policy that requires a certification refuses.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS condition context keys", `iam:RegisterSecurityKey`.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>
    package static func authorize(
        _ input: Input, _ target: Target<any Principal>, _ call: Call
    ) throws {
        for state in ["Create", "Activate"] {
            var conditions = RequestContext()
            conditions["iam:RegisterSecurityKey"] = [state]
            try call.authorize(action, on: target, with: conditions)
        }
    }

    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        try call.requireFreshProofs(of: owner)
        try call.requireRoomForDevice(of: owner)
        let credential = try credential(input, owner, call)
        let id = call.withRandom { UniqueID(.mfaDevice, using: &$0) }
        let end = call.withRandom { Base32.random(26, using: &$0) }
        let serialNumber = ARN.iam(
            call.account, "u2f/\(place(of: owner))/\(input.deviceName)-\(end)"
        ).description
        try MFADevices.requireSerialNumber(serialNumber, about: "DeviceName")
        let device = MFADevice(
            account: call.account, id: id, kind: .fido, serialNumber: serialNumber,
            createdAt: call.now, assignment: .init(owner: owner.id, enabledAt: call.now),
            proof: .key(
                .init(
                    credentialID: credential.id, publicKey: credential.publicKey,
                    signCount: credential.signCount, transports: credential.transports,
                    isBackupEligible: credential.isBackupEligible)))
        guard try call.tables.mfaDevices.insert(device) else {
            throw IAM.Errors.entityAlreadyExists("MFA Device is already in use.")
        }
        try call.endSessions(of: owner.id)
        try call.notify(ifRoot: owner, .deviceAssigned)
        return Output(serialNumber: device.serialNumber)
    }

    /// How the ARN of a key names its owner.
    /// Source: IAM User Guide, "Assign a passkey or security key in the AWS Management Console".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html>
    private static func place(of owner: any Principal) -> String {
        owner.userName.map { "user/\($0)" } ?? "root-account"
    }

    /// What the browser answered, if it is an answer to our question.
    private static func credential(
        _ input: Input, _ owner: any Principal, _ call: Call
    ) throws -> RegisteredCredential {
        let sealer = call.services.sealer
        guard let party = call.services.signInSettings.relyingParty,
            let challenge = KeyChallenge(
                input.challenge, for: .registration, of: owner.id, in: call.account, at: call.now,
                sealer),
            try challenge.take(at: call.now, in: call.transaction)
        else { throw notAccepted }
        do {
            return try Registration.verify(
                RegistrationResponse(json: Array(input.response.reveal().utf8)),
                challenge: challenge.text,
                party: party)
        } catch {
            call.services.logger.info(
                "a security key was not accepted",
                metadata: ["request": "\(call.facts.requestID)", "cause": "\(error)"])
            throw notAccepted
        }
    }

    private static let notAccepted = IAM.Errors.invalidAuthenticationCode(
        "Authentication code for device is not valid.")
}

/// What a browser needs to make a passkey or security key.
package enum AskSecurityKey: ConsoleAction, LookupHandler {
    package static let facts = OperationFacts(
        name: "AskSecurityKey", service: .iam, errors: [IAM.Errors.noSuchEntity])

    package struct Input: WireShape {
        package var userName: String?

        package init(userName: String?) { self.userName = userName }

        package init(from fields: inout FieldReader) {
            userName = fields.string("UserName", IAM.Limits.existingUserNameType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
        }
    }

    package struct Output: WireShape {
        /// Nil where browsers make no keys.
        package var question: KeyQuestion?

        package init(from fields: inout FieldReader) { question = nil }

        init(_ question: KeyQuestion?) { self.question = question }

        package func encode(into writer: inout FieldWriter) {}
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.deviceOwner(input.userName)
    }

    package static func authorize(
        _ input: Input, _ target: Target<any Principal>, _ call: Call
    ) throws {
        var conditions = RequestContext()
        conditions["iam:RegisterSecurityKey"] = ["Create"]
        try call.authorize(IAM.EnableMFADevice.action, on: target, with: conditions)
    }

    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        guard let party = call.services.signInSettings.relyingParty else { return Output(nil) }
        let challenge = call.withRandom { random in
            KeyChallenge(in: call.account, at: call.now, using: &random)
        }
        let name = MFADevices.name(of: owner)
        let options = WebAuthnOptions.creation(
            challenge: challenge.text, party: party,
            user: .init(
                handle: MFADevice.userHandle(of: owner.id, in: call.account),
                name: "\(name)@\(call.account)", displayName: "\(name) @ \(call.account)"),
            excluding: try call.tables.mfaDevices.list(ownedBy: owner.id)
                .compactMap(\.descriptor))
        return Output(
            KeyQuestion(
                options: options,
                challenge: try challenge.sealed(
                    for: .registration, of: owner.id, at: call.now, call.services.sealer)))
    }
}
