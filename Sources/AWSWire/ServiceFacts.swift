/// A service of AWS's, as signatures, requests and answers name it.
package struct ServiceFacts: Sendable, Hashable {
    /// How a service's requests and answers are written.
    package enum Wire: Sendable, Hashable {
        /// A form with the operation's name in it, asked for at `/`; answered in XML of this
        /// namespace, or in JSON.
        case query(xmlNamespace: String)
        /// A path for each operation, and JSON both ways.
        /// <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>
        case restJSON
    }

    /// The service of a credential scope, `iam`.
    package var signingName: String
    /// The value of `Version` in a form, `2010-05-08`.
    package var apiVersion: String
    package var wire: Wire

    package init(signingName: String, apiVersion: String, wire: Wire) {
        self.signingName = signingName
        self.apiVersion = apiVersion
        self.wire = wire
    }

    /// The namespace of every XML answer; empty for a service that answers none.
    package var xmlNamespace: String {
        if case .query(let namespace) = wire { namespace } else { "" }
    }
}
