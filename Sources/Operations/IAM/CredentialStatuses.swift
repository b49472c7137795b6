import IAMModel
import Store

// The status of access keys, SSH public keys, certificates and credentials for single services.

extension CredentialStatus {
    /// What a request may set; nil for `Expired`.
    init?(_ requested: IAM.Shape.StatusType) {
        switch requested {
        case .active: self = .active
        case .inactive: self = .inactive
        case .expired: return nil
        }
    }

    /// What a request is told that sets another status.
    static let sentence =
        "The status of a credential is set to Active or Inactive; Expired is the service's to give."
}

extension IAM.Shape.StatusType {
    init(_ status: CredentialStatus) {
        switch status {
        case .active: self = .active
        case .inactive: self = .inactive
        }
    }
}
