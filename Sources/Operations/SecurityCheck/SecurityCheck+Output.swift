import AWSWire
package import IAMIdentifiers
import Store

extension SecurityCheck {
    /// What a line is about, in the order in which lines are shown.
    package enum Subject: String, WireEnum {
        case rootMFA = "RootMFA"
        /// No active access keys of the root user.
        case rootKeys = "RootKeys"
        /// The root user was not used for ``SecurityCheck/days`` days.
        case rootUse = "RootUse"
        case administrator = "Administrator"
        /// Every administrator has a second factor.
        case administratorMFA = "AdministratorMFA"
        case passwordPolicy = "PasswordPolicy"
        case alias = "Alias"
        case contact = "AlternateContact"
    }

    package struct Line: WireShape {
        package var subject: Subject
        /// Nil when the caller may not know.
        package var holds: Bool?

        package init(subject: Subject, holds: Bool?) {
            self.subject = subject
            self.holds = holds
        }
    }

    /// What was made in the last ``SecurityCheck/days`` days and is still there.
    package struct Newcomers: WireShape {
        package var users: Int
        package var groups: Int
        package var policies: Int

        package init(users: Int, groups: Int, policies: Int) {
            self.users = users
            self.groups = groups
            self.policies = policies
        }
    }

    /// How many lines held since a moment.
    package struct Score: WireShape {
        package var since: Timestamp
        package var passed: Int
        package var total: Int

        package init(since: Timestamp, passed: Int, total: Int) {
            self.since = since
            self.passed = passed
            self.total = total
        }
    }

    package struct Output: WireShape {
        package var lines: [Line]
        /// The latest first; nil when the caller may not know.
        package var rootSignIns: [RootSignIn]?
        package var newcomers: Newcomers?
        /// An administrator, one with a second factor if there is one.
        package var administrator: String?
        package var administratorWithoutMFA: String?
        package var rootLastUsedAt: Timestamp?
        /// Earlier answers, the latest first. Empty when the caller may not know every line.
        package var scores: [Score] = []
        /// Whether the lines give another answer than the latest score.
        package var isNewAnswer = false

        package init(
            lines: [Line], rootSignIns: [RootSignIn]? = nil, newcomers: Newcomers? = nil
        ) {
            self.lines = lines
            self.rootSignIns = rootSignIns
            self.newcomers = newcomers
        }

        /// How many lines hold; nil when one of them is not known.
        package var passed: Int? {
            let known = lines.compactMap(\.holds)
            return known.count == lines.count ? known.count { $0 } : nil
        }
    }
}

extension Services {
    /// Keeps the answer of a check that is another than the one before, with the next rows that are
    /// written. A page that shows the same again writes nothing.
    package func keep(
        _ check: SecurityCheck.Output, of account: AccountID, at now: Timestamp
    ) async {
        guard check.isNewAnswer, let passed = check.passed else { return }
        await afterwards.measured(
            SecurityScore(measuredAt: now, passed: passed, total: check.lines.count), of: account)
    }
}

extension SecurityCheck.Newcomers {
    init(_ newcomers: AccountTable.Newcomers) {
        self.init(
            users: newcomers.users, groups: newcomers.groups, policies: newcomers.policies)
    }
}

extension SecurityCheck.Score {
    init(_ score: SecurityScore) {
        self.init(since: score.measuredAt, passed: score.passed, total: score.total)
    }
}
