import Credentials
import IAMIdentifiers
import Store

/// What is known of issuers, bounded in number and in bytes.
///
/// Keys that came by known authorities serve everyone who trusts the issuer. Keys for which a
/// thumbprint had to vouch serve those who have the same thumbprints: another account must not
/// get the keys of a server that it does not trust.
struct IssuerKeyCache {
    /// Whose keys are wanted, on whose word, and which one.
    struct Question {
        fileprivate let issuer: ExactText
        /// In lower case and in order.
        fileprivate let thumbprints: [ExactText]
        fileprivate let keyID: String?

        init(_ provider: OpenIDConnectProvider, _ keyID: String?) {
            issuer = ExactText(provider.url)
            thumbprints = provider.thumbprints.map { ExactText($0.asciiLowercased) }.sorted()
            self.keyID = keyID
        }

        fileprivate var byAuthorities: Place { Place(issuer: issuer, thumbprints: []) }
        fileprivate var byThumbprints: Place { Place(issuer: issuer, thumbprints: thumbprints) }
    }

    fileprivate struct Place: Hashable {
        let issuer: ExactText
        let thumbprints: [ExactText]
    }

    private struct Entry {
        let keys: JSONWebKeySet
        let bytes: Int
        let fetchedAt: Duration
    }

    /// Issuers at most, and bytes of their keys at most, as they were published.
    static let mostEntries = 1_000
    static let mostBytes = 8_388_608

    private var entries: [Place: Entry] = [:]
    private var failures: [Place: (error: IssuerKeysError, at: Duration)] = [:]
    private var bytes = 0

    var count: Int { entries.count }

    /// The keys, or why there are none at the moment; nil if the issuer has to be asked.
    mutating func answer(
        to question: Question, at now: Duration
    ) -> Result<JSONWebKeySet, IssuerKeysError>? {
        for place in [question.byAuthorities, question.byThumbprints] {
            guard let entry = entries[place], now - entry.fetchedAt < IssuerKeys.life else {
                continue
            }
            if question.keyID.map(entry.keys.hasKey) ?? true { return .success(entry.keys) }
            if now - entry.fetchedAt < IssuerKeys.pauseForUnknownKey { return .success(entry.keys) }
        }
        if let failure = failures[question.byThumbprints],
            now - failure.at < IssuerKeys.pauseAfterFailure
        {
            return .failure(failure.error)
        }
        return nil
    }

    /// - Parameter vouched: whether a thumbprint had to vouch for the server.
    mutating func keep(
        _ keys: JSONWebKeySet, bytes count: Int, for question: Question, vouched: Bool,
        at now: Duration
    ) {
        let place = vouched ? question.byThumbprints : question.byAuthorities
        remove(place)
        failures[question.byThumbprints] = nil
        while !entries.isEmpty, entries.count >= Self.mostEntries || bytes + count > Self.mostBytes
        {
            guard let oldest = entries.min(by: { $0.value.fetchedAt < $1.value.fetchedAt })
            else { break }
            remove(oldest.key)
        }
        entries[place] = Entry(keys: keys, bytes: count, fetchedAt: now)
        bytes += count
    }

    mutating func keep(_ failure: IssuerKeysError, for question: Question, at now: Duration) {
        if failures.count >= Self.mostEntries {
            failures = failures.filter { now - $0.value.at < IssuerKeys.pauseAfterFailure }
            if failures.count >= Self.mostEntries { failures = [:] }
        }
        failures[question.byThumbprints] = (failure, now)
    }

    private mutating func remove(_ place: Place) {
        if let entry = entries.removeValue(forKey: place) { bytes -= entry.bytes }
    }
}
