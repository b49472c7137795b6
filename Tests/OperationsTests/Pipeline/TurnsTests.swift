import AWSWire
import IAMIdentifiers
import Store
import TestSupport
import Testing
import Workers

@testable import Operations

/// However many of an account's requests are worked on, others' are not held up.
@Suite struct TurnsTests {
    private static let other = AccountID("210987654321")!  // twelve digits

    @Test("a signed request waits for its account's turn, and no other's")
    func accounts() async throws {
        let stage = try await APIEndpointTests.Stage()
        let services = stage.service.services
        let signal = Signal()
        // Another account is there, and this one has its half of the places.
        try await services.inTurn(of: Self.other) {}
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { signal.open() }
            for _ in 0..<Services.places / 2 {
                group.addTask {
                    try await services.turns.pass(for: stage.service.account.id) {
                        await signal.wait()
                    }
                }
            }
            await signal.holds(Services.places / 2)
            async let answer = stage.endpoint.answer(stage.signer.post(APIEndpointTests.listUsers))
            while services.turns.waitingCount == 0 { await Task.yield() }
            try await services.inTurn(of: Self.other) {}
            signal.open()
            #expect(await answer.status == 200)
            try await group.waitForAll()
        }
    }
}
