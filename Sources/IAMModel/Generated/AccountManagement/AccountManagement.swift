// Written by ModelGenerator from Models/account.json. Do not edit: `make generate`.

package import AWSWire

/// The operations and shapes of AccountManagement, as AWS's model has them.
/// <https://docs.aws.amazon.com/accounts/latest/APIReference/Welcome.html>
package enum AccountManagement {
    /// The structures and enumerations that operations take and answer.
    package enum Shape {}
}

extension ServiceFacts {
    package static let accountManagement = ServiceFacts(
        signingName: "account", apiVersion: "2021-02-01",
        wire: RESTJSON(throttling: "TooManyRequestsException"))
}
