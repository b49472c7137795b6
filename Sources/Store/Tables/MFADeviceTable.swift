package import IAMIdentifiers

/// The second factors of one account: authenticator apps, tokens, passkeys and security keys.
package struct MFADeviceTable {
    let transaction: any Transaction
    let account: AccountID

    package init(_ transaction: any Transaction, of account: AccountID) {
        self.transaction = transaction
        self.account = account
    }

    private static let columns: SQL = """
        account_id, device_id, kind, serial_number, created_at, owner_id, enabled_at, last_used_at,
        sealed_seed, drift, last_step, credential_id, public_key, sign_count, transports,
        is_backup_eligible
        """

    /// The device of this serial number, whatever the case of its letters.
    package func find(serialNumber: String) throws(StoreError) -> MFADevice? {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM mfa_device WHERE account_id = \(account)
                AND serial_key = \(serialNumber.asciiLowercased)
                """
        ).first.map(Self.device)
    }

    package func find(_ id: UniqueID) throws(StoreError) -> MFADevice? {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM mfa_device WHERE account_id = \(account) AND device_id = \(id)
                """
        ).first.map(Self.device)
    }

    /// The devices assigned to `owner`, by serial number, from the first after `after`.
    package func list(
        ownedBy owner: UniqueID, after: String = "", limit: Int = 1_000
    ) throws(StoreError) -> [MFADevice] {
        try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM mfa_device
                WHERE account_id = \(account) AND owner_id = \(owner) AND serial_key > \(after)
                ORDER BY serial_key LIMIT \(limit)
                """
        ).map(Self.device)
    }

    /// The virtual devices, by serial number, from the first after `after`.
    /// - Parameter isAssigned: those of somebody, or of nobody; both for nil.
    package func listVirtual(
        isAssigned: Bool?, after: String, limit: Int
    ) throws(StoreError) -> [MFADevice] {
        let isOwned: SQL =
            switch isAssigned {
            case true?: " AND owner_id IS NOT NULL"
            case false?: " AND owner_id IS NULL"
            case nil: ""
            }
        return try transaction.rows(
            "SELECT " + Self.columns + """
                 FROM mfa_device
                WHERE account_id = \(account) AND kind = \(MFADeviceKind.virtual.rawValue)
                AND serial_key > \(after)
                """ + isOwned + " ORDER BY serial_key LIMIT \(limit)"
        ).map(Self.device)
    }

    /// Who has a device assigned.
    package func owners() throws(StoreError) -> Set<UniqueID> {
        let rows = try transaction.rows(
            """
            SELECT DISTINCT owner_id FROM mfa_device
            WHERE account_id = \(account) AND owner_id IS NOT NULL
            """)
        var owners: Set<UniqueID> = []
        for row in rows { owners.insert(try row.uniqueID("owner_id")) }
        return owners
    }

    /// The number of devices assigned to `owner`.
    package func count(ownedBy owner: UniqueID) throws(StoreError) -> Int {
        try transaction.rows(
            """
            SELECT count(*) AS n FROM mfa_device
            WHERE account_id = \(account) AND owner_id = \(owner)
            """)[0].integer("n")
    }

    /// How many devices there are of every kind.
    package func counts() throws(StoreError) -> (virtual: Int, all: Int, assigned: Int) {
        let row = try transaction.rows(
            """
            SELECT count(*) AS n, count(owner_id) AS assigned,
                count(CASE WHEN kind = \(MFADeviceKind.virtual.rawValue) THEN 1 END) AS virtual
            FROM mfa_device WHERE account_id = \(account)
            """)[0]
        return (
            try row.integer("virtual"), try row.integer("n"), try row.integer("assigned")
        )
    }

    /// Adds a device.
    /// - Returns: false, and nothing changed, when the account has one of this serial number or of
    ///   this credential ID.
    package func insert(_ device: MFADevice) throws(StoreError) -> Bool {
        let (codes, key) = (device.codes, device.key)
        return try transaction.execute(
            """
            INSERT INTO mfa_device (account_id, device_id, kind, serial_number, serial_key,
                created_at, owner_id, enabled_at, last_used_at, sealed_seed, drift, last_step,
                credential_id, public_key, sign_count, transports, is_backup_eligible)
            VALUES (\(account), \(device.id), \(device.kind.rawValue), \(device.serialNumber),
                \(device.serialNumber.asciiLowercased), \(device.createdAt),
                \(device.assignment?.owner), \(device.assignment?.enabledAt),
                \(device.lastUsedAt), \(codes?.sealedSeed), \(codes?.drift ?? 0),
                \(codes?.lastStep), \(key?.credentialID), \(key?.publicKey), \(key?.signCount),
                \(key?.transports.joined(separator: " ")), \(key?.isBackupEligible))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// Keeps what changes of a device: whose it is, when it was used, and what it proved last.
    package func update(_ device: MFADevice) throws(StoreError) {
        try transaction.execute(
            """
            UPDATE mfa_device SET owner_id = \(device.assignment?.owner),
                enabled_at = \(device.assignment?.enabledAt), last_used_at = \(device.lastUsedAt),
                drift = \(device.codes?.drift ?? 0), last_step = \(device.codes?.lastStep),
                sign_count = \(device.key?.signCount)
            WHERE account_id = \(account) AND device_id = \(device.id)
            """)
    }

    package func delete(_ id: UniqueID) throws(StoreError) {
        try transaction.execute(
            "DELETE FROM mfa_device WHERE account_id = \(account) AND device_id = \(id)")
    }

    private static func device(_ row: Row) throws(StoreError) -> MFADevice {
        let kind = try row.text("kind")
        guard let kind = MFADeviceKind(rawValue: kind) else {
            throw .unexpectedColumn(name: "kind", expected: "a kind of MFA device")
        }
        return MFADevice(
            account: try row.accountID("account_id"), id: try row.uniqueID("device_id"),
            kind: kind, serialNumber: try row.text("serial_number"),
            createdAt: try row.timestamp("created_at"), assignment: try assignment(row),
            lastUsedAt: try row.timestampIfPresent("last_used_at"),
            proof: kind == .fido ? .key(try key(row)) : .codes(try codes(row)))
    }

    private static func assignment(_ row: Row) throws(StoreError) -> MFADevice.Assignment? {
        guard let owner = try row.textIfPresent("owner_id") else { return nil }
        return MFADevice.Assignment(
            owner: UniqueID(stored: owner), enabledAt: try row.timestamp("enabled_at"))
    }

    private static func codes(_ row: Row) throws(StoreError) -> MFADevice.CodeState {
        MFADevice.CodeState(
            sealedSeed: try row.blob("sealed_seed"), drift: try row.integer("drift"),
            lastStep: try row.integerIfPresent("last_step"))
    }

    private static func key(_ row: Row) throws(StoreError) -> MFADevice.KeyState {
        MFADevice.KeyState(
            credentialID: try row.blob("credential_id"), publicKey: try row.blob("public_key"),
            signCount: try row.integer("sign_count"),
            transports: try row.text("transports").parts(at: " ", keepingEmpty: false).map {
                String($0)
            },
            isBackupEligible: try row.boolean("is_backup_eligible"))
    }
}
