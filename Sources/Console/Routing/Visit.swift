import AWSWire
import IAMIdentifiers
import IAMModel
import Operations

/// One request by someone who is signed in.
struct Visit: Sendable {
    let pipeline: Pipeline
    let signIn: SignIn
    let caller: Caller
    let reader: PageContext.Reader
    /// The principal's ARN.
    let arn: ARN
    let facts: RequestFacts
    let page: PageContext
    /// The query's fields of a GET, the form's of a POST.
    let fields: FormFields

    /// A parameter of an operation: its name as the API has it, and its value; a nil one is not
    /// sent.
    typealias Parameter = (name: String, value: String?)

    /// Runs one operation as the session's caller, from parameters as a request to the API would
    /// carry them: the same checks, the same sentences.
    /// - Throws: ``IAMError`` and nothing else.
    @discardableResult
    func run<Op: Handler>(
        _: Op.Type, _ parameters: [Parameter] = []
    ) async throws -> Op.Output {
        let input: Op.Input
        do {
            input = try Self.input(of: Op.self, parameters)
        } catch {
            throw IAMError(error)
        }
        return try await pipeline.run(Op.self, input, as: caller, facts)
    }

    /// What is wrong with parameters before anyone is asked, in the operation's own sentence.
    static func refusal<Op: Handler>(_: Op.Type, _ parameters: [Parameter]) -> String? {
        do {
            _ = try input(of: Op.self, parameters)
            return nil
        } catch {
            return IAMError(error).message
        }
    }

    private static func input<Op: Handler>(
        of _: Op.Type, _ parameters: [Parameter]
    ) throws(WireError) -> Op.Input {
        let pairs = parameters.compactMap { name, value in
            value.map { "\(name)=\(PercentCoding.encode($0))" }
        }
        return try Op.Input(decoding: QueryForm(parsing: pairs.joined(separator: "&").utf8))
    }

    /// The most pages of 1,000 that a list is read in.
    private static let longestList = 20

    /// Everything a listing operation has, page by page.
    func all<Op: Handler, Item>(
        _: Op.Type, _ parameters: [Parameter] = [], items: (Op.Output) -> [Item]?,
        next marker: (Op.Output) -> String?
    ) async throws -> [Item] {
        var found: [Item] = []
        var next: String?
        for _ in 0..<Self.longestList {
            let output = try await run(
                Op.self, parameters + [("MaxItems", "1000"), ("Marker", next)])
            found += items(output) ?? []
            next = marker(output)
            if next == nil { break }
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
