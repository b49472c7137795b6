/// What the search box of the top bar finds: pages first, then users, groups and policies.
struct SearchPage {
    /// One thing found.
    struct Match: Sendable, Equatable {
        var kind: Phrase
        var name: String
        var path: ConsolePath
    }

    struct View {
        var text: String
        var matches: [Match]
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let links = view.matches.map { match in
            """
            <li><a href="\(match.path)"><span class="name">\(match.name)</span> \
            <span class="quiet small">\(page[match.kind])</span></a></li>
            """ as HTML
        }
        return page.document(
            page[.searchResults(view.text)],
            content: view.matches.isEmpty
                ? page.empty(.nothingFound)
                : "<div class=\"card\"><ul class=\"results\">\(links)</ul></div>")
    }

    /// The console's own pages whose name, in either language, holds the text.
    static func pages(matching text: String, in language: Language) -> [Match] {
        let pages: [(Phrase, ConsolePath)] = [
            (.identityAndAccess, .dashboard), (.users, .users(.all)), (.groups, .groups(.all)),
            (.policies, .policies(.all)), (.accountSettings, .accountSettings),
            (.createUser, .createUser), (.createGroup, .createGroup),
            (.createPolicy, .createPolicy), (.policySimulator, .simulation(nil)),
            (.securityCredentials, .securityCredentials(continued: false)),
            (.consoleHome, .home),
        ]
        return pages.filter { name, _ in
            Language.allCases.contains { Ranking.rank(name.text(in: $0), for: text) != nil }
        }.map { Match(kind: .page, name: $0.text(in: language), path: $1) }
    }
}
