// Written by Data/service-authorization.py; change it there.

extension ActionReference {
    /// Every action of IAM and STS, by its name in policies.
    static let table: [String: ActionReference] = [
        "iam:AcceptDelegationRequest": .init(.write, [.delegationRequest]),
        "iam:AddClientIDToOpenIDConnectProvider": .init(.permissionsManagement, [.oidcProvider]),
        "iam:AddRoleToInstanceProfile": .init(
            .permissionsManagement, [.instanceProfile], needs: ["iam:PassRole"]),
        "iam:AddUserToGroup": .init(.permissionsManagement, [.group]),
        "iam:AssociateDelegationRequest": .init(.write, [.delegationRequest]),
        "iam:AttachGroupPolicy": .init(.permissionsManagement, [.group], keys: ["iam:PolicyARN"]),
        "iam:AttachRolePolicy": .init(
            .permissionsManagement, [.role], keys: ["iam:PermissionsBoundary", "iam:PolicyARN"]),
        "iam:AttachUserPolicy": .init(
            .permissionsManagement, [.user], keys: ["iam:PermissionsBoundary", "iam:PolicyARN"]),
        "iam:ChangePassword": .init(.permissionsManagement, [.user]),
        "iam:CreateAccessKey": .init(.permissionsManagement, [.user]),
        "iam:CreateAccountAlias": .init(.permissionsManagement),
        "iam:CreateDelegationRequest": .init(
            .write, [.delegationRequest],
            keys: ["iam:DelegationDuration", "iam:NotificationChannel", "iam:TemplateArn"]),
        "iam:CreateGroup": .init(.permissionsManagement, [.group]),
        "iam:CreateInstanceProfile": .init(
            .permissionsManagement, [.instanceProfile],
            keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:CreateLoginProfile": .init(.permissionsManagement, [.user]),
        "iam:CreateOpenIDConnectProvider": .init(
            .permissionsManagement, [.oidcProvider],
            keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:CreatePolicy": .init(
            .permissionsManagement, [.policy], keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:CreatePolicyVersion": .init(.permissionsManagement, [.policy]),
        "iam:CreateRole": .init(
            .permissionsManagement, [.role],
            keys: [
                "aws:RequestTag/${TagKey}",
                "aws:TagKeys", "iam:PermissionsBoundary",
            ]),
        "iam:CreateSAMLProvider": .init(
            .permissionsManagement, [.samlProvider],
            keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:CreateServiceLinkedRole": .init(
            .permissionsManagement, [.role], keys: ["iam:AWSServiceName"]),
        "iam:CreateServiceSpecificCredential": .init(
            .permissionsManagement, [.user],
            keys: [
                "iam:ServiceSpecificCredentialAgeDays", "iam:ServiceSpecificCredentialServiceName",
            ]),
        "iam:CreateUser": .init(
            .permissionsManagement, [.user],
            keys: [
                "aws:RequestTag/${TagKey}",
                "aws:TagKeys", "iam:PermissionsBoundary",
            ]),
        "iam:CreateVirtualMFADevice": .init(
            .permissionsManagement, [.mfa], keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:DeactivateMFADevice": .init(.permissionsManagement, [.user]),
        "iam:DeleteAccessKey": .init(.permissionsManagement, [.user]),
        "iam:DeleteAccountAlias": .init(.permissionsManagement),
        "iam:DeleteAccountPasswordPolicy": .init(.permissionsManagement),
        "iam:DeleteCloudFrontPublicKey": .init(.write),
        "iam:DeleteGroup": .init(.permissionsManagement, [.group]),
        "iam:DeleteGroupPolicy": .init(.permissionsManagement, [.group]),
        "iam:DeleteInstanceProfile": .init(.permissionsManagement, [.instanceProfile]),
        "iam:DeleteLoginProfile": .init(.permissionsManagement, [.user]),
        "iam:DeleteOpenIDConnectProvider": .init(.permissionsManagement, [.oidcProvider]),
        "iam:DeletePolicy": .init(.permissionsManagement, [.policy]),
        "iam:DeletePolicyVersion": .init(.permissionsManagement, [.policy]),
        "iam:DeleteRole": .init(.permissionsManagement, [.role], keys: ["iam:PermissionsBoundary"]),
        "iam:DeleteRolePermissionsBoundary": .init(
            .permissionsManagement, [.role], keys: ["iam:PermissionsBoundary"]),
        "iam:DeleteRolePolicy": .init(
            .permissionsManagement, [.role], keys: ["iam:PermissionsBoundary"]),
        "iam:DeleteSAMLProvider": .init(.permissionsManagement, [.samlProvider]),
        "iam:DeleteSSHPublicKey": .init(.permissionsManagement, [.user]),
        "iam:DeleteServerCertificate": .init(.permissionsManagement, [.serverCertificate]),
        "iam:DeleteServiceLinkedRole": .init(.permissionsManagement, [.role]),
        "iam:DeleteServiceSpecificCredential": .init(
            .permissionsManagement, [.user], keys: ["iam:ServiceSpecificCredentialServiceName"]),
        "iam:DeleteSigningCertificate": .init(.permissionsManagement, [.user]),
        "iam:DeleteUser": .init(.permissionsManagement, [.user]),
        "iam:DeleteUserPermissionsBoundary": .init(
            .permissionsManagement, [.user], keys: ["iam:PermissionsBoundary"]),
        "iam:DeleteUserPolicy": .init(
            .permissionsManagement, [.user], keys: ["iam:PermissionsBoundary"]),
        "iam:DeleteVirtualMFADevice": .init(.permissionsManagement, [.mfa, .smsMfa]),
        "iam:DetachGroupPolicy": .init(.permissionsManagement, [.group], keys: ["iam:PolicyARN"]),
        "iam:DetachRolePolicy": .init(
            .permissionsManagement, [.role], keys: ["iam:PermissionsBoundary", "iam:PolicyARN"]),
        "iam:DetachUserPolicy": .init(
            .permissionsManagement, [.user], keys: ["iam:PermissionsBoundary", "iam:PolicyARN"]),
        "iam:DisableOrganizationsRootCredentialsManagement": .init(.write),
        "iam:DisableOrganizationsRootSessions": .init(.write),
        "iam:DisableOutboundWebIdentityFederation": .init(.write),
        "iam:EnableMFADevice": .init(
            .permissionsManagement, [.user],
            keys: [
                "iam:FIDO-FIPS-140-2-certification", "iam:FIDO-FIPS-140-3-certification",
                "iam:FIDO-certification", "iam:RegisterSecurityKey",
            ]),
        "iam:EnableOrganizationsRootCredentialsManagement": .init(.write),
        "iam:EnableOrganizationsRootSessions": .init(.write),
        "iam:EnableOutboundWebIdentityFederation": .init(.write),
        "iam:GenerateCredentialReport": .init(.read),
        "iam:GenerateOrganizationsAccessReport": .init(
            .read, [.accessReport], keys: ["iam:OrganizationsPolicyId"],
            needs: [
                "organizations:DescribePolicy",
                "organizations:ListChildren", "organizations:ListParents",
                "organizations:ListPoliciesForTarget", "organizations:ListRoots",
                "organizations:ListTargetsForPolicy",
            ]),
        "iam:GenerateServiceLastAccessedDetails": .init(.read, [.group, .policy, .role, .user]),
        "iam:GetAccessKeyLastUsed": .init(.read, [.user]),
        "iam:GetAccountAuthorizationDetails": .init(.read),
        "iam:GetAccountEmailAddress": .init(.read),
        "iam:GetAccountName": .init(.read),
        "iam:GetAccountPasswordPolicy": .init(.read),
        "iam:GetAccountSummary": .init(.list),
        "iam:GetCloudFrontPublicKey": .init(.read),
        "iam:GetContextKeysForCustomPolicy": .init(.read),
        "iam:GetContextKeysForPrincipalPolicy": .init(.read, [.group, .role, .user]),
        "iam:GetCredentialReport": .init(.read),
        "iam:GetDelegationRequest": .init(.read, [.delegationRequest]),
        "iam:GetGroup": .init(.read, [.group]),
        "iam:GetGroupPolicy": .init(.read, [.group]),
        "iam:GetHumanReadableSummary": .init(.read, [.delegationRequest]),
        "iam:GetInstanceProfile": .init(.read, [.instanceProfile]),
        "iam:GetLoginProfile": .init(.list, [.user]),
        "iam:GetMFADevice": .init(.read, [.user]),
        "iam:GetOpenIDConnectProvider": .init(.read, [.oidcProvider]),
        "iam:GetOrganizationsAccessReport": .init(.read),
        "iam:GetOutboundWebIdentityFederationInfo": .init(.read),
        "iam:GetPolicy": .init(.read, [.policy]),
        "iam:GetPolicyVersion": .init(.read, [.policy]),
        "iam:GetRole": .init(.read, [.role], keys: ["iam:PermissionsBoundary"]),
        "iam:GetRolePolicy": .init(.read, [.role]),
        "iam:GetSAMLProvider": .init(.read, [.samlProvider]),
        "iam:GetSSHPublicKey": .init(.read, [.user]),
        "iam:GetServerCertificate": .init(.read, [.serverCertificate]),
        "iam:GetServiceLastAccessedDetails": .init(.read),
        "iam:GetServiceLastAccessedDetailsWithEntities": .init(.read),
        "iam:GetServiceLinkedRoleDeletionStatus": .init(.read, [.role]),
        "iam:GetUser": .init(.read, [.user]),
        "iam:GetUserPolicy": .init(.read, [.user]),
        "iam:ListAccessKeys": .init(.list, [.user]),
        "iam:ListAccountAliases": .init(.list),
        "iam:ListAttachedGroupPolicies": .init(.list, [.group]),
        "iam:ListAttachedRolePolicies": .init(.list, [.role]),
        "iam:ListAttachedUserPolicies": .init(.list, [.user]),
        "iam:ListCloudFrontPublicKeys": .init(.list),
        "iam:ListDelegationRequests": .init(.list, keys: ["iam:DelegationRequestOwner"]),
        "iam:ListEntitiesForPolicy": .init(.list, [.policy]),
        "iam:ListGroupPolicies": .init(.list, [.group]),
        "iam:ListGroups": .init(.list),
        "iam:ListGroupsForUser": .init(.list, [.user]),
        "iam:ListInstanceProfileTags": .init(.list, [.instanceProfile]),
        "iam:ListInstanceProfiles": .init(.list),
        "iam:ListInstanceProfilesForRole": .init(.list, [.role]),
        "iam:ListMFADeviceTags": .init(.list, [.mfa]),
        "iam:ListMFADevices": .init(.list, [.user]),
        "iam:ListOpenIDConnectProviderTags": .init(.list, [.oidcProvider]),
        "iam:ListOpenIDConnectProviders": .init(.list),
        "iam:ListOrganizationsFeatures": .init(.list),
        "iam:ListPolicies": .init(.list),
        "iam:ListPoliciesGrantingServiceAccess": .init(.list, [.group, .role, .user]),
        "iam:ListPolicyTags": .init(.list, [.policy]),
        "iam:ListPolicyVersions": .init(.list, [.policy]),
        "iam:ListRolePolicies": .init(.list, [.role]),
        "iam:ListRoleTags": .init(.list, [.role]),
        "iam:ListRoles": .init(.list),
        "iam:ListSAMLProviderTags": .init(.list, [.samlProvider]),
        "iam:ListSAMLProviders": .init(.list),
        "iam:ListSSHPublicKeys": .init(.list, [.user]),
        "iam:ListSTSRegionalEndpointsStatus": .init(.list),
        "iam:ListServerCertificateTags": .init(.list, [.serverCertificate]),
        "iam:ListServerCertificates": .init(.list),
        "iam:ListServiceSpecificCredentials": .init(.list, [.user]),
        "iam:ListSigningCertificates": .init(.list, [.user]),
        "iam:ListUserPolicies": .init(.list, [.user]),
        "iam:ListUserTags": .init(.list, [.user]),
        "iam:ListUsers": .init(.list),
        "iam:ListVirtualMFADevices": .init(.list),
        "iam:PassRole": .init(
            .permissionsManagement, [.role],
            keys: [
                "iam:AssociatedResourceArn",
                "iam:PassedToService",
            ]),
        "iam:PutGroupPolicy": .init(.permissionsManagement, [.group]),
        "iam:PutRolePermissionsBoundary": .init(
            .permissionsManagement, [.role], keys: ["iam:PermissionsBoundary"]),
        "iam:PutRolePolicy": .init(
            .permissionsManagement, [.role], keys: ["iam:PermissionsBoundary"]),
        "iam:PutUserPermissionsBoundary": .init(
            .permissionsManagement, [.user], keys: ["iam:PermissionsBoundary"]),
        "iam:PutUserPolicy": .init(
            .permissionsManagement, [.user], keys: ["iam:PermissionsBoundary"]),
        "iam:RejectDelegationRequest": .init(.write, [.delegationRequest]),
        "iam:RemoveClientIDFromOpenIDConnectProvider": .init(
            .permissionsManagement,
            [.oidcProvider]),
        "iam:RemoveRoleFromInstanceProfile": .init(.permissionsManagement, [.instanceProfile]),
        "iam:RemoveUserFromGroup": .init(.permissionsManagement, [.group]),
        "iam:ResetServiceSpecificCredential": .init(
            .permissionsManagement, [.user], keys: ["iam:ServiceSpecificCredentialServiceName"]),
        "iam:ResyncMFADevice": .init(.permissionsManagement, [.user]),
        "iam:SendDelegationToken": .init(.write, [.delegationRequest]),
        "iam:SetDefaultPolicyVersion": .init(.permissionsManagement, [.policy]),
        "iam:SetSTSRegionalEndpointStatus": .init(.write),
        "iam:SetSecurityTokenServicePreferences": .init(.permissionsManagement),
        "iam:SimulateCustomPolicy": .init(.read),
        "iam:SimulatePrincipalPolicy": .init(.read, [.group, .role, .user]),
        "iam:TagInstanceProfile": .init(
            .tagging, [.instanceProfile], keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagMFADevice": .init(
            .tagging, [.mfa],
            keys: [
                "aws:RequestTag/${TagKey}",
                "aws:TagKeys",
            ]),
        "iam:TagOpenIDConnectProvider": .init(
            .tagging, [.oidcProvider], keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagPolicy": .init(
            .tagging, [.policy],
            keys: [
                "aws:RequestTag/${TagKey}",
                "aws:TagKeys",
            ]),
        "iam:TagRole": .init(.tagging, [.role], keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagSAMLProvider": .init(
            .tagging, [.samlProvider],
            keys: [
                "aws:RequestTag/${TagKey}",
                "aws:TagKeys",
            ]),
        "iam:TagServerCertificate": .init(
            .tagging, [.serverCertificate], keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagUser": .init(.tagging, [.user], keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:UntagInstanceProfile": .init(.tagging, [.instanceProfile], keys: ["aws:TagKeys"]),
        "iam:UntagMFADevice": .init(.tagging, [.mfa], keys: ["aws:TagKeys"]),
        "iam:UntagOpenIDConnectProvider": .init(.tagging, [.oidcProvider], keys: ["aws:TagKeys"]),
        "iam:UntagPolicy": .init(.tagging, [.policy], keys: ["aws:TagKeys"]),
        "iam:UntagRole": .init(.tagging, [.role], keys: ["aws:TagKeys"]),
        "iam:UntagSAMLProvider": .init(.tagging, [.samlProvider], keys: ["aws:TagKeys"]),
        "iam:UntagServerCertificate": .init(.tagging, [.serverCertificate], keys: ["aws:TagKeys"]),
        "iam:UntagUser": .init(.tagging, [.user], keys: ["aws:TagKeys"]),
        "iam:UpdateAccessKey": .init(.permissionsManagement, [.user]),
        "iam:UpdateAccountEmailAddress": .init(.write),
        "iam:UpdateAccountName": .init(.write),
        "iam:UpdateAccountPasswordPolicy": .init(.permissionsManagement),
        "iam:UpdateAssumeRolePolicy": .init(
            .permissionsManagement, [.role], keys: ["iam:PermissionsBoundary"]),
        "iam:UpdateCloudFrontPublicKey": .init(.write),
        "iam:UpdateDelegationRequest": .init(.write, [.delegationRequest]),
        "iam:UpdateGroup": .init(.permissionsManagement, [.group]),
        "iam:UpdateLoginProfile": .init(.permissionsManagement, [.user]),
        "iam:UpdateOpenIDConnectProviderThumbprint": .init(.permissionsManagement, [.oidcProvider]),
        "iam:UpdateRole": .init(.permissionsManagement, [.role], keys: ["iam:PermissionsBoundary"]),
        "iam:UpdateRoleDescription": .init(
            .permissionsManagement, [.role], keys: ["iam:PermissionsBoundary"]),
        "iam:UpdateSAMLProvider": .init(.permissionsManagement, [.samlProvider]),
        "iam:UpdateSSHPublicKey": .init(.permissionsManagement, [.user]),
        "iam:UpdateServerCertificate": .init(.permissionsManagement, [.serverCertificate]),
        "iam:UpdateServiceSpecificCredential": .init(
            .permissionsManagement, [.user], keys: ["iam:ServiceSpecificCredentialServiceName"]),
        "iam:UpdateSigningCertificate": .init(.permissionsManagement, [.user]),
        "iam:UpdateUser": .init(.permissionsManagement, [.user]),
        "iam:UploadCloudFrontPublicKey": .init(.write),
        "iam:UploadSSHPublicKey": .init(.permissionsManagement, [.user]),
        "iam:UploadServerCertificate": .init(
            .permissionsManagement, [.serverCertificate],
            keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "iam:UploadSigningCertificate": .init(.permissionsManagement, [.user]),
        "sts:AssumeRole": .init(
            .write, [.role],
            keys: [
                "accounts.google.com:aud",
                "accounts.google.com:sub", "aws:RequestTag/${TagKey}", "aws:TagKeys",
                "cognito-identity.amazonaws.com:amr", "cognito-identity.amazonaws.com:aud",
                "cognito-identity.amazonaws.com:sub", "graph.facebook.com:app_id",
                "graph.facebook.com:id", "iam:ResourceTag/${TagKey}", "saml:namequalifier",
                "saml:sub",
                "saml:sub_type", "sts:ExternalId", "sts:RoleSessionName", "sts:SourceIdentity",
                "sts:TransitiveTagKeys", "www.amazon.com:app_id", "www.amazon.com:user_id",
            ]),
        "sts:AssumeRoleWithSAML": .init(
            .write, [.role],
            keys: [
                "aws:RequestTag/${TagKey}",
                "aws:TagKeys", "saml:aud", "saml:cn", "saml:commonName", "saml:doc",
                "saml:eduorghomepageuri", "saml:eduorgidentityauthnpolicyuri",
                "saml:eduorglegalname",
                "saml:eduorgsuperioruri", "saml:eduorgwhitepagesuri", "saml:edupersonaffiliation",
                "saml:edupersonassurance", "saml:edupersonentitlement", "saml:edupersonnickname",
                "saml:edupersonorgdn", "saml:edupersonorgunitdn",
                "saml:edupersonprimaryaffiliation",
                "saml:edupersonprimaryorgunitdn", "saml:edupersonprincipalname",
                "saml:edupersonscopedaffiliation", "saml:edupersontargetedid", "saml:givenName",
                "saml:iss", "saml:mail", "saml:name", "saml:namequalifier",
                "saml:organizationStatus",
                "saml:primaryGroupSID", "saml:sub", "saml:sub_type", "saml:surname", "saml:uid",
                "saml:x500UniqueIdentifier", "sts:RoleSessionName", "sts:SourceIdentity",
                "sts:TransitiveTagKeys",
            ]),
        "sts:AssumeRoleWithWebIdentity": .init(
            .write, [.role],
            keys: [
                "accounts.google.com:aud",
                "accounts.google.com:oaud", "accounts.google.com:sub", "aws:RequestTag/${TagKey}",
                "aws:TagKeys", "cognito-identity.amazonaws.com:amr",
                "cognito-identity.amazonaws.com:aud", "cognito-identity.amazonaws.com:sub",
                "graph.facebook.com:app_id", "graph.facebook.com:id", "sts:RoleSessionName",
                "sts:SourceIdentity", "sts:TransitiveTagKeys", "www.amazon.com:app_id",
                "www.amazon.com:user_id",
            ]),
        "sts:AssumeRoot": .init(.write, [.rootUser], keys: ["sts:TaskPolicyArn"]),
        "sts:DecodeAuthorizationMessage": .init(.write),
        "sts:GetAccessKeyInfo": .init(.read),
        "sts:GetCallerIdentity": .init(.read),
        "sts:GetDelegatedAccessToken": .init(.write),
        "sts:GetFederationToken": .init(
            .read, [.federatedUser, .user], keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "sts:GetServiceBearerToken": .init(
            .read,
            keys: [
                "sts:AWSServiceName",
                "sts:DurationSeconds",
            ]),
        "sts:GetSessionToken": .init(.read),
        "sts:GetWebIdentityToken": .init(
            .write,
            keys: [
                "aws:RequestTag/${TagKey}", "aws:TagKeys",
                "sts:DurationSeconds", "sts:IdentityTokenAudience", "sts:SigningAlgorithm",
            ]),
        "sts:SetContext": .init(
            .write, [.role, .selfSession],
            keys: ["sts:RequestContext/${ContextKey}", "sts:RequestContextProviders"]),
        "sts:SetSourceIdentity": .init(.write, [.role, .user], keys: ["sts:SourceIdentity"]),
        "sts:TagGetWebIdentityToken": .init(
            .tagging,
            keys: [
                "aws:RequestTag/${TagKey}",
                "aws:TagKeys",
            ]),
        "sts:TagSession": .init(
            .tagging, [.role, .user],
            keys: [
                "aws:RequestTag/${TagKey}",
                "aws:TagKeys", "saml:aud", "sts:TransitiveTagKeys",
            ]),
    ]
}
