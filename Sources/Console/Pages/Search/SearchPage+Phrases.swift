// The words of SearchPage.
extension Phrase {
    static func searchResults(_ text: String) -> Phrase {
        Phrase("Results for “\(text)”", "“\(text)” 검색 결과")
    }
}
