import IAMIdentifiers
package import IAMModel
import Store

/// Who is calling, and whose a key is.
package enum CallerIdentity {
    static let operations: [any Handler.Type] = [
        STS.GetCallerIdentity.self, STS.GetAccessKeyInfo.self,
    ]
}

extension STS.GetCallerIdentity: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Needs no permission, and no Deny takes it away.
    /// Source: AWS STS API Reference, GetCallerIdentity.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>
    package static func authorize(_ input: Input, _ target: Target<Void>, _ call: Call) {}

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        Output(
            userId: call.principal.userID, account: call.account.description,
            arn: call.principal.arn.description)
    }
}

extension STS.GetAccessKeyInfo: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// The account of any key, the caller's or not, whatever its state: the ID itself carries it.
    /// A key that was given to us with an ID of another making is looked up.
    /// Source: AWS STS API Reference, GetAccessKeyInfo.
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html>
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard let id = AccessKeyID(input.accessKeyId),
            let account = try call.tables.accessKeys.find(id)?.account ?? id.account
        else {
            throw IAMError.validationError("Invalid access key ID: \(input.accessKeyId)")
        }
        return Output(account: account.description)
    }
}
