package import IAMIdentifiers
package import Store

/// The tables of one account, in one transaction.
///
/// A value: who acts in another account than their own is given the tables of that one.
package struct AccountTables {
    package let account: AccountID
    let transaction: any Transaction

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.account = account
        self.transaction = transaction
    }

    package var users: UserTable { UserTable(transaction, of: account) }
    package var groups: GroupTable { GroupTable(transaction, of: account) }
    package var roles: RoleTable { RoleTable(transaction, of: account) }
    package var trustedPrincipals: TrustedPrincipalTable {
        TrustedPrincipalTable(transaction, of: account)
    }
    package var openIDConnectProviders: OpenIDConnectProviderTable {
        OpenIDConnectProviderTable(transaction, of: account)
    }
    package var samlProviders: SAMLProviderTable { SAMLProviderTable(transaction, of: account) }
    package var instanceProfiles: InstanceProfileTable {
        InstanceProfileTable(transaction, of: account)
    }
    package var serviceRoleDeletions: ServiceRoleDeletionTable {
        ServiceRoleDeletionTable(transaction, of: account)
    }
    package var properties: AccountPropertyTable {
        AccountPropertyTable(transaction, of: account)
    }
    package var webIdentityKeys: WebIdentityKeyTable {
        WebIdentityKeyTable(transaction, of: account)
    }
    package var inlinePolicies: InlinePolicyTable { InlinePolicyTable(transaction, of: account) }
    package var managedPolicies: ManagedPolicyTable {
        ManagedPolicyTable(transaction, of: account)
    }
    package var policyAttachments: PolicyAttachmentTable {
        PolicyAttachmentTable(transaction, of: account)
    }
    package var policyUses: PolicyUseTable { PolicyUseTable(transaction, of: account) }
    package var permissionsBoundaries: PermissionsBoundaryTable {
        PermissionsBoundaryTable(transaction, of: account)
    }
    package var loginProfiles: LoginProfileTable { LoginProfileTable(transaction, of: account) }
    package var passwordHistory: PasswordHistoryTable {
        PasswordHistoryTable(transaction, of: account)
    }
    package var mfaDevices: MFADeviceTable { MFADeviceTable(transaction, of: account) }
    package var sshPublicKeys: SSHPublicKeyTable { SSHPublicKeyTable(transaction, of: account) }
    package var signingCertificates: SigningCertificateTable {
        SigningCertificateTable(transaction, of: account)
    }
    package var serverCertificates: ServerCertificateTable {
        ServerCertificateTable(transaction, of: account)
    }
    package var serviceSpecificCredentials: ServiceSpecificCredentialTable {
        ServiceSpecificCredentialTable(transaction, of: account)
    }
    package var tags: TagTable { TagTable(transaction, of: account) }
    package var contactInformation: ContactInformationTable {
        ContactInformationTable(transaction, of: account)
    }
    package var alternateContacts: AlternateContactTable {
        AlternateContactTable(transaction, of: account)
    }
    package var regions: AccountRegionTable { AccountRegionTable(transaction, of: account) }
    package var serviceUses: ServiceUseTable { ServiceUseTable(transaction, of: account) }
    package var lastAccessReports: LastAccessReportTable {
        LastAccessReportTable(transaction, of: account)
    }
    package var credentialReports: CredentialReportTable {
        CredentialReportTable(transaction, of: account)
    }
    package var administrators: AdministratorTable { AdministratorTable(transaction, of: account) }
}

// The tables of all accounts, whose methods are told which one is meant.
extension AccountTables {
    package var accounts: AccountTable { AccountTable(transaction) }
    package var accessKeys: AccessKeyTable { AccessKeyTable(transaction) }
    package var passwordPolicies: AccountPasswordPolicyTable {
        AccountPasswordPolicyTable(transaction)
    }
    package var accountAliases: AccountAliasTable { AccountAliasTable(transaction) }
    package var webIdentityIssuers: WebIdentityIssuerTable { WebIdentityIssuerTable(transaction) }
    package var stsPreferences: STSPreferenceTable { STSPreferenceTable(transaction) }
    package var webSessions: WebSessionTable { WebSessionTable(transaction) }
}
