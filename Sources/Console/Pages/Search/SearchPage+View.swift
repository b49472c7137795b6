import Operations

extension SearchPage {
    /// One thing found.
    struct Match: Sendable {
        var kind: Phrase
        var name: String
        var page: any ConsolePage
    }

    struct View {
        var text: String
        var matches: [Match]
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let links = view.matches.map { match in
            """
            <li><a href="\(match.page)"><span class="name">\(match.name)</span> \
            <span class="quiet small">\(page[match.kind])</span></a></li>
            """ as HTML
        }
        return page.document(
            page[.searchResults(view.text)],
            content: view.matches.isEmpty
                ? page.empty(.nothingFound)
                : "<div class=\"card\"><ul class=\"results\">\(links)</ul></div>")
    }

    /// The console's own pages that are found by the text, in either language.
    static func pages(matching text: String, _ page: PageContext) -> [Match] {
        PageName.allCases.map(\.route.page).filter { found in
            page.isOpen(found)
                && found.description.searchWords.contains { words in
                    Language.allCases.contains {
                        words.text(in: $0).lowercased().contains(text.lowercased())
                    }
                }
        }.compactMap { found in
            found.description.title.map {
                Match(kind: .page, name: page[$0], page: found.init())
            }
        }
    }
}
