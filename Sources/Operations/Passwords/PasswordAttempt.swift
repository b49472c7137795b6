package import Credentials
package import IAMIdentifiers

/// One attempt at a password: what it is counted for, and by which routes it may pass.
///
/// A browser or an address group from which the principal signed in before has a route of its own,
/// which guesses from elsewhere do not close.
package struct PasswordAttempt: Sendable {
    /// One set of limits to pass.
    struct Route: Sendable {
        /// None of these may have to wait.
        let gates: [AttemptSubject]
        /// An attempt that passes counts for these.
        let charged: [AttemptSubject]
    }

    /// The first that is open is taken.
    let routes: [Route]
    /// Counts that begin anew with the right password.
    let own: [AttemptSubject]
    /// Counts that go down by the attempts of ``own`` when the password was right.
    let shared: [AttemptSubject]

    /// Everything this attempt may be counted for.
    package var subjects: [AttemptSubject] { own + shared }

    private init(_ subject: AttemptSubject) {
        routes = [Route(gates: [subject], charged: [subject])]
        own = [subject]
        shared = []
    }

    private init(
        _ kind: AttemptSubject.Kind = .principal, principal: String, pair: String,
        from client: ClientAddress, isFamiliar: Bool, device: String?
    ) {
        let pair = AttemptSubject(.pair, pair)
        let principal = AttemptSubject(kind, principal)
        let places =
            [AttemptSubject(.address, client.group)]
            + (client.site.map { [AttemptSubject(.site, $0)] } ?? [])
        let device = device.map { AttemptSubject(.device, $0) }
        var routes: [Route] = []
        if let device { routes.append(Route(gates: [device], charged: [device])) }
        if isFamiliar { routes.append(Route(gates: [pair], charged: [pair] + places)) }
        let all = [pair, principal] + places
        routes.append(Route(gates: all, charged: all))
        self.routes = routes
        own = [pair] + (device.map { [$0] } ?? [])
        shared = [principal] + places
    }
}

extension PasswordAttempt {
    /// Signing in as a principal.
    /// - Parameters:
    ///   - isFamiliar: whether the principal signed in from this address group before.
    ///   - device: the ID of the browser, when the principal signed in with it before.
    package static func signIn(
        _ principal: UniqueID, from client: ClientAddress, isFamiliar: Bool = false,
        device: String? = nil
    ) -> PasswordAttempt {
        PasswordAttempt(
            principal: principal.description, pair: "\(principal) \(client.group)", from: client,
            isFamiliar: isFamiliar, device: device)
    }

    /// Proving a second factor after the password. It has counts of its own, so that the right
    /// password, which whoever guesses here knows, does not end the waits.
    ///
    /// A browser or a place from which somebody signed in without a second factor is no better
    /// known than any other: whoever has had the password for a while has signed in from many.
    /// - Parameter device: the ID of the browser, when the principal signed in with it before and
    ///   proved a second factor.
    static func secondFactor(
        of principal: UniqueID, from client: ClientAddress, device: String?
    ) -> PasswordAttempt {
        PasswordAttempt(
            .secondFactor, principal: principal.description,
            pair: "\(principal) \(client.group) second", from: client, isFamiliar: false,
            device: device.map { "\($0) second" })
    }

    /// How many numbers there are for names that do not exist. Two names may share a number.
    static let unknownNames = 1 << 14

    /// Signing in with a name that does not exist. It is counted as an existing name is, so that
    /// nobody learns the difference. It is counted under a number and not under the name, since the
    /// name may be a password typed into the wrong box. The numbers are few, so that such names
    /// take no room from principals.
    package static func signIn(
        unknown name: String, from client: ClientAddress, _ sealer: Sealer
    ) -> PasswordAttempt {
        func number(_ text: String) -> String {
            let print = sealer.fingerprint(of: text, for: "unknown sign-in name")
            return "?\(print % UInt64(unknownNames))"
        }
        return PasswordAttempt(
            principal: number(name), pair: number("\(client.group)/\(name)"), from: client,
            isFamiliar: false, device: nil)
    }

    /// Giving the password again with a valid credential. Only the holder of that credential is
    /// slowed down.
    package static func proof(by caller: Caller) -> PasswordAttempt {
        PasswordAttempt(AttemptSubject(.credential, name(of: caller)))
    }

    /// Proving an MFA device again after the password. Its count is its own, so that the right
    /// password does not begin it anew.
    static func secondProof(by caller: Caller) -> PasswordAttempt {
        PasswordAttempt(
            AttemptSubject(.credential, name(of: caller) + " second"))
    }

    private static func name(of caller: Caller) -> String {
        switch caller.credential {
        case .webSession(let token): "session \(token)"
        case .accessKey, .temporary: "keys \(caller.principalID)"
        case .password: "ticket \(caller.principalID)"
        }
    }

    /// Making an account where everybody may.
    package static func signUp(from client: ClientAddress) -> PasswordAttempt {
        PasswordAttempt(AttemptSubject(.signUps, client.group))
    }

    /// Asking for mail as a stranger.
    static func mail(askedFrom client: ClientAddress) -> PasswordAttempt {
        PasswordAttempt(AttemptSubject(.mailAsked, client.group))
    }

    /// Asking, as a stranger, for mail to a principal. Its count is not that of the principal's own
    /// requests, so that a stranger cannot use those up.
    static func mail(askedFor principal: UniqueID) -> PasswordAttempt {
        PasswordAttempt(AttemptSubject(.mail, "\(principal) asked"))
    }

    /// Asking for mail, which is sent to a principal.
    package static func mail(to principal: UniqueID) -> PasswordAttempt {
        PasswordAttempt(AttemptSubject(.mail, principal.description))
    }
}
