import AWSWire
import IAMIdentifiers
package import IAMModel
import Store
import Workers

/// The report of what the users of an account sign in and sign requests with.
package enum CredentialReports {
    static let operations: [any Handler.Type] = [
        IAM.GenerateCredentialReport.self, IAM.GetCredentialReport.self,
    ]

    /// How long a report is the newest that there can be, and can be read.
    ///
    /// Source: IAM User Guide, "Generate credential reports for your AWS account".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html>
    static let lifetime = Duration.seconds(4 * 3_600)

    /// How long a report may be in the making before another is begun: the server may have stopped
    /// meanwhile.
    static let patience = Duration.seconds(60)
}

extension IAM.GenerateCredentialReport: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Begins a report, unless there is one that is young enough or in the making.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let report = try call.tables.credentialReports.find()
        switch (report, report?.generatedAt) {
        case (_, let generated?) where call.now < generated + CredentialReports.lifetime:
            return Output(state: .complete)
        case (let report?, nil) where call.now < report.requestedAt + CredentialReports.patience:
            return Output(state: .inprogress)
        default:
            try call.tables.credentialReports.begin(at: call.now)
            return Output(
                state: .started,
                description: "No report exists. Starting a new report generation task")
        }
    }

    /// Makes the report that was begun. One that is not made is begun anew by whoever asks again
    /// after a minute.
    package static func finish(
        _ output: Output, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async {
        guard output.state == .started else { return }
        try? await make(for: caller.account, facts, services)
    }

    /// Makes the report, from one moment of the account.
    private static func make(
        for account: AccountID, _ facts: RequestFacts, _ services: Services
    ) async throws {
        let credentials = try await services.database.read {
            try ReportedCredentials(of: AccountTables($0, of: account))
        }
        let content = try await services.computations.run(for: account) { _ in
            Array(credentials.text.utf8)
        }
        try await services.database.write(for: account) {
            try CredentialReportTable($0, of: account).complete(
                begunAt: facts.now, at: facts.now, content)
        }
    }
}

extension IAM.GetCredentialReport: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard let report = try call.tables.credentialReports.find() else {
            throw IAM.Errors.reportNotPresent(
                "The credential report does not exist. To generate one, use "
                    + "GenerateCredentialReport.")
        }
        guard let generated = report.generatedAt,
            let content = try call.tables.credentialReports.content()
        else {
            throw IAM.Errors.reportInProgress("The credential report is still being generated.")
        }
        guard call.now < generated + CredentialReports.lifetime else {
            throw IAM.Errors.reportExpired(
                "The credential report has expired. To generate a new one, use "
                    + "GenerateCredentialReport.")
        }
        return Output(content: content, reportFormat: .textCsv, generatedTime: generated)
    }
}
