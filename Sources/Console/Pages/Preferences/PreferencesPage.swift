/// The reader's language and theme, kept in cookies; forms of the top bar change them.
struct Preferences {
    enum Form: String { case language, theme }

    /// Keeps the choice and goes back to the page it was made on.
    static func answer(_ guest: Guest) -> Reply {
        var cookies: [String] = []
        switch guest.form.flatMap(Form.init) {
        case .language:
            if let language = Language(rawValue: guest.fields["language"]) {
                cookies = [guest.cookies.set(.language, language.rawValue, isLasting: true)]
            }
        case .theme:
            if let theme = Theme(rawValue: guest.fields["theme"]) {
                cookies = [guest.cookies.set(.theme, theme.rawValue, isLasting: true)]
            }
        case nil: break
        }
        // Read back as one of ours, so that no form can lead anywhere else.
        return .redirect(ConsolePath(reading: guest.fields["back"]) ?? .home, cookies: cookies)
    }
}
