package import AWSWire
import IAMIdentifiers
import IAMModel
import Store

// IAM user and role access to billing information. AWS has the two actions and no API for them: its
// console asks for them, and so does this one. Only the root user may change it, and here only the
// root user sees it; see ``BillingAccess``.
//
// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS
// Billing".
// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_billing.html>

extension ServiceFacts {
    /// Of which nothing but the preference is answered for, and that to the console alone.
    static let billing = ServiceFacts(signingName: "billing", apiVersion: "", wire: RESTJSON())
}

/// Whether users and roles may see and change bills as their policies say.
package struct IAMAccessPreference: WireShape, Equatable {
    package var isActivated: Bool

    package init(isActivated: Bool) { self.isActivated = isActivated }

    package init(from fields: inout FieldReader) {
        isActivated = fields.requiredBoolean("IsActivated")
    }

    package func encode(into writer: inout FieldWriter) {
        writer.boolean("IsActivated", isActivated)
    }
}

/// Tells whether it is activated.
package enum GetIAMAccessPreference: ConsoleAction, LookupHandler {
    package static let facts = OperationFacts(
        name: "GetIAMAccessPreference", service: .billing, errors: [])
    package typealias Input = NoParameters
    package typealias Output = IAMAccessPreference

    package static func target(_ input: Input, _ call: Call) -> Target<Void> {
        .whole(call.account)
    }

    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.requireRootUser(for: action)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let access = try BillingAccess(of: call.account, in: call.transaction)
        return IAMAccessPreference(isActivated: access.isActivated)
    }
}

/// Activates or deactivates it.
package enum UpdateIAMAccessPreference: ConsoleAction, ChangingHandler {
    package static let facts = OperationFacts(
        name: "UpdateIAMAccessPreference", service: .billing, errors: [])
    package typealias Input = IAMAccessPreference
    package typealias Output = NoParameters

    package static func target(_ input: Input, _ call: Call) -> Target<Void> {
        .whole(call.account)
    }

    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.requireRootUser(for: action)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try call.tables.accounts.setIAMBillingAccess(input.isActivated, of: call.account)
        return NoParameters()
    }
}

/// Nothing is asked or answered.
package struct NoParameters: WireShape {
    package init() {}
    package init(from fields: inout FieldReader) {}
    package func encode(into writer: inout FieldWriter) {}
}

extension Call {
    /// - Throws: `AccessDenied` unless the root user calls, whatever policies say.
    fileprivate func requireRootUser(for action: String) throws {
        guard principal.isRoot else {
            throw IAMError.accessDenied(
                "User: \(principal.arn) is not authorized to perform: \(action) because only the "
                    + "account's root user may")
        }
    }
}
