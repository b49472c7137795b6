import AWSWire
import IAMIdentifiers
import Operations
import TestSupport
import Testing

/// Every error an operation declares and this service can give is given, in AWS's sentence.
@Suite struct CatalogErrorTests {
    /// A prepared account, with what a case finds there, and who calls.
    private struct Stage {
        let service: TestService
        let prepared: PreparedAccount
        let caller: Caller

        init(for refusal: ErrorCase? = nil) async throws {
            service = try await TestService()
            prepared = try await PreparedAccount(service)
            try await refusal?.given?(service, prepared)
            if let user = refusal?.caller { try await service.permit(user, Policies.allow("*")) }
            caller = try await service.caller(refusal?.caller)
        }
    }

    /// One for all cases that begin with the prepared as it is and the root user: as they change
    /// nothing, they may share it. Simulations do not, of which one account has a few at a time.
    private static let unchanged = Task { try await Stage() }

    @Test("is refused in AWS's sentence, and nothing is written", arguments: ErrorCase.all)
    func refused(_ refusal: ErrorCase) async throws {
        let isPlain =
            refusal.given == nil && refusal.caller == nil
            && !refusal.operation.hasPrefix("Simulate")
        let stage = try await isPlain ? Self.unchanged.value : Stage(for: refusal)
        let (service, prepared, caller) = (stage.service, stage.prepared, stage.caller)
        // But for the count of guesses at an old password.
        let before = try await StoreContents(of: service.services.database)
            .without("password_attempt")
        let answer = try await service.call(
            refusal.operation, prepared.filled(refusal.parameters), as: caller)
        #expect(answer.error == IAMError(refusal.code, prepared.filled(refusal.message)))
        if let parameter = answer.error?.parameter, !Self.isMissing(parameter, refusal.operation) {
            let sent = refusal.parameters.keys.map { $0.parts(at: ".")[0] }
            #expect(sent.contains(parameter), "a page would put it beside a box that is not there")
        }
        let after = try await StoreContents(of: service.services.database)
            .without("password_attempt")
        #expect(after == before)
    }

    /// Whether an error may name a parameter because it was not sent.
    private static func isMissing(_ parameter: String, _ operation: String) -> Bool {
        operation == "CreateLoginProfile" && parameter == "Password"
            || parameter == "UserName"
                && ["ListSSHPublicKeys", "ListServiceSpecificCredentials"].contains(operation)
            || operation.hasPrefix("Simulate") && parameter == "CallerArn"
    }

