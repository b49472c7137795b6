import IAMIdentifiers
import Operations

/// Who reads a page, and how. Every component is written against it, so none can forget the
/// language or a form's anti-forgery token.
struct PageContext: Sendable {
    var language = Language.english
    var theme = Theme.automatic
    /// The page being shown: where its forms go and what the navigation marks.
    var current: any ConsolePage
    /// What every form of this page carries; see ``AntiForgery``.
    var formToken: String
    /// Who is signed in; nil before a session exists.
    var principal: SignedInPrincipal?
    var now: Timestamp
    /// Scheme and host as the browser wrote them, for addresses meant to be copied.
    var origin = ""
    /// Whether passkeys and security keys can be used on it.
    var keyAccess = KeyAccess.nowhere
    /// Whether who is signed in has to assign an MFA device.
    var deviceNeed = DeviceNeed.none
    /// The columns of the list of users that the reader has hidden.
    var hiddenUserColumns = UserColumn.hiddenAtFirst
    /// An administrator as whom the root user can go on; nil for none, and for an IAM user.
    var administrator: String?
    /// The roles that were switched to last in this browser.
    var shortcuts = RoleShortcuts()
    /// What the form before this page did.
    var notice: Notice?
    /// The waiting period after which the root user's MFA devices can be removed, in a session of
    /// its account; nil when there is none.
    var lostDeviceWait: LostDevice.Wait?

    /// Whether the page cannot be opened again: it answers what came with the request, or its
    /// address opens a session. Nothing on it leads back to it, and no other server or later
    /// request is told of its address.
    var isOnlyHere = false

    var onlyHere: PageContext {
        var page = self
        page.isOnlyHere = true
        return page
    }

    /// A phrase in the reader's language.
    subscript(_ phrase: Phrase) -> String { phrase.text(in: language) }
}
