/// Why a password was not hashed or compared.
package enum PasswordHasherError: Error, Equatable {
    /// Too many passwords wait already. The same request may succeed later.
    case busy
    /// The password has more than ``PasswordHasher/longestPassword`` bytes.
    case tooLong
    /// There was no memory for the hash.
    case outOfMemory
}
