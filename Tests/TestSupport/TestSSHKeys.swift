/// RSA public keys of the tests, as ssh-keygen wrote them.
package enum TestSSHKeys {
    /// The key itself, in base64.
    private static let first =
        "AAAAB3NzaC1yc2EAAAADAQABAAABAQDPDOAa58wPjVtXQ6PgeOvCTL4ankSGpVdGbDqdjwZ5"
        + "Y/adqqQ6K9HyVeEyJ304HpRgWtdDBvEW1wU9rbotSccG/6LIwS9VmwNoEo53KaBbS5DI3+qL"
        + "bdf2Kk3nOe9RyDOyKtJ72IYpRV9Bl7bZMUf//cs3qqCN/+rsC+X0FsPqgDg+7eQnhEB9Muhd"
        + "JJEnnfisqNQuJ19Yb0ywk4VrRYdNyjcpLrEaZudUuq2Lrc3/Z9D8DSK2hjbmDfGMQEmXDT5z"
        + "lULkm0hPbtD9yICGR4FSbqP5Rogy3H9R3kkRn4tXI2jxP52xT7Vb4b6lhWFF4NhJIXpQisre"
        + "ZE8S5EYnumlh"

    /// Another one.
    private static let second =
        "AAAAB3NzaC1yc2EAAAADAQABAAABAQC7h3VZnSt+Sa8c4/pmgPwJqEvhEmwJKWBHRvOaKt4n"
        + "TgvxbblqfSmFBWLxslASD8niRRwV7ZlCIvVbmT8M0C7RoWUzaR/3twmNgaofnmgSU1E3E+Qw"
        + "tF5Ljjm4uOoNJ0QdIhnzfQgfOgIjqkewkwVnLaOVSIuxCfUVJbsXkYZvKWVNqHjv0VTyyhA4"
        + "QGJIcbkEzIJKsBxWSLFQCXGk6+4fJJ29NYgIxBqpyLjJemi0Dv3W+6ToqRVbEj/FBZe17ewE"
        + "y29eUBB6yeeWsb19KWeD/rK3WFoHCqdZubCMR3IQsqdHUjSRiOEro5ksvMkqgJl3RLQx34TN"
        + "NG8mqdyt7pPb"

    package static let ssh = "ssh-rsa \(first) somebody@example.com"
    package static let otherSSH = "ssh-rsa \(second)"
    /// What `ssh-keygen -l -E md5` says of the first one.
    package static let fingerprint = "23:f3:01:75:64:98:bd:f8:d3:e5:79:e7:13:41:aa:51"

    /// What `ssh-keygen -e -m PKCS8` makes of the first one.
    package static let pem = """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzwzgGufMD41bV0Oj4Hjr
        wky+Gp5EhqVXRmw6nY8GeWP2naqkOivR8lXhMid9OB6UYFrXQwbxFtcFPa26LUnH
        Bv+iyMEvVZsDaBKOdymgW0uQyN/qi23X9ipN5znvUcgzsirSe9iGKUVfQZe22TFH
        //3LN6qgjf/q7Avl9BbD6oA4Pu3kJ4RAfTLoXSSRJ534rKjULidfWG9MsJOFa0WH
        Tco3KS6xGmbnVLqti63N/2fQ/A0itoY25g3xjEBJlw0+c5VC5JtIT27Q/ciAhkeB
        Um6j+UaIMtx/Ud5JEZ+LVyNo8T+dsU+1W+G+pYVhReDYSSF6UIrK3mRPEuRGJ7pp
        YQIDAQAB
        -----END PUBLIC KEY-----

        """

    /// What `ssh-keygen -e -m PEM` makes of it.
    package static let pkcs1 = """
        -----BEGIN RSA PUBLIC KEY-----
        MIIBCgKCAQEAzwzgGufMD41bV0Oj4Hjrwky+Gp5EhqVXRmw6nY8GeWP2naqkOivR
        8lXhMid9OB6UYFrXQwbxFtcFPa26LUnHBv+iyMEvVZsDaBKOdymgW0uQyN/qi23X
        9ipN5znvUcgzsirSe9iGKUVfQZe22TFH//3LN6qgjf/q7Avl9BbD6oA4Pu3kJ4RA
        fTLoXSSRJ534rKjULidfWG9MsJOFa0WHTco3KS6xGmbnVLqti63N/2fQ/A0itoY2
        5g3xjEBJlw0+c5VC5JtIT27Q/ciAhkeBUm6j+UaIMtx/Ud5JEZ+LVyNo8T+dsU+1
        W+G+pYVhReDYSSF6UIrK3mRPEuRGJ7ppYQIDAQAB
        -----END RSA PUBLIC KEY-----

        """

    /// An RSA key of 1,024 bits.
    package static let small =
        "ssh-rsa "
        + "AAAAB3NzaC1yc2EAAAADAQABAAAAgQDowjKrpNqM0PRK1rmB39idoOr97DlFiqIm1tO5+35W"
        + "5ZRz5B5mJVaB5zi9I4CHzups+gOMZCU9s3zY/AUd4kutHjXn1UsXyjuP6FeocZZdC1Fj4NbI"
        + "J8q3qdoYGST07Jr4uixobaScG6dIQ2U6MdugcJeICdIn0ELCu7TzRk4bCw=="

    /// A key of another kind.
    package static let ed25519 =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJP7scErQxBtLbYVTZppbVNRKpvYg0vei1cagU68RkKU"
}
