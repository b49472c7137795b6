// The words of EventHistoryPage.
extension Phrase {
    static let dayIsWritten = Phrase(
        "A day is written as 2026-11-22.", "날짜는 2026-11-22처럼 입력합니다.")
    static let eventHistory = Phrase("Event history", "이벤트 기록")
    static let eventHistoryLead = Phrase(
        "Who did what in this account in the last 90 days, whether or not it was allowed.",
        "지난 90일 동안 이 계정에서 누가 무엇을 했는지, 허용 여부와 관계없이 보여 줍니다.")
    static let findBy = Phrase("Find events by", "조회 기준")
    static let allEvents = Phrase("All events", "모든 이벤트")
    static let eventName = Phrase("Event name", "이벤트 이름")
    static let eventSource = Phrase("Event source", "이벤트 소스")
    static let eventTime = Phrase("Event time", "이벤트 시간")
    static let eventID = Phrase("Event ID", "이벤트 ID")
    static let resourceName = Phrase("Resource name", "리소스 이름")
    static let resourceType = Phrase("Resource type", "리소스 유형")
    static let changesOnly = Phrase("Changes only", "변경만")
    static let readsOnly = Phrase("Reads only", "읽기만")
    static let lookedFor = Phrase("Exact value", "정확한 값")
    static let lookedForHint = Phrase(
        "Whole and with its capitals, for example CreateUser or AWS::IAM::User.",
        "대소문자를 구분하여 전체를 입력하십시오. 예: CreateUser, AWS::IAM::User")
    static let firstDay = Phrase("From (UTC)", "시작일(UTC)")
    static let lastDay = Phrase("To (UTC)", "종료일(UTC)")
    static let firstPage = Phrase("Latest events", "최신 이벤트")
    static let noEvents = Phrase("No events were found.", "이벤트를 찾을 수 없습니다.")
    static let showEvents = Phrase("Show events", "이벤트 보기")
}
