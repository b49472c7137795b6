package import AWSWire
package import Credentials
package import IAMIdentifiers
package import Logging
package import Store
import Telemetry
package import Workers

/// What every operation shares: the store, the keys that seal its secrets, the clock.
package final class Services: Sendable {
    package let database: any Database
    package let sealer: Sealer
    package let passwords: PasswordHasher
    package let signingKeys: SigningKeyCache
    let knownAccessKeys: KnownAccessKeys
    package let principalPolicies: PrincipalPolicyCache
    package let awsManagedPolicies: AWSManagedPolicies
    /// How many passwords were tried lately, and from where.
    package let passwordAttempts: AttemptLedger
    /// Lets each principal have one password prepared at a time.
    package let passwordPreparations: PreparationGate
    /// The records of failed sign-ins, which are written at once.
    package let failedSignIns: FailedSignIns
    /// Chains audit records, and finds what is wrong with the chains.
    package let auditLog: AuditLog
    /// Audit records and last uses that join no transaction of their own.
    package let afterwards: DeferredWrites
    /// Whose request is worked on; see ``inTurn(of:_:)``.
    let turns: FairGate<AccountID>
    /// Whose request is worked on among those that nobody signed.
    let strangers: FairGate<ExactText>
    /// Work for requests that nobody signed. Each address group has a line of its own, and none is
    /// an account's.
    let strangersWork: WorkerPool<ExactText>
    /// Long work that callers choose the length of: simulations, validations, policies to be
    /// compiled. Each account has a line of its own.
    package let computations: WorkerPool<AccountID>
    /// How much principals may write into the audit by reads and refusals.
    let auditAllowance: AuditAllowance
    /// How many requests principals sent lately.
    let requestRates: RequestRates
    /// How often accounts looked events up lately.
    let eventLookups: EventLookupRate
    package let mailDelivery: MailDelivery
    /// Rung when a message is queued.
    package let mailBell: MailBell
    package let signInSettings: SignInSettings
    /// Which issuers of tokens the operator names.
    package let federation: FederationSettings
    package let issuerKeys: IssuerKeys
    let spareTokenKeys: SpareTokenKeys
    package let metrics: ServiceMetrics
    package let logger: Logger
    /// The time. Tests fix it.
    package let now: @Sendable () -> Timestamp
    /// Monotonic time, from any start. Tests fix it.
    package let elapsed: @Sendable () -> Duration
    /// The source of IDs and secrets. The system's; tests seed theirs.
    package let random: @Sendable () -> any RandomNumberGenerator

    package init(
        database: any Database, sealer: Sealer, passwords: PasswordHasher, logger: Logger,
        metrics: ServiceMetrics = ServiceMetrics(.none), requestLimit: RequestRates.Limit? = nil,
        mailDelivery: MailDelivery = .none, signInSettings: SignInSettings = SignInSettings(),
        federation: FederationSettings = FederationSettings(),
        fetchingKeys fetch: @escaping IssuerKeys.Fetch = IssuerKeys.overHTTPS,
        lookingAtIssuers look: @escaping IssuerKeys.Look = IssuerKeys.topThumbprint,
        now: @escaping @Sendable () -> Timestamp = Timestamp.current,
        elapsed: @escaping @Sendable () -> Duration = Duration.sinceStart,
        random: @escaping @Sendable () -> any RandomNumberGenerator = {
            SystemRandomNumberGenerator()
        }
    ) {
        self.database = database
        self.sealer = sealer
        self.passwords = passwords
        self.logger = logger
        self.metrics = metrics
        self.mailDelivery = mailDelivery
        self.signInSettings = signInSettings
        self.federation = federation
        spareTokenKeys = SpareTokenKeys()
        issuerKeys = IssuerKeys(federation, elapsed: elapsed, fetch: fetch, look: look)
        self.now = now
        self.elapsed = elapsed
        self.random = random
        mailBell = MailBell()
        signingKeys = SigningKeyCache()
        knownAccessKeys = KnownAccessKeys()
        passwordAttempts = AttemptLedger(database, elapsed: elapsed)
        passwordPreparations = PreparationGate()
        let auditLog = AuditLog(RecordSealer(sealer))
        self.auditLog = auditLog
        failedSignIns = FailedSignIns(
            database: database, auditLog: auditLog, logger: logger, elapsed: elapsed, now: now)
        principalPolicies = PrincipalPolicyCache()
        turns = FairGate(places: Self.places, elapsed: elapsed)
        strangers = FairGate(places: Self.places, elapsed: elapsed)
        computations = WorkerPool(
            .init(threads: 2, runningPerKey: 1, waiting: 256, waitingPerKey: 32, niceness: 10))
        strangersWork = WorkerPool(
            .init(threads: 2, runningPerKey: 1, waiting: 256, waitingPerKey: 16, niceness: 10))
        awsManagedPolicies = AWSManagedPolicies()
        let allowance = AuditAllowance()
        auditAllowance = allowance
        requestRates = RequestRates(requestLimit, elapsed: elapsed)
        eventLookups = EventLookupRate()
        afterwards = DeferredWrites(
            database: database, auditLog: auditLog, logger: logger,
            due: { allowance.summaries(at: now(), isLast: $0) })
    }
}

extension Services {
    /// Goes on from what an earlier server of the same store wrote down.
    package func resume() async throws {
        try await passwordAttempts.load()
        try await failedSignIns.settleEarlier()
    }
}
