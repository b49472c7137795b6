/// Why a SAML response does not prove who somebody is.
package enum SAMLFault: Error, Equatable {
    /// It is no response of SAML 2.0 with one assertion, or lacks what each has to have.
    case malformed
    /// The identity provider says that it authenticated nobody.
    case notAuthenticated
    /// Nothing is signed, or none of the provider's keys signed it in a way that is taken here.
    case badSignature
    /// It is from another identity provider than the metadata.
    case otherIssuer
    /// None of the provider's private keys opens the assertion.
    case cannotDecrypt
    /// The provider's assertions have to be encrypted, and this one is not.
    case notEncrypted
    /// The subject has no name.
    case noSubject
    /// Not exactly one bearer is confirmed, with a recipient and an end.
    case noConfirmation
}
