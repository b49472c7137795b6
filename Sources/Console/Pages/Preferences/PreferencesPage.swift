import Operations

/// The reader's language, theme and columns of lists, kept in cookies.
struct PreferencesPage: PublicPage {
    static let description = PageDescription(.preferences)
    static let address = PageAddress<Self>(["console", "preferences"])

    enum Form: String { case language, theme, columns }

    /// Keeps the choice and goes back to the page it was made on.
    func answer(_ request: PublicRequest) async throws -> Reply {
        var cookies: [String] = []
        switch request.form.flatMap(Form.init) {
        case .language:
            if let language = Language(rawValue: request.fields["language"]) {
                cookies = [request.cookies.set(.language, language.rawValue, isLasting: true)]
            }
        case .theme:
            if let theme = Theme(rawValue: request.fields["theme"]) {
                cookies = [request.cookies.set(.theme, theme.rawValue, isLasting: true)]
            }
        case .columns:
            let shown = Set<UserColumn>(request.fields.all("column").compactMap(UserColumn.init))
            let hidden = Set<UserColumn>(UserColumn.allCases).subtracting(shown)
            cookies = [
                request.cookies.set(
                    .columns, UserColumn.text(ofHidden: hidden), isLasting: true)
            ]
        case nil: break
        }
        // Read back as one of ours, so that no form can lead anywhere else.
        let back = RequestedPage(reading: request.fields["back"])?.page
        return .redirect(back ?? HomePage(), cookies: cookies)
    }
}
