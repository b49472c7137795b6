import AWSWire
import IAMIdentifiers
import IAMModel
import Operations

/// One request by someone who is signed in.
struct SignedInRequest: Sendable {
    let pipeline: Pipeline
    let signIn: SignIn
    let lostDevice: LostDevice
    let signedIn: SignedIn
    let principal: SignedInPrincipal
    let facts: RequestFacts
    let page: PageContext
    let cookies: Cookies
    /// The query's fields of a GET, the form's of a POST.
    let fields: FormFields
    /// The name of the form that was posted; nil when the page is only looked at.
    let form: String?

    /// Whom operations are called as.
    var caller: Caller { signedIn.caller }

    /// The principal's ARN.
    var arn: ARN { signedIn.principal.arn }

    /// Runs one operation as the session's caller. Its input is checked as that of a request to the
    /// API is, and refused with the same sentences.
    /// - Throws: ``IAMError`` and nothing else.
    @discardableResult
    func run<Op: Handler>(_: Op.Type, _ input: Op.Input) async throws -> Op.Output {
        let checked: Op.Input
        do {
            checked = try Op.checked(input)
        } catch {
            throw IAMError(error)
        }
        return try await pipeline.run(Op.self, checked, as: caller, facts)
    }

    /// What is wrong with an operation's input before anyone is asked.
    static func refusal<Op: Handler>(_: Op.Type, _ input: Op.Input) -> IAMError? {
        do {
            _ = try Op.checked(input)
            return nil
        } catch {
            return IAMError(error)
        }
    }

    /// The most pages of 1,000 that a list is read in.
    private static let longestList = 20

    /// Everything a listing operation has, page by page.
    func all<Op: Handler, Item>(
        _: Op.Type, _ input: Op.Input, _ items: (Op.Output) -> [Item]?
    ) async throws -> [Item] where Op.Input: AsksForPage, Op.Output: AnswersPage {
        var found: [Item] = []
        var page = input
        page.maxItems = 1_000
        for _ in 0..<Self.longestList {
            let output = try await run(Op.self, page)
            found += items(output) ?? []
            page.marker = output.marker
            if page.marker == nil { break }
        }
        return found
    }

    /// What may not be listed is shown as absent, where it is one offer among several.
    func permitted<Row>(_ list: () async throws -> [Row]) async throws -> [Row] {
        do {
            return try await list()
        } catch let error as IAMError where error.code == .accessDenied {
            return []
        }
    }

    /// Runs `work`, and gives what it was refused with when that can be mended in the form.
    /// - Throws: what cannot: a missing permission, a session that ended, a failure of ours.
    func problem(_ work: () async throws -> Void) async throws -> IAMError? {
        do {
            try await work()
            return nil
        } catch let error as IAMError {
            switch error.code {
            case .accessDenied, .invalidClientTokenId, .serviceFailure: throw error
            default: return error
            }
        }
    }
}
