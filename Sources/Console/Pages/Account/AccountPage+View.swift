extension AccountPage {
    /// What stands on the page.
    struct View {
        enum Part {
            case section(any AccountSection)
            /// The title of a section that the reader may not read, and why.
            case denied(Phrase, String)
        }

        var parts: [Part] = []
        /// What was wrong with the form that was sent.
        var problems = FormProblems()
        /// The title of the section that the form belongs to.
        private var refused: Phrase?

        init(_ sections: [any AccountSection] = []) { parts = sections.map { .section($0) } }

        /// Notes that a form of a section was refused. What was typed into it is kept.
        mutating func refuse(
            _ type: any AccountSection.Type, _ problems: FormProblems, _ fields: FormFields
        ) {
            self.problems = problems
            refused = type.title
            parts = parts.map { part in
                guard case .section(var section) = part, Swift.type(of: section) == type else {
                    return part
                }
                section.keep(fields)
                return .section(section)
            }
        }

        fileprivate func problems(of section: any AccountSection) -> FormProblems {
            refused == type(of: section).title ? problems : .none
        }
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let parts = view.parts.map { part in
            switch part {
            case .section(let section):
                page.card(
                    page[type(of: section).title],
                    section.render(view.problems(of: section), page))
            case .denied(let title, let sentence):
                page.card(page[title], ErrorPages.facts(ofDenial: sentence, page))
            }
        }
        return page.document(
            page[.account], lead: page[.accountLead],
            content: "\(page.summary(view.problems))\(parts)")
    }
}
