import IAMIdentifiers
import IAMModel
import Operations

/// The credential report as a table, and the way to its file.
struct CredentialReportPage: SignedInPage {
    static let description = PageDescription(
        .credentialReport, title: .credentialReport, within: DashboardPage.self,
        navigationLabel: .credentialReport, searchWords: [.credentialReport])
    static let address = PageAddress<Self>(
        ["console", "iam", "credential-report"], [.list(\.query)])

    var query = ListQuery()

    func answer(_ request: SignedInRequest) async throws -> Reply {
        if let form = request.form {
            guard Form(rawValue: form) == .generate else {
                return .page(ErrorPages.malformed(request.page), status: 400)
            }
            try await request.run(IAM.GenerateCredentialReport.self, .init())
            return .redirect(CredentialReportPage())
        }
        var view = View(list: ListPage(rows: [], total: 0, query: query))
        if let report = try await Self.report(request) {
            let rows = CredentialReportRow.rows(of: report.text).filter {
                query.search.isEmpty || $0.holds(query.search)
            }
            let within = query.within(rows.count)
            view.generatedAt = report.generatedAt
            view.list = ListPage(
                rows: Array(rows.dropFirst(within.offset).prefix(within.size)),
                total: rows.count, query: within)
        }
        return .page(Self.render(view, request.page))
    }

    /// The report's text and when it was made; nil while there is none that can be read.
    static func report(
        _ request: SignedInRequest
    ) async throws -> (text: String, generatedAt: Timestamp?)? {
        do {
            let report = try await request.run(IAM.GetCredentialReport.self, .init())
            return (String(decoding: report.content ?? [], as: UTF8.self), report.generatedTime)
        } catch let error as IAMError where Self.isAbsent(error) {
            return nil
        }
    }

    private static func isAbsent(_ error: IAMError) -> Bool {
        [
            IAM.Errors.reportNotPresent, IAM.Errors.reportExpired, IAM.Errors.reportInProgress,
        ].contains(error.code)
    }
}

/// The report as AWS's file.
struct CredentialReportFilePage: SignedInPage {
    static let description = PageDescription(
        .credentialReportFile, within: CredentialReportPage.self)
    static let address = PageAddress<Self>(["console", "iam", "credential-report", "file"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let report = try await CredentialReportPage.report(request) else {
            return .redirect(CredentialReportPage())
        }
        return Reply(
            content: .file(
                name: "credential-report.csv", type: "text/csv; charset=utf-8",
                text: report.text))
    }
}