    /// What the model declares and this service never answers, and why.
    private func isUnreachable(_ code: String, of operation: String) -> Bool {
        switch code {
        case "ServiceFailure": true  // reached for every operation by the failing store
        // The account is in no organization, which is the first that is told.
        case "AccountNotManagementOrDelegatedAdministratorException",
            "CallerIsNotManagementAccountException", "OrganizationNotInAllFeaturesModeException",
            "ServiceAccessNotEnabledException":
            true
        case "ConcurrentModification": true  // writers are serialised
        case "EntityTemporarilyUnmodifiable": true  // nothing takes time to arrive everywhere
        // The wire gives these names to common errors.
        case "AccessDeniedException", "InternalServerException", "ThrottlingException",
            "TooManyRequestsException":
            true
        case "ValidationException":
            !["EnableRegion", "DisableRegion"].contains(operation)
        case "ConflictException": true  // regions change at once, and no code is sent
        case "ResourceUnavailableException": true  // there is no GovCloud account to wait for
        case "ResourceNotFoundException":
            // Refused to all, or answered whatever the account has.
            operation.contains("PrimaryEmail") || operation.contains("PhoneNumber")
        // The region is the signature's: the tests of clients disable one.
        case "RegionDisabledException": true
        // There are no organizations, and every caller may look its own events up.
        case "UnsupportedOperationException", "OperationNotPermittedException":
            operation == "LookupEvents"
        // Operations of sessions are called by keys and sessions, in tests of their own.
        case _ where ["GetFederationToken", "GetScopedCredentials"].contains(operation): true
        case "ExpiredTokenException":
            ["AssumeRole", "AssumeRoot"].contains(operation)  // what they carry does not expire
        case "LimitExceeded":
            // What takes something away or only alters it crosses no quota. An account's second
            // alias replaces the first; a password's length is bounded by the model.
            !["UpdateAssumeRolePolicy", "UpdateSAMLProvider"].contains(operation)
                && [
                    "Deactivate", "Delete", "Detach", "Remove", "Resync", "SetDefault", "Update",
                ].contains { operation.hasPrefix($0) }
                || [
                    "CreateAccountAlias", "CreateLoginProfile", "ChangePassword",
                    "CreateDelegationRequest", "AcquireRole", "GenerateCredentialReport",
                ]
                .contains(operation)
        default:
            [
                // Reports are made one by one.
                "GenerateOrganizationsAccessReport": ["ReportGenerationLimitExceeded"],
                "GetServiceLastAccessedDetails": ["InvalidInput"],  // an ID that fits is valid
                // Nobody can make a delegation request, so there is none to ask wrongly about.
                "CreateDelegationRequest": ["EntityAlreadyExists"],
                "ListDelegationRequests": ["InvalidInput", "NoSuchEntity"],
                "AssociateDelegationRequest": ["InvalidInput"],
                "UpdateDelegationRequest": ["InvalidInput"],
                "RejectDelegationRequest": ["InvalidInput"],
                "SendDelegationToken": ["InvalidInput"],
                "GetDelegatedAccessToken": ["PackedPolicyTooLarge", "RegionDisabledException"],
                // There is no template that could be disabled or wrong, and so no role of one.
                "AcquireRole": [
                    "EntityAlreadyExists", "RoleModified", "NameConflict",
                    "MalformedPolicyDocument", "RoleTemplateDisabled",
                ],
                "GetAccountProperties": ["InvalidInput"],  // it has no parameters
                "CreateGroup": ["NoSuchEntity"],  // it names nothing that must be there
                "UpdateAccountPasswordPolicy": ["NoSuchEntity", "MalformedPolicyDocument"],
                "ListAttachedUserPolicies": ["InvalidInput"],  // a prefix that fits is valid
                "ListAttachedGroupPolicies": ["InvalidInput"],
                "ListAttachedRolePolicies": ["InvalidInput"],
                // An instance profile that has a role is full, whichever role it is.
                "AddRoleToInstanceProfile": ["EntityAlreadyExists"],
                "RemoveRoleFromInstanceProfile": ["UnmodifiableEntity"],  // such are in none
                "UntagInstanceProfile": ["InvalidInput"],  // nothing in it can be wrong
                "UntagServerCertificate": ["InvalidInput"],
                "DeleteServerCertificate": ["DeleteConflict"],  // nothing here uses it
                // It is a duplicate whose ever it is.
                "UploadSigningCertificate": ["EntityAlreadyExists"],
                "GetSSHPublicKey": ["UnrecognizedPublicKeyEncoding"],  // an enumeration
                "CreateServiceLinkedRole": ["NoSuchEntity"],  // it names nothing that must be there
                // The description of any role may be changed.
                "UpdateRoleDescription": ["UnmodifiableEntity"],
                "UntagMFADevice": ["InvalidInput"],  // nothing in it can be wrong
                "ListMFADeviceTags": ["InvalidInput"],
                "DeleteOpenIDConnectProvider": ["NoSuchEntity"],  // it is no error
                // Sessions, which a token could outlive, come with roles.
                "GetWebIdentityToken": ["SessionDurationEscalationException"],
                "UpdateAccessKey": ["InvalidInput"],  // its values are an enumeration
                "SimulateCustomPolicy": ["PolicyEvaluation"],  // what it takes, it can read
            ][operation]?.contains(code) == true
        }
    }

    @Test("no declared error is without a case, but those that cannot happen")
    func complete() {
        let reached = Set(ErrorCase.all.map { "\($0.operation) \($0.code.code)" })
        for handler in AWSService.all.handlers {
            for error in handler.facts.errors {
                let name = handler.name
                #expect(
                    reached.contains("\(name) \(error.code)")
                        != isUnreachable(error.code, of: name), "\(name) \(error.code)")
            }
        }
    }

    @Test(
        "every error of a case has the status that the model declares for it",
        arguments: ErrorCase.all)
    func statuses(_ refusal: ErrorCase) throws {
        let handler = try #require(AWSService.all.handlers.first { $0.name == refusal.operation })
        let declared = handler.facts.errors.first { $0.code == refusal.code.code }
        #expect((declared?.status ?? refusal.code.status) == refusal.code.status)
    }
}
