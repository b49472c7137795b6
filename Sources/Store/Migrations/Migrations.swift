/// The schema's steps, in order.
package enum Migrations {
    package static let all: [Migration] = [
        .accountsUsersAndPolicies, .passwordAttempts, .permissionsBoundaries, .mfaDevices,
        .mailAndRecovery, .mailQueue, .accountDetails, .accountLife, .securityScores,
        .roles, .sessions, .instanceProfiles, .webIdentities, .samlProviders, .ownGrants,
        .certificatesAndKeys, .eventHistory, .lastAccesses, .entityCounts, .coveringIndexes,
        .auditChains, .auditDeliveries, .accountQuotas,
    ]
}
