package import Credentials

/// What the operator sets about signing in: the table `[sign_in]` of the configuration file, and
/// the address of the server.
package struct SignInSettings: Sendable, Equatable {
    /// How long an account may be used by its root user without an MFA device, in days from the
    /// day it was made: 0 to 3,650. AWS gives 35.
    ///
    /// Source: IAM User Guide, "AWS Multi-factor authentication in IAM", "MFA types".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html>
    package var rootMFAGraceDays = 35
    /// For whom passkeys and security keys are made; nil where browsers make none.
    package var relyingParty: RelyingParty?
    /// How long a root user waits before lost MFA devices can be removed: 1 to 720.
    package var lostDeviceWaitHours = 72

    /// Where this server's own pages are, as `https://id.example.com`: what identity providers may
    /// address their answers to beside AWS's addresses.
    package var origins: [String] = []

    package init() {}
}
