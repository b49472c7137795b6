/// The few drawings of the console. Each is decoration: the words beside it carry the meaning.
enum Icon {
    static let gate: HTML = """
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" \
        stroke-width="2" stroke-linejoin="round"><path d="M3 21V9l9-6 9 6v12"/>\
        <path d="M8 21v-7a4 4 0 0 1 8 0v7M2 21h20"/></svg>
        """
    static let search: HTML = """
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" \
        stroke-width="2" stroke-linecap="round"><circle cx="11" cy="11" r="7"/>\
        <path d="m16.5 16.5 4.5 4.5"/></svg>
        """
    static let theme: HTML = """
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" \
        stroke-width="2"><circle cx="12" cy="12" r="9"/>\
        <path d="M12 3v18a9 9 0 0 0 0-18" fill="currentColor"/></svg>
        """
    static let down: HTML = """
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" \
        stroke-width="2" stroke-linecap="round"><path d="m6 9 6 6 6-6"/></svg>
        """
    static let menu: HTML = """
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" \
        stroke-width="2" stroke-linecap="round"><path d="M4 6h16M4 12h16M4 18h16"/></svg>
        """
}
