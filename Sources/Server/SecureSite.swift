import AWSWire
import IAMIdentifiers

/// Where clients of plain HTTP are sent, if the server speaks TLS.
struct SecureSite: Sendable {
    private let publicURL: PublicURL?
    private let port: Int

    /// - Parameters:
    ///   - publicURL: nil, or one that does not begin with https, for the host of a request.
    ///   - port: that of TLS.
    init(_ publicURL: PublicURL?, port: Int) {
        self.publicURL = publicURL?.isSecure == true ? publicURL : nil
        self.port = port
    }

    /// What is answered to a request by plain HTTP. One that carries nothing secret may come again
    /// by TLS; a client that signs or sends something should learn that it has to be set up anew.
    func refusal(of request: WireRequest) -> Refusal {
        guard ["GET", "HEAD"].contains(where: request.method.isExactly),
            request.headers["authorization"] == nil,
            !request.query.contains("X-Amz-"), !request.query.contains("token="),
            let origin = origin(for: request)
        else { return .notSecure }
        let query = request.query.isEmpty ? "" : "?\(request.query)"
        return .elsewhere(origin + request.path + query)
    }

    private func origin(for request: WireRequest) -> String? {
        if let publicURL { return publicURL.description }
        guard port != 0, let host = request.headers["host"].flatMap({ Authority($0) })?.host
        else { return nil }
        return "https://\(host)" + (port == 443 ? "" : ":\(port)")
    }
}
