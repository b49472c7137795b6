import AWSWire
import IAMIdentifiers
import Store
import Testing

@testable import Server

@Suite struct HealthTests {
    @Test(
        arguments: [
            ("GET", "/healthz", .full, 200), ("HEAD", "/healthz", .full, 200),
            ("POST", "/healthz", nil, 405), ("GET", "/readyz", nil, 200),
            ("GET", "/readyz", .full, 503),
        ] as [(String, String, StoreError?, Int)])
    func `answers by itself`(
        method: String, path: String, problem: StoreError?, status: Int
    ) async {
        let health = Health(problem: { problem })
        let answer = await health.answer(to: WireRequest(method: method, path: path))
        #expect(answer?.status == status)
    }

    @Test(arguments: [
        (StoreError.full, "the disk is full"), (.other("secret"), "see the log"),
        (.unreachable("db.internal"), "the database's server is not reached"),
        (.replaced("/var/lib/gatehouse/gatehouse.db"), "the database was removed or replaced"),
    ])
    func `says what is wrong, and names no place`(_ problem: StoreError, _ words: String) async {
        let health = Health(problem: { problem })
        let answer = await health.answer(to: WireRequest(method: "GET", path: "/readyz"))
        let text = String(decoding: answer?.body ?? [], as: UTF8.self)
        #expect(text.begins(with: "not ready: ") && text.contains(words))
        #expect(!text.contains("internal") && !text.contains("/") && !text.contains("secret"))
    }

    @Test(arguments: ["/", "/healthz/", "/healthzz", "/readyz/x"])
    func `leaves other paths to the handler`(path: String) async {
        let health = Health(problem: { nil })
        #expect(await health.answer(to: WireRequest(method: "GET", path: path))?.status == nil)
    }
}
