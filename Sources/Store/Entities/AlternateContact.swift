/// Somebody who is reached about one kind of an account's affairs, beside its owner.
package struct AlternateContact: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case billing = "BILLING"
        case operations = "OPERATIONS"
        case security = "SECURITY"
    }

    package var kind: Kind
    package var name: String
    package var title: String
    package var email: String
    package var phoneNumber: String

    package init(kind: Kind, name: String, title: String, email: String, phoneNumber: String) {
        self.kind = kind
        self.name = name
        self.title = title
        self.email = email
        self.phoneNumber = phoneNumber
    }
}
