import ParserProperties

/// What libFuzzer calls with each of its inputs: ends the process when a law is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let law = QueryProperties.broken(by: bytes) { fatalError("broken: \(law)") }
    return 0
}
