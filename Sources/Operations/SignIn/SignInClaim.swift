/// Who someone signing in says they are: the first state of a sign-in. It is not looked up before
/// a password comes with it, so that the page tells nobody which names exist.
package enum SignInClaim: Sendable, Equatable {
    /// The root user of the account with this e-mail address.
    case root(email: String)
    /// The same of an account that is closed, in order to reopen it.
    case rootOfClosed(email: String)
    /// An IAM user.
    /// - Parameter account: the account's ID or alias.
    case user(account: String, name: String)
}
