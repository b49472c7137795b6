import Operations

/// Ends the waiting period after which the root user's MFA devices can be removed. A form only; it
/// stands on every page while there is one.
struct CancelRecoveryPage: SignedInPage {
    static let description = PageDescription(.cancelRecovery)
    static let address = PageAddress<Self>(["console", "cancel-recovery"])

    enum Form: String { case cancel = "cancel-recovery" }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        // Read back as one of ours, so that no form can lead anywhere else.
        let back = RequestedPage(reading: request.fields["back"])?.page ?? HomePage()
        guard request.form.flatMap(Form.init) == .cancel else { return .redirect(back) }
        let wasThere = try await request.lostDevice.cancel(by: request.caller, request.facts)
        return .redirect(back, wasThere ? .recoveryCancelled : nil)
    }
}
