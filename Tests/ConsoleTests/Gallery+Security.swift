import IAMIdentifiers
import Operations

@testable import Console

// How well an account is secured.
extension Gallery {
    /// A check whose first lines hold.
    static func check(_ passed: Int) -> SecurityCheck.Output {
        var check = SecurityCheck.Output(
            lines: SecurityCheck.Subject.allCases.enumerated().map {
                .init(subject: $1, holds: $0 < passed)
            },
            rootSignIns: [
                RootSignIn(at: now, sourceAddress: "203.0.113.9", usedMFA: true, succeeded: true),
                RootSignIn(
                    at: now - .seconds(90), sourceAddress: "2001:db8::9", usedMFA: false,
                    succeeded: true),
                RootSignIn(
                    at: now - .seconds(86_400), sourceAddress: "198.51.100.7", usedMFA: false,
                    succeeded: false),
            ], newcomers: .init(users: 1_200, groups: 0, policies: 1))
        if passed > 3 { check.administrator = "alice" }
        if passed == 4 { check.administratorWithoutMFA = "alice" }
        check.rootLastUsedAt = now
        check.scores = [
            .init(since: now - .seconds(60), passed: passed, total: 8),
            .init(since: now - .seconds(86_400), passed: 5, total: 8),
        ]
        return check
    }

    /// Read by a root user who could go on as an administrator, and has no MFA device.
    static func withAdministrator(_ asked: any ConsolePage, _ language: Language) -> PageContext {
        var context = page(asked, language)
        context.administrator = "alice"
        context.deviceNeed = .from(now + .seconds(86_400))
        return context
    }

    /// Read by an IAM user without MFA device.
    static func withoutDevice(_ asked: any ConsolePage, _ language: Language) -> PageContext {
        var context = page(asked, language, alice)
        context.deviceNeed = .advised
        return context
    }
}
