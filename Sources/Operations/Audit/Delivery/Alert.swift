package import IAMIdentifiers
import StrictJSON

/// Something that an operator wants to hear of when it happens, and the audit record that tells it.
package struct Alert: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The root user signed in, or called an API.
        case rootUserUsed = "RootUserUsed"
        case rootAccessKeyCreated = "RootAccessKeyCreated"
        /// Somebody can sign in with less than before.
        case mfaDeviceRemoved = "MFADeviceRemoved"
        /// A policy was written or attached that allows every action on every resource.
        case everythingGranted = "EverythingGranted"
        /// An audit record is not what was written.
        case auditRecordDamaged = "AuditRecordDamaged"
    }

    package let kind: Kind
    package let account: AccountID
    package let eventID: String
    package let eventName: String
    package let at: Timestamp
    /// The ARN of who did it; what kind of identity it is where it has none.
    package let principal: String
    package let sourceAddress: String
    /// What it was done to, as far as the record says.
    package let subject: String?

    /// As one JSON object.
    package var json: String {
        var object = JSONObject()
        object.string("text", sentence.text(in: .english))
        object.string("alert", kind.rawValue)
        object.string("accountId", account.description)
        object.string("eventID", eventID)
        object.string("eventName", eventName)
        object.string("eventTime", at.iso8601)
        object.string("principal", principal)
        object.string("sourceIPAddress", sourceAddress)
        object.string("subject", subject)
        return object.text
    }

    /// What happened, in one sentence. No name that somebody chose is in it: who reads mail or a
    /// chat sees a link in what looks like one.
    var sentence: BilingualText {
        switch kind {
        case .rootUserUsed:
            BilingualText(
                "The root user of account \(account) was used: \(eventName).",
                "계정 \(account)의 루트 사용자가 사용되었습니다: \(eventName).")
        case .rootAccessKeyCreated:
            BilingualText(
                "The root user of account \(account) has a new access key.",
                "계정 \(account)의 루트 사용자 액세스 키가 생성되었습니다.")
        case .mfaDeviceRemoved:
            BilingualText(
                "An MFA device was removed in account \(account).",
                "계정 \(account)에서 MFA 디바이스가 제거되었습니다.")
        case .everythingGranted:
            BilingualText(
                "In account \(account), \(eventName) was called with a policy that allows "
                    + "everything.",
                "계정 \(account)에서 모든 작업을 허용하는 정책으로 \(eventName)이(가) 호출되었습니다.")
        case .auditRecordDamaged:
            BilingualText(
                "An audit record of account \(account) is not what was written; see `gatehouse "
                    + "audit verify`.",
                "계정 \(account)의 감사 기록이 작성된 내용과 다릅니다. `gatehouse audit verify`를 실행하십시오.")
        }
    }
}

extension Alert {
    /// The operations whose request has a policy's document.
    private static let withDocument: Set<ExactText> = [
        "CreatePolicy", "CreatePolicyVersion", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy",
    ]
    /// The operations after which the policy that the request names holds where it did not.
    private static let withARN: Set<ExactText> = [
        "AttachGroupPolicy", "AttachRolePolicy", "AttachUserPolicy", "SetDefaultPolicyVersion",
    ]
    private static let removals: Set<ExactText> = [
        "DeactivateMFADevice", "MFARecoveryCompleted", "RootMFADevicesRemoved",
    ]
    /// The source of records of signing in, of which only a sign-in itself is a use.
    private static let ofSignIn: ExactText = "signin.amazonaws.com"

    /// The ARN of the policy that a record tells was attached or changed; nil where there is none.
    static func attachedPolicy(by record: DeliveredRecord) -> String? {
        guard withARN.contains(ExactText(record.eventName)) else { return nil }
        return RecordFields(record)?.request["policyArn"]?.text
    }

    /// The alerts that a record gives reason for.
    /// - Parameter grantsEverything: whether a policy does, by its document or its ARN.
    static func of(
        _ record: DeliveredRecord, in account: AccountID,
        grantsEverything: (_ document: String?, _ arn: String?) -> Bool
    ) -> [Alert] {
        // Only this program writes records, and each can be read.
        guard let fields = RecordFields(record), !fields.isRefused else { return [] }
        let name = ExactText(record.eventName)
        var kinds: [Kind] = []
        if record.eventName.isExactly(Kind.auditRecordDamaged.rawValue), fields.isOfServer {
            kinds.append(.auditRecordDamaged)
        }
        if fields.isByRoot, fields.source != ofSignIn || record.eventName.isExactly("ConsoleLogin")
        {
            kinds.append(.rootUserUsed)
        }
        if fields.isByRoot, record.eventName.isExactly("CreateAccessKey"),
            fields.request["userName"] == nil
        {
            kinds.append(.rootAccessKeyCreated)
        }
        if removals.contains(name) { kinds.append(.mfaDeviceRemoved) }
        if withDocument.contains(name),
            grantsEverything(fields.request["policyDocument"]?.text, nil)
        {
            kinds.append(.everythingGranted)
        }
        if withARN.contains(name), grantsEverything(nil, fields.request["policyArn"]?.text) {
            kinds.append(.everythingGranted)
        }
        return kinds.map { kind in
            Alert(
                kind: kind, account: account, eventID: fields.eventID, eventName: record.eventName,
                at: record.at, principal: fields.principal, sourceAddress: fields.sourceAddress,
                subject: kind == .rootUserUsed ? nil : fields.subject)
        }
    }
}

/// What alerts look at in a record.
private struct RecordFields {
    let source: ExactText
    let eventID: String
    let sourceAddress: String
    let principal: String
    let isByRoot: Bool
    let isRefused: Bool
    let request: [ExactText: JSONNode]

    init?(_ record: DeliveredRecord) {
        guard let json = try? JSONReader.read(Array(record.record.utf8)),
            let fields = json.members, let identity = fields["userIdentity"]?.members
        else { return nil }
        let type = identity["type"]?.text ?? ""
        source = ExactText(fields["eventSource"]?.text ?? "")
        eventID = fields["eventID"]?.text ?? ""
        sourceAddress = fields["sourceIPAddress"]?.text ?? ""
        principal = identity["arn"]?.text ?? type
        isByRoot = type.isExactly("Root")
        isRefused = fields["errorCode"] != nil || fields["errorMessage"] != nil
        request = fields["requestParameters"]?.members ?? [:]
    }

    /// Whether the server itself wrote it, at no request.
    var isOfServer: Bool { source == ExactText(AuditEvent.serverSource) }

    /// The entity that the request names first, and the policy.
    var subject: String? {
        let names: [ExactText] = [
            "userName", "groupName", "roleName", "serialNumber", "policyName", "policyArn",
        ]
        let texts = names.compactMap { request[$0]?.text }
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }
}
