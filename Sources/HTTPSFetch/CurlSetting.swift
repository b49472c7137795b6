import CCurl

/// Sets options, and remembers whether one was not accepted.
struct CurlSetting {
    let curl: UnsafeMutableRawPointer
    private(set) var isComplete = true

    init(curl: UnsafeMutableRawPointer) { self.curl = curl }

    mutating func note(_ result: CURLcode) {
        if result != CURLE_OK { isComplete = false }
    }

    private mutating func number(_ option: CURLoption, _ value: Int) {
        note(curl_shim_set_long(curl, option, value))
    }

    private mutating func text(_ option: CURLoption, _ value: String?) {
        note(curl_shim_set_text(curl, option, value))
    }

    /// HTTPS and nothing else, unless the request is for this machine; without redirects, proxies
    /// and compression.
    mutating func connection(for request: HTTPSRequest) {
        number(CURLOPT_NOSIGNAL, 1)
        text(CURLOPT_URL, request.url)
        text(CURLOPT_PROTOCOLS_STR, request.isPlain ? "http" : "https")
        text(CURLOPT_PROXY, "")
        number(CURLOPT_FOLLOWLOCATION, 0)
        number(CURLOPT_HTTP_VERSION, 2)  // CURL_HTTP_VERSION_1_1
        text(CURLOPT_USERAGENT, "gatehouse")
        number(CURLOPT_CONNECTTIMEOUT, HTTPSClient.connectSeconds)
        number(CURLOPT_TIMEOUT, request.timeoutSeconds)
        number(CURLOPT_SSL_VERIFYPEER, 1)
        number(CURLOPT_SSL_VERIFYHOST, 2)
        number(CURLOPT_SSLVERSION, 6)  // CURL_SSLVERSION_TLSv1_2 and later
    }

    /// The authorities of a file beside those of the system's directory; the system's alone for
    /// nil.
    mutating func authorities(file: String?) {
        guard let file else { return }
        text(CURLOPT_CAINFO, file)
    }

    /// One authority, as PEM, and no other. It need not be a root.
    mutating func authority(_ pem: String) {
        let bytes = Array(pem.utf8)
        note(curl_shim_set_bytes(curl, CURLOPT_CAINFO_BLOB, bytes, bytes.count))
        text(CURLOPT_CAPATH, nil)
    }

    /// - Parameter headers: nil for none. They must live until they are sent.
    mutating func headers(_ headers: UnsafeMutablePointer<curl_slist>?) {
        note(curl_shim_set_list(curl, CURLOPT_HTTPHEADER, headers))
    }

    /// Sends a message by POST.
    mutating func post(_ message: HTTPSMessage) {
        number(CURLOPT_POST, 1)
        text(CURLOPT_COPYPOSTFIELDS, message.body)
    }

    /// Connects without checking whose the certificates are, and sends nothing.
    mutating func onlyLook() {
        number(CURLOPT_SSL_VERIFYPEER, 0)
        number(CURLOPT_SSL_VERIFYHOST, 0)
        number(CURLOPT_CERTINFO, 1)
        number(CURLOPT_CONNECT_ONLY, 1)
    }
}
