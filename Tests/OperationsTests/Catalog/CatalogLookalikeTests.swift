import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// Letters that look like others, or that Unicode folds or composes to others, in every name and
/// value of every operation's parameters: they are as strange as any letter that is like none.
@Suite struct CatalogLookalikeTests {
    /// What is like a letter in some way: canonically equivalent, the same without regard to case,
    /// the same in another width, or the same to the eye.
    private static let lookalikes: [Character: [String]] = [
        "k": ["\u{212A}", "\u{FF4B}"], "K": ["\u{212A}"], "s": ["\u{17F}"], "S": ["\u{17F}"],
        "i": ["\u{131}", "\u{130}"], "I": ["\u{130}"], "a": ["\u{430}", "\u{FF41}"],
        "e": ["\u{435}"], "A": ["\u{391}"], "o": ["\u{3BF}"],
    ]
    /// A letter that is like no other.
    private static let stranger = "\u{16A0}"

    private static let operationNames = AWSService.all.handlers.map { $0.name }

    private struct Outcome: Equatable {
        let error: IAMError.Code?
        let users: [String]
        let policies: [String]
    }

    /// What an answer and the account are, with one letter for all the strange ones.
    private static func outcome(
        _ scenario: Scenario, _ change: (inout [String: String]) -> Void, strange: String
    ) async throws -> Outcome {
        let service = try await TestService()
        let prepared = try await PreparedAccount(service)
        try await service.permit(Scenario.caller, Policies.allow("*"))
        var parameters = prepared.filled(scenario.parameters)
        change(&parameters)
        let answer = try await service.call(
            scenario.operation, parameters, as: service.caller(Scenario.caller))
        let users = try await service.run(IAM.ListUsers.self, .init()).users
        let policies = try await service.run(
            IAM.ListPolicies.self, .init(scope: .local, onlyAttached: false)
        ).policies
        func plain(_ text: String) -> String { text.replacing(strange, with: "?") }
        return Outcome(
            error: answer.error?.code, users: users.map { plain($0.arn) },
            policies: policies?.map { plain($0.arn ?? "") } ?? [])
    }

    @Test("a lookalike in a value is a stranger", arguments: Scenario.all)
    func values(_ scenario: Scenario) async throws {
        for (name, value) in scenario.parameters {
            guard let (place, letters) = Self.firstLookalike(in: value) else { continue }
            func outcome(_ letter: String) async throws -> Outcome {
                try await Self.outcome(
                    scenario, { $0[name]?.replaceSubrange(place...place, with: letter) },
                    strange: letter)
            }
            let expected = try await outcome(Self.stranger)
            for letter in letters {
                #expect(try await outcome(letter) == expected, "\(name): \(letter)")
            }
        }
    }

    @Test("a lookalike in a parameter's name is a stranger", arguments: Scenario.all)
    func names(_ scenario: Scenario) async throws {
        for (name, value) in scenario.parameters {
            guard let (place, letters) = Self.firstLookalike(in: name) else { continue }
            func outcome(_ letter: String) async throws -> Outcome {
                try await Self.outcome(
                    scenario,
                    { parameters in
                        var other = name
                        other.replaceSubrange(place...place, with: letter)
                        parameters[name] = nil
                        parameters[other] = value
                    }, strange: letter)
            }
            let expected = try await outcome(Self.stranger)
            for letter in letters {
                #expect(try await outcome(letter) == expected, "\(name): \(letter)")
            }
        }
    }

    @Test(
        "an operation is not found by a lookalike of its name",
        arguments: operationNames)
    func operations(_ name: String) {
        for place in name.indices {
            for letter in Self.lookalikes[name[place]] ?? [] {
                var other = name
                other.replaceSubrange(place...place, with: letter)
                for service in AWSService.all {
                    #expect(service.handler(named: other) == nil)
                }
            }
        }
    }

    private static func firstLookalike(in text: String) -> (String.Index, [String])? {
        for place in text.indices {
            // The marks of prepared are filled in later.
            guard !text[...place].contains("{") else { return nil }
            if let letters = lookalikes[text[place]] { return (place, letters) }
        }
        return nil
    }
}
