// The words of AssignDevicePage.
extension Phrase {
    static let selectDevice = Phrase("Select MFA device", "MFA 디바이스 선택")
    static let setUpDevice = Phrase("Set up device", "디바이스 설정")
    static let deviceName = Phrase("Device name", "디바이스 이름")
    static let deviceNameHint = Phrase(
        "Letters, digits and + = , . @ - _, such as alice-phone.",
        "영문자와 숫자, + = , . @ - _ 문자를 사용합니다. 예: alice-phone")
    static let deviceKind = Phrase("MFA device", "MFA 디바이스")
    static let passkeyHint = Phrase(
        "Sign in with a fingerprint, a face, a screen lock or a security key. It cannot be "
            + "given to a page that only pretends to be this one.",
        "지문, 얼굴, 화면 잠금 또는 보안 키로 로그인합니다. 이 사이트를 흉내 낸 페이지에는 쓸 수 "
            + "없습니다.")
    static let authenticatorAppHint = Phrase(
        "Sign in with a code that an app on your phone or computer shows.",
        "휴대폰이나 컴퓨터의 앱에 표시되는 코드로 로그인합니다.")
    static let hardwareTokenHint = Phrase(
        "Sign in with a code that a token shows. The operator of this server has to know it.",
        "토큰에 표시되는 코드로 로그인합니다. 서버 운영자가 미리 등록한 토큰이어야 합니다.")
    static let enterDeviceName = Phrase("Enter a device name.", "디바이스 이름을 입력하십시오.")
    static let showQRCode = Phrase("Show QR code", "QR 코드 표시")
    static let showSecretKey = Phrase("Show secret key", "보안 키 표시")
    static let qrCode = Phrase("QR code", "QR 코드")
    static let noQRCode = Phrase(
        "The QR code cannot be shown. Use the secret key.",
        "QR 코드를 표시할 수 없습니다. 보안 키를 사용하십시오.")
    static let addMFA = Phrase("Add MFA", "MFA 추가")
    static let installApp = Phrase(
        "Install an authenticator app on your phone or computer.",
        "휴대폰이나 컴퓨터에 인증 관리자 앱을 설치합니다.")
    static let scanCode = Phrase(
        "Open the app and scan the QR code, or type the secret key. Neither is shown again.",
        "앱을 열고 QR 코드를 스캔하거나 보안 키를 입력합니다. 둘 다 다시 표시되지 않습니다.")
    static let twoCodes = Phrase(
        "Enter two codes that the app shows one after the other.",
        "앱에 연속으로 표시되는 두 코드를 입력합니다.")
    static let setUpPasskey = Phrase("Set up passkey", "패스키 설정")
    static let setUpPasskeyText = Phrase(
        "Your browser asks where to keep the passkey, or for a touch of the security key.",
        "브라우저가 패스키를 저장할 곳을 묻거나 보안 키를 터치하라고 안내합니다.")
    static let tokenText = Phrase(
        "Enter the serial number on the token and two codes that it shows one after the other.",
        "토큰의 일련 번호와 연속으로 표시되는 두 코드를 입력하십시오.")
    static let serialNumber = Phrase("Serial number", "일련 번호")
    static let codesNotAccepted = Phrase(
        "These are not two codes that the device showed one after the other. Wait for a new code "
            + "and try again.",
        "디바이스에 연속으로 표시된 두 코드가 아닙니다. 새 코드가 표시되면 다시 시도하십시오.")

    static func deviceForUser(_ name: String) -> Phrase {
        Phrase("The device becomes the second proof of \(name).", "\(name)의 두 번째 인증으로 사용합니다.")
    }
}
