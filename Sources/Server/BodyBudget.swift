import IAMIdentifiers
import Synchronization

/// The memory that the bodies of all requests may take together: from the moment that a body is
/// announced until its request is answered.
///
/// Bodies of at most ``small`` bytes are not counted. So nobody keeps out ordinary requests with
/// large ones, and the number of connections bounds what they take.
final class BodyBudget: Sendable {
    /// Bytes. Nearly all requests of IAM and STS are shorter.
    static let small = 16_384

    private struct State {
        var taken = 0
        var takenBySite: [IPAddress: Int] = [:]
    }

    private let most: Int
    private let mostOfSite: Int
    private let state = Mutex(State())

    /// A quarter of the budget is the most for one client's site. Both hold one body of the
    /// longest.
    init(_ limits: Limits) {
        most = max(limits.bodiesBytes, limits.bodyBytes)
        mostOfSite = max(most / 4, limits.bodyBytes)
    }

    /// Bytes that are counted now.
    var taken: Int { state.withLock { $0.taken } }

    /// What one request has of the budget. Whoever makes a share ends it.
    struct Share {
        private let budget: BodyBudget
        private let site: IPAddress?
        private var bytes = 0

        /// - Parameter site: nil when the client's site does not count.
        init(of budget: BodyBudget, for site: IPAddress?) {
            self.budget = budget
            self.site = site
        }

        /// Makes the share at least `count` bytes.
        /// - Throws: ``Refusal/noRoom`` if there is not so much left; the share stays as it is.
        mutating func grow(to count: Int) throws(Refusal) {
            guard count > BodyBudget.small, count > bytes else { return }
            guard budget.take(count - bytes, for: site) else { throw .noRoom }
            bytes = count
        }

        mutating func end() {
            budget.giveBack(bytes, of: site)
            bytes = 0
        }
    }

    private func take(_ count: Int, for site: IPAddress?) -> Bool {
        state.withLock { state in
            let bySite = site.map { state.takenBySite[$0, default: 0] } ?? 0
            guard state.taken + count <= most, bySite + count <= mostOfSite else { return false }
            state.taken += count
            if let site { state.takenBySite[site] = bySite + count }
            return true
        }
    }

    private func giveBack(_ count: Int, of site: IPAddress?) {
        guard count > 0 else { return }
        state.withLock { state in
            state.taken -= count
            guard let site, let taken = state.takenBySite[site] else { return }
            state.takenBySite[site] = taken > count ? taken - count : nil
        }
    }
}
