import IAMIdentifiers
package import IAMModel
package import IAMPolicy
import Store

/// The operations on those who are reached about an account's bills, its operations and its
/// security, beside its owner.
package enum AlternateContacts {
    static let operations: [any Handler.Type] = [
        AccountManagement.GetAlternateContact.self, AccountManagement.PutAlternateContact.self,
        AccountManagement.DeleteAlternateContact.self,
    ]

    /// The condition key of the operations that name a kind of contact.
    ///
    /// Source: Service Authorization Reference, "Condition keys for AWS Account Management".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_account.html>
    fileprivate static func conditions(
        _ type: AccountManagement.Shape.AlternateContactType
    ) -> RequestContext {
        var keys = RequestContext()
        keys["account:AlternateContactTypes"] = [type.rawValue]
        return keys
    }

    fileprivate static func notFound(
        _ type: AccountManagement.Shape.AlternateContactType
    ) -> IAMError {
        AccountManagement.Errors.resourceNotFound(
            "The account has no alternate contact of the type \(type.rawValue).")
    }
}

extension AccountManagement.GetAlternateContact: LookupHandler, AccountHandler {
    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        AlternateContacts.conditions(input.alternateContactType)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let type = input.alternateContactType
        guard let contact = try call.tables.alternateContacts.find(.init(type)) else {
            throw AlternateContacts.notFound(type)
        }
        return Output(
            alternateContact: .init(
                name: Secret(contact.name), title: Secret(contact.title),
                emailAddress: Secret(contact.email), phoneNumber: Secret(contact.phoneNumber),
                alternateContactType: type))
    }
}

extension AccountManagement.PutAlternateContact: ChangingHandler, AccountHandler {
    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        AlternateContacts.conditions(input.alternateContactType)
    }

    /// Sets the whole contact.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try call.tables.alternateContacts.set(
            AlternateContact(
                kind: .init(input.alternateContactType), name: input.name.reveal(),
                title: input.title.reveal(), email: input.emailAddress.reveal(),
                phoneNumber: input.phoneNumber.reveal()))
        return Output()
    }
}

extension AccountManagement.DeleteAlternateContact: ChangingHandler, AccountHandler {
    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        AlternateContacts.conditions(input.alternateContactType)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let type = input.alternateContactType
        guard try call.tables.alternateContacts.delete(.init(type)) else {
            throw AlternateContacts.notFound(type)
        }
        return Output()
    }
}

extension AlternateContact.Kind {
    fileprivate init(_ type: AccountManagement.Shape.AlternateContactType) {
        self =
            switch type {
            case .billing: .billing
            case .operations: .operations
            case .security: .security
            }
    }
}
