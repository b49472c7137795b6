// The words of AccountPage.
extension Phrase {
    static let account = Phrase("Account", "계정")
    static let accountLead = Phrase(
        "Who owns this account, whom to reach about it, and where it may be used.",
        "이 계정의 소유자, 연락처, 사용할 수 있는 리전입니다.")
    static let enterValue = Phrase("Enter a value.", "값을 입력하십시오.")
    static let valueTooLong = Phrase("This is too long. Shorten it.", "너무 깁니다. 줄여서 입력하십시오.")

    // Contact information.
    static let contactInformation = Phrase("Contact information", "연락처 정보")
    static let contactText = Phrase(
        "The name and address of who owns the account.", "계정 소유자의 이름과 주소입니다.")
    static let noContact = Phrase(
        "There is no contact information yet.", "아직 연락처 정보가 없습니다.")
    static let editContact = Phrase("Edit contact information", "연락처 정보 편집")
    static let fullName = Phrase("Full name", "전체 이름")
    static let company = Phrase("Company name", "회사 이름")
    static let phoneNumber = Phrase("Phone number", "전화번호")
    static let phoneHint = Phrase(
        "With the country's code, as +82 2 1234 5678.", "국가 번호를 포함합니다. 예: +82 2 1234 5678")
    static let phoneNotValid = Phrase(
        "Enter a number that begins with + and the country's code, of at most 20 characters.",
        "+와 국가 번호로 시작하는 20자 이하의 전화번호를 입력하십시오.")
    static let addressLine1 = Phrase("Address line 1", "주소 1")
    static let addressLine2 = Phrase("Address line 2", "주소 2")
    static let addressLine3 = Phrase("Address line 3", "주소 3")
    static let city = Phrase("City", "도시")
    static let district = Phrase("District or county", "구 또는 군")
    static let state = Phrase("State or region", "주 또는 지역")
    static let stateHint = Phrase(
        "Required in the US, CA, GB, DE, JP, IN and BR.",
        "US, CA, GB, DE, JP, IN, BR에서는 필수입니다.")
    static let stateNeeded = Phrase(
        "An address in this country needs a state or region.",
        "이 국가의 주소에는 주 또는 지역이 필요합니다.")
    static let postalCode = Phrase("Postal code", "우편번호")
    static let country = Phrase("Country code", "국가 코드")
    static let countryHint = Phrase("Two letters, as KR or US.", "두 글자로 입력합니다. 예: KR, US")
    static let countryNotValid = Phrase(
        "Enter the two letters of a country, as KR or US.",
        "KR, US와 같이 국가를 나타내는 두 글자를 입력하십시오.")
    static let website = Phrase("Website", "웹 사이트")

    // Alternate contacts.
    static let alternateContacts = Phrase("Alternate contacts", "대체 연락처")
    static let noAlternateContact = Phrase("Nobody is named.", "지정된 사람이 없습니다.")
    static let contactName = Phrase("Name", "이름")
    static let contactTitle = Phrase("Title", "직책")
    static let contactEmail = Phrase("Email address", "이메일 주소")
    static let alternatePhoneNotValid = Phrase(
        "Enter a number of digits, spaces, hyphens and parentheses, of at most 25 characters.",
        "숫자, 공백, 하이픈, 괄호로 된 25자 이하의 전화번호를 입력하십시오.")
    static let billingContact = Phrase("Billing contact", "결제 연락처")
    static let billingContactText = Phrase(
        "Is reached about bills and payments.", "청구서와 결제에 대한 연락을 받습니다.")
    static let editBillingContact = Phrase("Edit billing contact", "결제 연락처 편집")
    static let deleteBillingContact = Phrase("Delete billing contact", "결제 연락처 삭제")
    static let operationsContact = Phrase("Operations contact", "운영 연락처")
    static let operationsContactText = Phrase(
        "Is reached about what runs in the account.", "계정에서 실행되는 서비스에 대한 연락을 받습니다.")
    static let editOperationsContact = Phrase("Edit operations contact", "운영 연락처 편집")
    static let deleteOperationsContact = Phrase("Delete operations contact", "운영 연락처 삭제")
    static let securityContact = Phrase("Security contact", "보안 연락처")
    static let securityContactText = Phrase(
        "Is reached when something about the account's security is wrong.",
        "계정 보안에 문제가 있을 때 연락을 받습니다.")
    static let editSecurityContact = Phrase("Edit security contact", "보안 연락처 편집")
    static let deleteSecurityContact = Phrase("Delete security contact", "보안 연락처 삭제")
    static let deleteContactText = Phrase(
        "Nobody but the account's owner is reached about these affairs then.",
        "삭제하면 이와 관련된 연락은 계정 소유자만 받습니다.")

    // Regions.
    static let regions = Phrase("Regions", "리전")
    static let regionsText = Phrase(
        "The regions of AWS. Those that every account has from the start cannot be disabled.",
        "AWS 리전입니다. 모든 계정에 처음부터 있는 리전은 사용 중지할 수 없습니다.")
    static let findRegions = Phrase("Find regions", "리전 찾기")
    static let regionName = Phrase("Region", "리전 이름")
    static let regionCode = Phrase("Code", "코드")
    static let enabledByDefault = Phrase("Enabled by default", "기본적으로 사용")
    static let enabled = Phrase("Enabled", "사용 중")
    static let disabled = Phrase("Disabled", "사용 안 함")
    static let enableRegion = Phrase("Enable", "사용")
    static let disableRegion = Phrase("Disable", "사용 중지")

    // Billing access.
    static let billingAccess = Phrase(
        "IAM user and role access to billing information", "결제 정보에 대한 IAM 사용자 및 역할 액세스")
    static let activate = Phrase("Activate", "활성화")
    static let deactivate = Phrase("Deactivate", "비활성화")
    static let activated = Phrase("Activated", "활성화됨")
    static let deactivated = Phrase("Deactivated", "비활성화됨")
    static let billingActivatedText = Phrase(
        "Users and roles may see and change billing information as their policies say.",
        "사용자와 역할은 정책에 따라 결제 정보를 보고 변경할 수 있습니다.")
    static let billingDeactivatedText = Phrase(
        "Only the root user may see and change billing information, whatever policies allow.",
        "정책에서 허용하더라도 루트 사용자만 결제 정보를 보고 변경할 수 있습니다.")
}
