/// What is to be known of a page beside its address.
struct PageDescription: Sendable {
    /// Which page it is. The name routes it: a page without one does not compile, and neither does
    /// a name without a page.
    var name: PageName
    /// What breadcrumbs, navigation and search results call it; nil for a page that none of them
    /// leads to.
    var title: Phrase?
    /// The page above it in the breadcrumb.
    var parent: (any ConsolePage.Type)?
    /// Its entry in the side navigation; nil for a page that has none.
    var navigationLabel: Phrase?
    /// What search finds it by, in every language; nothing for a page that it does not find.
    var searchWords: [Phrase]
    var audience: Audience
    /// Whether its forms come from pages of others, which cannot know the token of a form of ours.
    /// What such a form carries has to prove by itself that it may be done.
    var isPostedFromElsewhere: Bool
    /// Whether a form that is too long is read all the same, to be shown again: of a policy that
    /// somebody wrote nothing may be lost. The page refuses it.
    var keepsLongForms: Bool
    /// The most bytes that stand after the question mark.
    var longestQuery: Int

    init(
        _ name: PageName, title: Phrase? = nil, within parent: (any ConsolePage.Type)? = nil,
        navigationLabel: Phrase? = nil, searchWords: [Phrase] = [],
        audience: Audience = .everyone, isPostedFromElsewhere: Bool = false,
        keepsLongForms: Bool = false, longestQuery: Int = 4_000
    ) {
        self.name = name
        self.title = title
        self.parent = parent
        self.navigationLabel = navigationLabel
        self.searchWords = searchWords
        self.audience = audience
        self.isPostedFromElsewhere = isPostedFromElsewhere
        self.keepsLongForms = keepsLongForms
        self.longestQuery = longestQuery
    }
}
