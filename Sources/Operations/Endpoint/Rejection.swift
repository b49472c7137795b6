package import AWSWire
import Credentials
import Store
import Workers

extension IAMError {
    /// The answer to whatever was thrown: AWS's words where a client can mend it, and nothing of
    /// the cause where it cannot.
    package init(rejecting error: any Error) {
        self =
            switch error {
            case let error as IAMError: error
            case let error as SignatureError: Self(error)
            case is UnmatchedSignature: Self(SignatureError.mismatch)
            case let error as WireError: Self(error)
            case StoreError.busy, PasswordHasherError.busy, WorkerPoolError.busy: .throttling
            case is CancellationError: .serviceUnavailable
            // What an operator can mend, or another server; a client does well to try again.
            case StoreError.full, StoreError.replaced, StoreError.unreachable, StoreError.uncertain:
                .serviceUnavailable
            default: .serviceFailure
            }
    }

    package init(_ error: SignatureError) {
        self.init(.common(error.awsCode, error.httpStatus), error.message)
    }

    package init(_ error: WireError) {
        self.init(.common(error.code, error.status), error.message, about: error.parameter)
    }
}
