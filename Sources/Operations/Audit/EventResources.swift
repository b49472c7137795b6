import IAMIdentifiers
import Store
import StrictJSON

/// The things that an event is about, as far as its parameters and its answer name them: by name,
/// by unique ID and by ARN.
///
/// Source: AWS CloudTrail User Guide, "Resource types supported by CloudTrail Event history", and
/// CloudTrail API Reference, Resource.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Resource.html>
struct EventResources {
    /// Those that the event history shows and finds the event by.
    private(set) var all: [AuditEventTable.Resource] = []
    /// The `resources` of the record, a JSON list; nil for events whose records have none.
    private(set) var assumed: String?

    /// As many as one event can have.
    static let most = 16
    /// The longest text, in bytes, in which names are looked for. What is longer carries documents.
    static let longest = 32_768

    /// - Parameters:
    ///   - name: the event's.
    ///   - request: `requestParameters`, a JSON value.
    ///   - response: `responseElements`, a JSON value.
    init(of name: String, _ request: String, _ response: String) {
        let request = Self.members(of: request)
        for member in request { add(member, in: name) }
        for member in Self.members(of: response) {
            add(member, in: name)
            guard case .object(let inside) = member.value.content else { continue }
            for inner in inside { add(inner, in: member.name) }
        }
        if name.begins(with: "AssumeRoleWith") || name.isExactly("AssumeRole") {
            assumed = Self.assumed(request)
        }
    }

    private static func members(of json: String) -> [JSONNode.Member] {
        guard json.utf8.count <= longest, !json.isExactly("null"),
            let node = try? JSONReader.read(Array(json.utf8)),
            case .object(let members) = node.content
        else { return [] }
        return members
    }

    /// - Parameter place: the member that holds this one; of a parameter, the event.
    private mutating func add(_ member: JSONNode.Member, in place: String) {
        guard let name = member.value.text, Self.isName(name), all.count < Self.most,
            let type = Self.type(of: member.name, in: place)
        else { return }
        let isKnown = all.contains { $0.type.isExactly(type) && $0.name.isExactly(name) }
        if !isKnown { all.append(.init(type: type, name: name)) }
    }

    /// Whether a text can be looked for, and stand in a line.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 2_000 && text.utf8.allSatisfy { $0 >= 0x20 }
    }

    private static func type(of member: String, in place: String) -> String? {
        if member.isExactly("arn") || member.isExactly("policyName") {
            return holders[ExactText(place)]
        }
        return types[ExactText(member)]
    }

    private static let user = "AWS::IAM::User"
    private static let group = "AWS::IAM::Group"
    private static let role = "AWS::IAM::Role"
    private static let policy = "AWS::IAM::Policy"
    private static let profile = "AWS::IAM::InstanceProfile"
    private static let device = "AWS::IAM::MfaDevice"
    private static let session = "AWS::STS::AssumedRole"
    private static let federatedUser = "AWS::STS::FederatedUser"

    /// What a member names, wherever it stands.
    private static let types: [ExactText: String] = [
        "userName": user, "newUserName": user, "userId": user,
        "groupName": group, "newGroupName": group, "groupId": group,
        "roleName": role, "roleId": role, "roleArn": role,
        "policyArn": policy, "policyId": policy, "permissionsBoundary": policy,
        "instanceProfileName": profile, "instanceProfileId": profile,
        "accessKeyId": "AWS::IAM::AccessKey", "accountAlias": "AWS::IAM::AccountAlias",
        "serialNumber": device, "virtualMFADeviceName": device,
        "openIDConnectProviderArn": "AWS::IAM::OpenIDConnectProvider",
        "sAMLProviderArn": "AWS::IAM::SamlProvider", "principalArn": "AWS::IAM::SamlProvider",
        "serverCertificateName": "AWS::IAM::ServerCertificate",
        "certificateId": "AWS::IAM::SigningCertificate",
        "sSHPublicKeyId": "AWS::IAM::SshPublicKey",
        "assumedRoleId": session, "federatedUserId": federatedUser,
    ]

    /// What `arn` and `policyName` name, by what holds them. The name of an embedded policy is no
    /// resource's.
    private static let holders: [ExactText: String] = [
        "user": user, "group": group, "role": role, "policy": policy, "instanceProfile": profile,
        "assumedRoleUser": session, "federatedUser": federatedUser, "CreatePolicy": policy,
    ]

    /// The role that is assumed, and the SAML provider by whose word.
    ///
    /// Source: IAM User Guide, "Logging IAM and AWS STS API calls with AWS CloudTrail", "Example
    /// AWS STS API events in CloudTrail log".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html>
    private static func assumed(_ request: [JSONNode.Member]) -> String? {
        let named = request.compactMap { member -> String? in
            let types: [ExactText: String] = [
                "roleArn": role, "principalArn": "AWS::IAM::SAMLProvider",
            ]
            guard let type = types[ExactText(member.name)], let text = member.value.text,
                let arn = ARN(text)
            else { return nil }
            var resource = JSONObject()
            resource.string("ARN", text)
            resource.string("accountId", arn.account)
            resource.string("type", type)
            return resource.text
        }
        return named.isEmpty ? nil : "[" + named.joined(separator: ",") + "]"
    }
}
