import AWSWire
import Testing

@testable import Server

@Suite struct HealthTests {
    @Test(arguments: [
        ("GET", "/healthz", false, 200), ("HEAD", "/healthz", false, 200),
        ("POST", "/healthz", true, 405), ("GET", "/readyz", true, 200),
        ("GET", "/readyz", false, 503),
    ])
    func `answers by itself`(method: String, path: String, isReady: Bool, status: Int) async {
        let health = Health(isReady: { isReady })
        let answer = await health.answer(to: WireRequest(method: method, path: path))
        #expect(answer?.status == status)
    }

    @Test(arguments: ["/", "/healthz/", "/healthzz", "/readyz/x"])
    func `leaves other paths to the handler`(path: String) async {
        let health = Health(isReady: { true })
        #expect(await health.answer(to: WireRequest(method: "GET", path: path))?.status == nil)
    }
}
