package import IAMIdentifiers

/// What attempts at passwords are counted for.
package struct AttemptSubject: Hashable, Sendable {
    /// The raw values are what the store keeps.
    package enum Kind: String, Sendable, CaseIterable {
        /// One principal from one address group.
        case pair
        /// A browser that signed in as one principal before.
        case device
        /// A session, access key or ticket whose holder gives its owner's password again.
        case credential
        /// A principal, from where nobody signed in as it before.
        case principal
        /// The second factor of a principal whose password was right, from any browser that has
        /// not proved it before.
        case secondFactor = "second-factor"
        /// An address group, whoever is tried from there.
        case address
        /// The first 48 bits of IPv6 addresses.
        case site
        /// An address group that makes accounts.
        case signUps = "sign-ups"
        /// A principal to whom mail is sent.
        case mail
        /// An address group from which strangers ask for mail to be sent.
        case mailAsked = "mail-asked"
    }

    package let kind: Kind
    /// Plain ASCII: IDs, addresses and numbers of our own writing.
    package let name: ExactText

    init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = ExactText(name)
    }
}

/// How often something may be tried.
struct AttemptLimit: Sendable {
    /// Attempts before the first wait.
    let free: Int
    /// The first wait. Each further one is twice as long as the one before.
    var firstWaitSeconds = 1
    /// No wait is longer.
    let longestWait: Duration
    /// How long after the last attempt the count begins anew.
    let memory: Duration

    /// The wait after the n-th attempt: 1, 2, 4 … times the first.
    func wait(after count: Int) -> Duration {
        guard count > free else { return .zero }
        return min(.seconds(firstWaitSeconds << min(count - free - 1, 20)), longestWait)
    }
}

extension AttemptSubject.Kind {
    /// `Decisions/0013` says what these amount to, and a test measures it.
    var limit: AttemptLimit {
        switch self {
        case .pair, .device, .credential:
            AttemptLimit(free: 5, longestWait: .seconds(300), memory: .seconds(3_600))
        case .principal:
            AttemptLimit(free: 100, longestWait: .seconds(120), memory: .seconds(6 * 3_600))
        // A code has six digits, so fewer guesses at one are let pass than at a password. Whoever
        // makes them knows the password: a stranger cannot cause this wait.
        case .secondFactor:
            AttemptLimit(free: 10, longestWait: .seconds(600), memory: .seconds(24 * 3_600))
        // These are larger since many people may share one address.
        case .address:
            AttemptLimit(free: 100, longestWait: .seconds(60), memory: .seconds(6 * 3_600))
        case .site:
            AttemptLimit(free: 1_000, longestWait: .seconds(10), memory: .seconds(6 * 3_600))
        case .signUps:
            AttemptLimit(free: 100, longestWait: .seconds(60), memory: .seconds(3_600))
        case .mailAsked:
            AttemptLimit(free: 20, longestWait: .seconds(60), memory: .seconds(3_600))
        case .mail:
            AttemptLimit(
                free: 3, firstWaitSeconds: 60, longestWait: .seconds(3_600),
                memory: .seconds(24 * 3_600))
        }
    }
}
