import COpenSSL
import NIOCore

/// One connection's TLS, apart from how bytes come and go. Used by one thread at a time.
///
/// OpenSSL reads what came from a piece of memory and writes what is to be sent into another, so it
/// never waits.
struct TLSSession: ~Copyable {
    /// How a step of OpenSSL ended.
    enum Progress: Equatable {
        case done
        /// More has to come first.
        case needsMore
        /// The client will send no more.
        case ended
        case failed(TLSFault)
    }

    private let session: OpaquePointer
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer

    /// The longest piece that is decrypted at once: a record of TLS.
    private static let longest = 16_384

    /// Nil when there is no memory for it.
    init?(_ context: TLSContext) {
        guard let session = context.newSession() else { return nil }
        guard let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem()) else {
            SSL_free(session)
            return nil
        }
        // They are the session's from now on.
        SSL_set_bio(session, incoming, outgoing)
        SSL_set_accept_state(session)
        self.session = session
        self.incoming = incoming
        self.outgoing = outgoing
    }

    deinit { SSL_free(session) }

    /// Takes bytes that came.
    func receive(_ bytes: ByteBuffer) {
        bytes.withUnsafeReadableBytes { bytes in
            _ = BIO_write(incoming, bytes.baseAddress, CInt(bytes.count))
        }
    }

    /// The bytes that are to be sent now; nil for none.
    func toBeSent(_ allocator: ByteBufferAllocator) -> ByteBuffer? {
        let count = BIO_ctrl_pending(outgoing)
        guard count > 0 else { return nil }
        var buffer = allocator.buffer(capacity: count)
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { bytes in
            Int(max(0, BIO_read(outgoing, bytes.baseAddress, CInt(count))))
        }
        return buffer
    }

    /// Goes on with finding out who the other is and with what keys to speak.
    func greet() -> Progress { progress { SSL_do_handshake(session) } }

    /// Appends what the client has said, if a record of it has come.
    func read(into buffer: inout ByteBuffer) -> Progress {
        var progress = Progress.done
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: Self.longest) { bytes in
            var count: CInt = 0
            progress = self.progress {
                count = SSL_read(session, bytes.baseAddress, CInt(Self.longest))
                return count
            }
            return Int(max(0, count))
        }
        return progress
    }

    /// Says bytes to the client. They are to be sent afterwards.
    func write(_ bytes: ByteBuffer) -> Progress {
        bytes.withUnsafeReadableBytes { bytes in
            // Of nothing OpenSSL would make an error.
            guard let start = bytes.baseAddress, !bytes.isEmpty else { return .done }
            return progress { SSL_write(session, start, CInt(bytes.count)) }
        }
    }

    /// Says that no more will be said.
    func end() {
        _ = progress { SSL_shutdown(session) }
    }

    private func progress(_ step: () -> CInt) -> Progress {
        ERR_clear_error()
        let result = step()
        guard result <= 0 else { return .done }
        switch SSL_get_error(session, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .needsMore
        case SSL_ERROR_ZERO_RETURN: return .ended
        default: return .failed(.latest())
        }
    }
}
