// The words of DevelopmentMail.
extension Phrase {
    static let mailTitle = Phrase("Mail", "메일")
    static let mailLead = Phrase(
        "Development mode sends no mail. What would have been sent stands here, the newest first.",
        "개발 모드에서는 메일을 보내지 않습니다. 보냈을 메일이 최신순으로 여기에 표시됩니다.")
    static let noMail = Phrase("No mail has been sent.", "보낸 메일이 없습니다.")
    static let mailFrom = Phrase("From", "보낸 사람")
    static let mailTo = Phrase("To", "받는 사람")
    static let mailSent = Phrase("Sent", "보낸 시간")
}
