package import AWSWire
import Credentials
import IAMIdentifiers
package import IAMModel
import Store

/// The operations on signing certificates, X.509 certificates by whose keys users and root users
/// sign requests to some services of AWS's.
///
/// No service here takes them: they are kept for those that ask. Without `UserName` they act on the
/// caller, so that a root user manages its own.
///
/// Source: IAM API Reference, UploadSigningCertificate.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html>
package enum SigningCertificates {
    static let operations: [any Handler.Type] = [
        IAM.UploadSigningCertificate.self, IAM.ListSigningCertificates.self,
        IAM.UpdateSigningCertificate.self, IAM.DeleteSigningCertificate.self,
    ]

    /// Certificates of one user, or of the root user, inactive ones included.
    /// Source: IAM User Guide, "IAM and AWS STS quotas"; not adjustable there either.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    package static let perOwner = 2

    /// The characters of an ID, as in AWS's examples.
    fileprivate static let idLength = 28

    /// A certificate that was sent. One that has ended is called malformed, as AWS's model has it.
    fileprivate static func certificate(_ text: String, at now: Timestamp) throws -> PEMCertificate
    {
        do {
            let certificate = try PEMCertificate(text)
            try certificate.check(at: now)
            return certificate
        } catch {
            switch error {
            case .notYetValid:
                throw IAM.Errors.invalidCertificate(
                    ServerCertificates.sentence(about: error), about: "CertificateBody")
            default:
                throw IAM.Errors.malformedCertificate(
                    ServerCertificates.sentence(about: error), about: "CertificateBody")
            }
        }
    }
}

extension Call {
    /// The owner's certificate of this ID.
    /// - Throws: `NoSuchEntity` when there is none, or it is another's.
    fileprivate func signingCertificate(
        _ id: String, of owner: any Principal
    ) throws -> SigningCertificate {
        guard let certificate = try tables.signingCertificates.find(id, ownedBy: owner.id) else {
            throw IAM.Errors.noSuchEntity(
                "The Certificate with id \(id) cannot be found.", about: "CertificateId")
        }
        return certificate
    }
}

extension IAM.Shape.SigningCertificate {
    fileprivate init(_ certificate: SigningCertificate, of owner: any Principal) {
        self.init(
            certificateId: certificate.id, certificateBody: certificate.body,
            status: .init(certificate.status), userName: owner.userName,
            uploadDate: certificate.uploadedAt)
    }
}

/// An operation on a signing certificate of the user that its input names, or of the caller.
package protocol OnCertificateOwner: Handler
where Input: MayNameCertificateOwner, Resource == any Principal {}

extension OnCertificateOwner {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.userOrCaller(input.userName)
    }
}

/// May say whose signing certificate is meant; the caller's for nil.
package protocol MayNameCertificateOwner { var userName: String? { get } }

extension IAM.UploadSigningCertificate.Input: MayNameCertificateOwner {}
extension IAM.ListSigningCertificates.Input: MayNameCertificateOwner {}
extension IAM.UpdateSigningCertificate.Input: MayNameCertificateOwner {}
extension IAM.DeleteSigningCertificate.Input: MayNameCertificateOwner {}

extension IAM.UploadSigningCertificate: OnCertificateOwner, ChangingHandler {
    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? {
        var prepared = Prepared()
        prepared.signingCertificate = try await document(of: input, for: caller, facts, services) {
            try SigningCertificates.certificate(input.certificateBody, at: facts.now)
        }
        return prepared
    }

    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        try call.requireFreshProofs(of: owner)
        let certificate = try call.prepared(\.signingCertificate)
        guard
            try call.tables.signingCertificates.count(ownedBy: owner.id)
                < SigningCertificates.perOwner
        else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for SigningCertificatesPerUser: "
                    + "\(SigningCertificates.perOwner)")
        }
        let uploaded = SigningCertificate(
            account: call.account,
            id: call.withRandom { Base32.random(SigningCertificates.idLength, using: &$0) },
            owner: owner.id, body: input.certificateBody, digest: certificate.digest,
            uploadedAt: call.now)
        guard try call.tables.signingCertificates.insert(uploaded) else {
            throw IAM.Errors.duplicateCertificate(
                "The same certificate is associated with an IAM user in the account.",
                about: "CertificateBody")
        }
        return Output(certificate: .init(uploaded, of: owner))
    }
}

extension IAM.ListSigningCertificates: OnCertificateOwner, ReadingHandler {
    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.signingCertificates.list(
                ownedBy: owner.id, after: paging.after, limit: paging.limit), by: \.id)
        return Output(
            certificates: page.items.map { .init($0, of: owner) },
            isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.UpdateSigningCertificate: OnCertificateOwner, ChangingHandler {
    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        let certificate = try call.signingCertificate(input.certificateId, of: owner)
        guard let status = CredentialStatus(input.status) else {
            throw IAM.Errors.invalidInput(CredentialStatus.sentence, about: "Status")
        }
        if status == .active { try call.requireFreshProofs(of: owner) }
        try call.tables.signingCertificates.setStatus(status, of: certificate.id)
        return Output()
    }
}

extension IAM.DeleteSigningCertificate: OnCertificateOwner, ChangingHandler {
    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        try call.tables.signingCertificates.delete(
            try call.signingCertificate(input.certificateId, of: owner).id)
        return Output()
    }
}
