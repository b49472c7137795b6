/// A request as patterns are matched against it.
struct MatchableRequest {
    /// In lower case.
    let action: [UInt8]
    let resource: [UInt8]
    let context: RequestContext

    init(_ request: AuthorizationRequest) {
        action = Array(request.action.lowercased().utf8)
        resource = Array(request.resource.utf8)
        context = request.context
    }
}
