/// A service of AWS's, as signatures, requests and answers name it.
package struct ServiceFacts: Sendable, Hashable {
    /// The service of a credential scope, `iam`.
    package var signingName: String
    /// The value of `Version`, `2010-05-08`.
    package var apiVersion: String
    /// The namespace of every XML answer.
    package var xmlNamespace: String

    package init(signingName: String, apiVersion: String, xmlNamespace: String) {
        self.signingName = signingName
        self.apiVersion = apiVersion
        self.xmlNamespace = xmlNamespace
    }
}
