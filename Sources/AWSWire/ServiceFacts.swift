/// A service of AWS's, as signatures, requests and answers name it.
package struct ServiceFacts: Sendable {
    /// The service of a credential scope, `iam`.
    package let signingName: String
    /// The day of AWS's that the model has for a name, `2010-05-08`.
    package let apiVersion: String
    /// How its requests and answers are written.
    package let wire: any WireProtocol

    package init(signingName: String, apiVersion: String, wire: any WireProtocol) {
        self.signingName = signingName
        self.apiVersion = apiVersion
        self.wire = wire
    }
}
