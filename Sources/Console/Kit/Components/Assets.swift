import AWSWire
import Crypto
import EmbeddedData
import IAMIdentifiers

/// A file that pages refer to: compiled into the binary and served under a name that holds a hash
/// of its bytes, so that browsers keep it for good and never show an old one.
struct Asset: Sendable {
    /// `console-3f9c….css`.
    let name: String
    let contentType: String
    let bytes: [UInt8]

    /// Where it is served.
    var path: String { Assets.folder + name }

    fileprivate init(
        _ stem: String, _ suffix: String, type: String, _ start: UnsafePointer<UInt8>, _ size: Int
    ) {
        bytes = Array(UnsafeBufferPointer(start: start, count: size))
        let digest = Hexadecimal.text(of: SHA256.hash(data: bytes).prefix(8))
        name = "\(stem)-\(digest).\(suffix)"
        contentType = type
    }

    /// The file itself, to be kept for a year, the longest that caches heed.
    /// Source: RFC 8246, "HTTP Immutable Responses". <https://www.rfc-editor.org/rfc/rfc8246>
    var response: WireResponse {
        WireResponse(
            status: 200,
            headers: [
                "content-type": contentType,
                "cache-control": "public, max-age=31536000, immutable",
                "x-content-type-options": "nosniff",
            ],
            body: bytes)
    }
}

/// Every file of the console.
enum Assets {
    static let style = Asset(
        "console", "css", type: "text/css; charset=utf-8", gatehouse_console_style_start,
        gatehouse_console_style_size)
    static let script = Asset(
        "console", "js", type: "text/javascript; charset=utf-8", gatehouse_console_script_start,
        gatehouse_console_script_size)
    static let icon = Asset(
        "icon", "svg", type: "image/svg+xml", gatehouse_console_icon_start,
        gatehouse_console_icon_size)

    static let folder = "/console/assets/"

    /// The file at that path, or nil: an old name is gone with its file.
    static func at(_ path: String) -> Asset? {
        [style, script, icon].first { $0.path == path }
    }
}
