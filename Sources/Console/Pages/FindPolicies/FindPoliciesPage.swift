import IAMIdentifiers
import IAMModel
import IAMPolicy
import Operations

/// Which managed policies grant given actions, and least besides. Actions are typed, or picked by
/// their service and level of access.
struct FindPoliciesPage: SignedInPage {
    static let description = PageDescription(
        .findPolicies, title: .findByAction, within: PoliciesPage.self,
        searchWords: [.findByAction])
    static let address = PageAddress<Self>(
        ["console", "iam", "find-policies"],
        [
            .search("actions", \.actions), .text("service", \.service), .choice("level", \.level),
        ])

    /// Actions and patterns of actions, between spaces.
    var actions = ""
    /// The prefix of the service whose actions are offered; empty for none.
    var service = ""
    var level = ServiceOutline.AccessLevel.read

    /// What is asked for where a list is searched by name: an action has a colon, which no name of
    /// a policy has.
    static func isAction(_ search: String) -> Bool {
        search.utf8.contains(UInt8(ascii: ":")) && ARN(search) == nil
    }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        var view = View(page: self)
        if let form = request.form {
            guard Form(rawValue: form) == .find else {
                return .page(ErrorPages.malformed(request.page), status: 400)
            }
            view = View(page: Self(request.fields))
            view.chosen = request.fields.all("action")
        }
        let outline = ServiceReference.builtIn.outline(of: view.page.service)
        view.offered = (outline?.actions ?? []).filter { $0.level == view.page.level }
            .map { "\(view.page.service):\($0.name)" }
        view.services = ServiceReference.builtIn.services
        let isOffering = request.fields["go"] == "offer"
        let asked = ([view.page.actions] + view.chosen).joined(separator: " ")
        guard !isOffering, !FindPolicies.words(in: asked).isEmpty else {
            return .page(Self.render(view, request.page))
        }
        let refused = try await request.problem {
            view.found = try await request.run(FindPolicies.self, .init(actions: asked))
        }
        guard let refused else { return .page(Self.render(view, request.page)) }
        view.problems.add(refused, boxes: ["Actions": "actions"])
        return .page(Self.render(view, request.page), status: 400)
    }

    init() {}

    /// What a form asks for.
    private init(_ fields: FormFields) {
        actions = fields.document("actions")
        service = fields["service"]
        level = ServiceOutline.AccessLevel(rawValue: fields["level"]) ?? .read
    }

    init(actions: String) { self.actions = actions }
}
