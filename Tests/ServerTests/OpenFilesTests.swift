import Testing

@testable import Server

@Suite struct OpenFilesTests {
    private func fit(_ connections: Int, to files: Int) -> Limits {
        var limits = Limits()
        limits.connections = connections
        return OpenFiles.fit(limits, to: files, TestServer.logger)
    }

    @Test func `connections are as many as configured when there are files for them`() {
        #expect(fit(800, to: 800 + OpenFiles.reserve).connections == 800)
        #expect(fit(800, to: .max).connections == 800)
    }

    @Test func `there are fewer when there are not, and of one address, too`() {
        let limits = fit(800, to: 799 + OpenFiles.reserve)
        #expect(limits.connections == 799)
        #expect(limits.connectionsPerAddress == 399)
        #expect(fit(800, to: 1).connections == 1)
    }

    @Test func `the limit is raised to the most that is allowed`() {
        #expect(OpenFiles.raiseLimit() == OpenFiles.raiseLimit())
        #expect(OpenFiles.raiseLimit() >= 1_024)
    }
}
