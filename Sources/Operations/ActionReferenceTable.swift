// Written by Data/service-authorization.py; change it there.

extension ActionReference {
    /// Every action of IAM and STS, by its name in policies.
    static let table: [String: ActionReference] = [
        "iam:AcceptDelegationRequest": .init(
            .write, [.delegationRequest],
            keys: ["iam:DelegationRequestOwner"]),
        "iam:AddClientIDToOpenIDConnectProvider": .init(
            .write, [.oidcProvider],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:AddRoleToInstanceProfile": .init(
            .write, [.instanceProfile],
            keys: ["aws:ResourceTag/${TagKey}"],
            alsoNeeds: ["iam:PassRole"]),
        "iam:AddUserToGroup": .init(.write, [.group]),
        "iam:AssociateDelegationRequest": .init(
            .write, [.delegationRequest],
            keys: ["iam:DelegationRequestOwner"]),
        "iam:AttachGroupPolicy": .init(.permissionsManagement, [.group], keys: ["iam:PolicyARN"]),
        "iam:AttachRolePolicy": .init(
            .permissionsManagement, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary", "iam:PolicyARN",
                "iam:ResourceTag/${TagKey}"]),
        "iam:AttachUserPolicy": .init(
            .permissionsManagement, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary", "iam:PolicyARN",
                "iam:ResourceTag/${TagKey}"]),
        "iam:ChangePassword": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:CreateAccessKey": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:CreateAccountAlias": .init(.write),
        "iam:CreateDelegationRequest": .init(
            .write, [.delegationRequest],
            keys: ["iam:DelegationDuration", "iam:DelegationRequestOwner",
                "iam:NotificationChannel", "iam:TemplateArn"]),
        "iam:CreateGroup": .init(.write, [.group]),
        "iam:CreateInstanceProfile": .init(
            .write, [.instanceProfile],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"],
            alsoNeeds: ["iam:TagInstanceProfile"]),
        "iam:CreateLoginProfile": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:CreateOpenIDConnectProvider": .init(
            .write, [.oidcProvider],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"],
            alsoNeeds: ["iam:TagOpenIDConnectProvider"]),
        "iam:CreatePolicy": .init(
            .permissionsManagement, [.policy],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"],
            alsoNeeds: ["iam:TagPolicy"]),
        "iam:CreatePolicyVersion": .init(
            .permissionsManagement, [.policy],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:CreateRole": .init(
            .write, [.role],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys",
                "iam:PermissionsBoundary", "iam:ResourceTag/${TagKey}"],
            alsoNeeds: ["iam:TagRole"]),
        "iam:CreateSAMLProvider": .init(
            .write, [.samlProvider],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"],
            alsoNeeds: ["iam:TagSAMLProvider"]),
        "iam:CreateServiceLinkedRole": .init(
            .write, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:AWSServiceName", "iam:ResourceTag/${TagKey}"],
            alsoNeeds: ["iam:PutRolePolicy"]),
        "iam:CreateServiceSpecificCredential": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}",
                "iam:ServiceSpecificCredentialAgeDays",
                "iam:ServiceSpecificCredentialServiceName"]),
        "iam:CreateUser": .init(
            .write, [.user],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys",
                "iam:PermissionsBoundary", "iam:ResourceTag/${TagKey}"],
            alsoNeeds: ["iam:TagUser"]),
        "iam:CreateVirtualMFADevice": .init(
            .write, [.mfa],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"],
            alsoNeeds: ["iam:TagMFADevice"]),
        "iam:DeactivateMFADevice": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteAccessKey": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteAccountAlias": .init(.write),
        "iam:DeleteAccountPasswordPolicy": .init(.permissionsManagement),
        "iam:DeleteCloudFrontPublicKey": .init(.write),
        "iam:DeleteGroup": .init(.write, [.group]),
        "iam:DeleteGroupPolicy": .init(.permissionsManagement, [.group]),
        "iam:DeleteInstanceProfile": .init(
            .write, [.instanceProfile],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:DeleteLoginProfile": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteOpenIDConnectProvider": .init(
            .write, [.oidcProvider],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:DeletePolicy": .init(
            .permissionsManagement, [.policy],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:DeletePolicyVersion": .init(
            .permissionsManagement, [.policy],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:DeleteRole": .init(
            .write, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteRolePermissionsBoundary": .init(
            .permissionsManagement, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteRolePolicy": .init(
            .permissionsManagement, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteSAMLProvider": .init(
            .write, [.samlProvider],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:DeleteSSHPublicKey": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteServerCertificate": .init(
            .write, [.serverCertificate],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:DeleteServiceLinkedRole": .init(
            .write, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteServiceSpecificCredential": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}",
                "iam:ServiceSpecificCredentialServiceName"]),
        "iam:DeleteSigningCertificate": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteUser": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteUserPermissionsBoundary": .init(
            .permissionsManagement, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteUserPolicy": .init(
            .permissionsManagement, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:DeleteVirtualMFADevice": .init(
            .write, [.mfa, .smsMfa],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:DetachGroupPolicy": .init(.permissionsManagement, [.group], keys: ["iam:PolicyARN"]),
        "iam:DetachRolePolicy": .init(
            .permissionsManagement, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary", "iam:PolicyARN",
                "iam:ResourceTag/${TagKey}"]),
        "iam:DetachUserPolicy": .init(
            .permissionsManagement, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary", "iam:PolicyARN",
                "iam:ResourceTag/${TagKey}"]),
        "iam:DisableOrganizationsRootCredentialsManagement": .init(.write),
        "iam:DisableOrganizationsRootSessions": .init(.write),
        "iam:DisableOutboundWebIdentityFederation": .init(.write),
        "iam:EnableMFADevice": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:FIDO-FIPS-140-2-certification",
                "iam:FIDO-FIPS-140-3-certification", "iam:FIDO-certification",
                "iam:RegisterSecurityKey", "iam:ResourceTag/${TagKey}"]),
        "iam:EnableOrganizationsRootCredentialsManagement": .init(.write),
        "iam:EnableOrganizationsRootSessions": .init(.write),
        "iam:EnableOutboundWebIdentityFederation": .init(.write),
        "iam:GenerateCredentialReport": .init(.read),
        "iam:GenerateOrganizationsAccessReport": .init(
            .read, [.accessReport],
            keys: ["iam:OrganizationsPolicyId"],
            alsoNeeds: ["organizations:DescribePolicy", "organizations:ListChildren",
                "organizations:ListParents", "organizations:ListPoliciesForTarget",
                "organizations:ListRoots", "organizations:ListTargetsForPolicy"]),
        "iam:GenerateServiceLastAccessedDetails": .init(
            .read, [.group, .policy, .role, .user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:GetAccessKeyLastUsed": .init(
            .read, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:GetAccountAuthorizationDetails": .init(.read),
        "iam:GetAccountEmailAddress": .init(.read),
        "iam:GetAccountName": .init(.read),
        "iam:GetAccountPasswordPolicy": .init(.read),
        "iam:GetAccountSummary": .init(.list),
        "iam:GetCloudFrontPublicKey": .init(.read),
        "iam:GetContextKeysForCustomPolicy": .init(.read),
        "iam:GetContextKeysForPrincipalPolicy": .init(
            .read, [.group, .role, .user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:GetCredentialReport": .init(.read),
        "iam:GetDelegationRequest": .init(
            .read, [.delegationRequest],
            keys: ["iam:DelegationRequestOwner"]),
        "iam:GetGroup": .init(.read, [.group]),
        "iam:GetGroupPolicy": .init(.read, [.group]),
        "iam:GetHumanReadableSummary": .init(
            .read, [.delegationRequest],
            keys: ["iam:DelegationRequestOwner"]),
        "iam:GetInstanceProfile": .init(
            .read, [.instanceProfile],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:GetLoginProfile": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:GetMFADevice": .init(
            .read, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:GetOpenIDConnectProvider": .init(
            .read, [.oidcProvider],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:GetOrganizationsAccessReport": .init(.read),
        "iam:GetOutboundWebIdentityFederationInfo": .init(.read),
        "iam:GetPolicy": .init(.read, [.policy], keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:GetPolicyVersion": .init(.read, [.policy], keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:GetRole": .init(
            .read, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:GetRolePolicy": .init(
            .read, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:GetSAMLProvider": .init(.read, [.samlProvider], keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:GetSSHPublicKey": .init(
            .read, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:GetServerCertificate": .init(
            .read, [.serverCertificate],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:GetServiceLastAccessedDetails": .init(.read),
        "iam:GetServiceLastAccessedDetailsWithEntities": .init(.read),
        "iam:GetServiceLinkedRoleDeletionStatus": .init(
            .read, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:GetUser": .init(
            .read, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:GetUserPolicy": .init(
            .read, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListAccessKeys": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListAccountAliases": .init(.list),
        "iam:ListAttachedGroupPolicies": .init(.list, [.group]),
        "iam:ListAttachedRolePolicies": .init(
            .list, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListAttachedUserPolicies": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListCloudFrontPublicKeys": .init(.list),
        "iam:ListDelegationRequests": .init(.list, keys: ["iam:DelegationRequestOwner"]),
        "iam:ListEntitiesForPolicy": .init(.list, [.policy], keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:ListGroupPolicies": .init(.list, [.group]),
        "iam:ListGroups": .init(.list),
        "iam:ListGroupsForUser": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListInstanceProfileTags": .init(
            .list, [.instanceProfile],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:ListInstanceProfiles": .init(.list),
        "iam:ListInstanceProfilesForRole": .init(
            .list, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListMFADeviceTags": .init(.list, [.mfa], keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:ListMFADevices": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListOpenIDConnectProviderTags": .init(
            .list, [.oidcProvider],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:ListOpenIDConnectProviders": .init(.list),
        "iam:ListOrganizationsFeatures": .init(.list),
        "iam:ListPolicies": .init(.list),
        "iam:ListPoliciesGrantingServiceAccess": .init(
            .list, [.group, .role, .user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListPolicyTags": .init(.list, [.policy], keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:ListPolicyVersions": .init(.list, [.policy], keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:ListRolePolicies": .init(
            .list, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListRoleTags": .init(
            .list, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListRoles": .init(.list),
        "iam:ListSAMLProviderTags": .init(
            .list, [.samlProvider],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:ListSAMLProviders": .init(.list),
        "iam:ListSSHPublicKeys": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListSTSRegionalEndpointsStatus": .init(.list),
        "iam:ListServerCertificateTags": .init(
            .list, [.serverCertificate],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:ListServerCertificates": .init(.list),
        "iam:ListServiceSpecificCredentials": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListSigningCertificates": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListUserPolicies": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListUserTags": .init(
            .list, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:ListUsers": .init(.list),
        "iam:ListVirtualMFADevices": .init(.list),
        "iam:PassRole": .init(
            .write, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:AssociatedResourceArn", "iam:PassedToService",
                "iam:ResourceTag/${TagKey}"]),
        "iam:PutGroupPolicy": .init(.permissionsManagement, [.group]),
        "iam:PutRolePermissionsBoundary": .init(
            .permissionsManagement, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:PutRolePolicy": .init(
            .permissionsManagement, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:PutUserPermissionsBoundary": .init(
            .permissionsManagement, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:PutUserPolicy": .init(
            .permissionsManagement, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:RejectDelegationRequest": .init(
            .write, [.delegationRequest],
            keys: ["iam:DelegationRequestOwner"]),
        "iam:RemoveClientIDFromOpenIDConnectProvider": .init(
            .write, [.oidcProvider],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:RemoveRoleFromInstanceProfile": .init(
            .write, [.instanceProfile],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:RemoveUserFromGroup": .init(.write, [.group]),
        "iam:ResetServiceSpecificCredential": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}",
                "iam:ServiceSpecificCredentialServiceName"]),
        "iam:ResyncMFADevice": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:SendDelegationToken": .init(
            .write, [.delegationRequest],
            keys: ["iam:DelegationRequestOwner"]),
        "iam:SetDefaultPolicyVersion": .init(
            .permissionsManagement, [.policy],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:SetSTSRegionalEndpointStatus": .init(.write),
        "iam:SetSecurityTokenServicePreferences": .init(.write),
        "iam:SimulateCustomPolicy": .init(.read),
        "iam:SimulatePrincipalPolicy": .init(
            .read, [.group, .role, .user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:TagInstanceProfile": .init(
            .tagging, [.instanceProfile],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagMFADevice": .init(
            .tagging, [.mfa],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagOpenIDConnectProvider": .init(
            .tagging, [.oidcProvider],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagPolicy": .init(
            .tagging, [.policy],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagRole": .init(
            .tagging, [.role],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys",
                "iam:ResourceTag/${TagKey}"]),
        "iam:TagSAMLProvider": .init(
            .tagging, [.samlProvider],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagServerCertificate": .init(
            .tagging, [.serverCertificate],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:TagUser": .init(
            .tagging, [.user],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys",
                "iam:ResourceTag/${TagKey}"]),
        "iam:UntagInstanceProfile": .init(
            .tagging, [.instanceProfile],
            keys: ["aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:UntagMFADevice": .init(
            .tagging, [.mfa],
            keys: ["aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:UntagOpenIDConnectProvider": .init(
            .tagging, [.oidcProvider],
            keys: ["aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:UntagPolicy": .init(
            .tagging, [.policy],
            keys: ["aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:UntagRole": .init(
            .tagging, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "aws:TagKeys", "iam:ResourceTag/${TagKey}"]),
        "iam:UntagSAMLProvider": .init(
            .tagging, [.samlProvider],
            keys: ["aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:UntagServerCertificate": .init(
            .tagging, [.serverCertificate],
            keys: ["aws:ResourceTag/${TagKey}", "aws:TagKeys"]),
        "iam:UntagUser": .init(
            .tagging, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "aws:TagKeys", "iam:ResourceTag/${TagKey}"]),
        "iam:UpdateAccessKey": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:UpdateAccountEmailAddress": .init(.write),
        "iam:UpdateAccountName": .init(.write),
        "iam:UpdateAccountPasswordPolicy": .init(.write),
        "iam:UpdateAssumeRolePolicy": .init(
            .permissionsManagement, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:UpdateCloudFrontPublicKey": .init(.write),
        "iam:UpdateDelegationRequest": .init(
            .write, [.delegationRequest],
            keys: ["iam:DelegationRequestOwner"]),
        "iam:UpdateGroup": .init(.write, [.group]),
        "iam:UpdateLoginProfile": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:UpdateOpenIDConnectProviderThumbprint": .init(
            .write, [.oidcProvider],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:UpdateRole": .init(
            .write, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:UpdateRoleDescription": .init(
            .write, [.role],
            keys: ["aws:ResourceTag/${TagKey}", "iam:PermissionsBoundary",
                "iam:ResourceTag/${TagKey}"]),
        "iam:UpdateSAMLProvider": .init(
            .write, [.samlProvider],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:UpdateSSHPublicKey": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:UpdateServerCertificate": .init(
            .write, [.serverCertificate],
            keys: ["aws:ResourceTag/${TagKey}"]),
        "iam:UpdateServiceSpecificCredential": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}",
                "iam:ServiceSpecificCredentialServiceName"]),
        "iam:UpdateSigningCertificate": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:UpdateUser": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:UploadCloudFrontPublicKey": .init(.write),
        "iam:UploadSSHPublicKey": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "iam:UploadServerCertificate": .init(
            .write, [.serverCertificate],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys"],
            alsoNeeds: ["iam:TagServerCertificate"]),
        "iam:UploadSigningCertificate": .init(
            .write, [.user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}"]),
        "sts:AssumeRole": .init(
            .write, [.role],
            keys: ["accounts.google.com:aud", "accounts.google.com:sub", "aws:RequestTag/${TagKey}",
                "aws:ResourceTag/${TagKey}", "aws:TagKeys", "cognito-identity.amazonaws.com:amr",
                "cognito-identity.amazonaws.com:aud", "cognito-identity.amazonaws.com:sub",
                "graph.facebook.com:app_id", "graph.facebook.com:id", "iam:ResourceTag/${TagKey}",
                "saml:namequalifier", "saml:sub", "saml:sub_type", "sts:ExternalId",
                "sts:RoleSessionName", "sts:SourceIdentity", "sts:TransitiveTagKeys",
                "www.amazon.com:app_id", "www.amazon.com:user_id"]),
        "sts:AssumeRoleWithSAML": .init(
            .write, [.role],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys",
                "iam:ResourceTag/${TagKey}", "saml:aud", "saml:cn", "saml:commonName", "saml:doc",
                "saml:eduorghomepageuri", "saml:eduorgidentityauthnpolicyuri",
                "saml:eduorglegalname", "saml:eduorgsuperioruri", "saml:eduorgwhitepagesuri",
                "saml:edupersonaffiliation", "saml:edupersonassurance", "saml:edupersonentitlement",
                "saml:edupersonnickname", "saml:edupersonorgdn", "saml:edupersonorgunitdn",
                "saml:edupersonprimaryaffiliation", "saml:edupersonprimaryorgunitdn",
                "saml:edupersonprincipalname", "saml:edupersonscopedaffiliation",
                "saml:edupersontargetedid", "saml:givenName", "saml:iss", "saml:mail", "saml:name",
                "saml:namequalifier", "saml:organizationStatus", "saml:primaryGroupSID", "saml:sub",
                "saml:sub_type", "saml:surname", "saml:uid", "saml:x500UniqueIdentifier",
                "sts:RoleSessionName", "sts:SourceIdentity", "sts:TransitiveTagKeys"]),
        "sts:AssumeRoleWithWebIdentity": .init(
            .write, [.role],
            keys: ["accounts.google.com:aud", "accounts.google.com:oaud", "accounts.google.com:sub",
                "aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys",
                "cognito-identity.amazonaws.com:amr", "cognito-identity.amazonaws.com:aud",
                "cognito-identity.amazonaws.com:sub", "graph.facebook.com:app_id",
                "graph.facebook.com:id", "iam:ResourceTag/${TagKey}", "sts:RoleSessionName",
                "sts:SourceIdentity", "sts:TransitiveTagKeys", "www.amazon.com:app_id",
                "www.amazon.com:user_id"]),
        "sts:AssumeRoot": .init(.write, [.rootUser], keys: ["sts:TaskPolicyArn"]),
        "sts:DecodeAuthorizationMessage": .init(.write),
        "sts:GetAccessKeyInfo": .init(.read),
        "sts:GetCallerIdentity": .init(.read),
        "sts:GetDelegatedAccessToken": .init(.write),
        "sts:GetFederationToken": .init(
            .read, [.federatedUser, .user],
            keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "sts:GetServiceBearerToken": .init(
            .read,
            keys: ["sts:AWSServiceName", "sts:DurationSeconds"]),
        "sts:GetSessionToken": .init(.read),
        "sts:GetWebIdentityToken": .init(
            .write,
            keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys", "sts:DurationSeconds",
                "sts:IdentityTokenAudience", "sts:SigningAlgorithm"]),
        "sts:SetContext": .init(
            .write, [.role, .selfSession],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}",
                "sts:RequestContext/${ContextKey}", "sts:RequestContextProviders"]),
        "sts:SetSourceIdentity": .init(
            .write, [.role, .user],
            keys: ["aws:ResourceTag/${TagKey}", "iam:ResourceTag/${TagKey}", "sts:SourceIdentity"]),
        "sts:TagGetWebIdentityToken": .init(
            .tagging,
            keys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
        "sts:TagSession": .init(
            .tagging, [.role, .user],
            keys: ["aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys",
                "iam:ResourceTag/${TagKey}", "saml:aud", "sts:TransitiveTagKeys"]),
    ]
}
