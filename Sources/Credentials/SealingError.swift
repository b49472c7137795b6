/// Why a sealed value was not opened. Carries nothing secret: it is logged whole.
package enum SealingError: Error, Equatable {
    /// The bytes are no sealed value of a version that is known.
    case malformed
    /// The value was sealed under a data key that is not loaded.
    case unknownKey(id: String)
    /// The value was sealed too many days ago, or on a day to come.
    case outOfDate
    /// The key or the row is another than at sealing, or a byte was changed. Which of them it was
    /// is not known.
    case notAuthentic
}
