// The words of EventPage.
extension Phrase {
    static let event = Phrase("Event", "이벤트")
    static let eventRecord = Phrase("Event record", "이벤트 레코드")
}
