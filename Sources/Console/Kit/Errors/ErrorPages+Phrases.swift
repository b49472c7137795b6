// The words of ErrorPages.
extension Phrase {
    static let deniedTitle = Phrase("You do not have permission", "권한이 없습니다")
    static let deniedText = Phrase(
        "An administrator of the account can allow it with a policy.",
        "계정 관리자가 정책으로 허용할 수 있습니다.")
    static let notFoundTitle = Phrase("Not found", "찾을 수 없습니다")
    static let notFoundText = Phrase(
        "Nothing is at this address.", "이 주소에는 아무것도 없습니다.")
    static let forgedTitle = Phrase("The form could not be accepted", "양식을 처리할 수 없습니다")
    static let forgedText = Phrase(
        "It came from a page that is too old, from before you switched roles, or cookies are off. "
            + "Nothing was changed. Go back, reload the page and send it again.",
        "너무 오래된 페이지나 역할을 전환하기 전의 페이지에서 보냈거나 쿠키가 꺼져 있습니다. 아무것도 변경되지 않았습니다. 뒤로 "
            + "가서 페이지를 새로 고친 후 다시 보내십시오.")
    static let malformedTitle = Phrase("The request could not be read", "요청을 읽을 수 없습니다")
    static let malformedText = Phrase("Nothing was changed.", "아무것도 변경되지 않았습니다.")
    static let unknownHostTitle = Phrase(
        "This server does not answer to that name", "이 이름으로는 응답하지 않습니다")
    static let unknownHostText = Phrase(
        "Pages are shown under the host of public_url, under localhost, under IP addresses and "
            + "under the names in hosts. If the name below is your server's, write it into the "
            + "configuration file and restart the server:",
        "페이지는 public_url의 호스트, localhost, IP 주소, 그리고 hosts에 적힌 이름으로만 볼 수 "
            + "있습니다. 아래 이름이 이 서버의 것이 맞다면 구성 파일에 적고 서버를 다시 시작하십시오.")
    static let refusedTitle = Phrase("The request was refused", "요청이 거부되었습니다")
}
