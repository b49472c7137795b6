import Foundation

/// An nginx of one process that gives a constant answer.
enum NginxServer {
    static func start(_ peers: DebianPeers, _ directory: WorkDirectory) throws -> LocalServer {
        let file = directory("nginx.conf")
        // Those that the package names belong to the system's nginx.
        let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map { "\($0)_temp_path \(directory("nginx-\($0)"));" }.joined(separator: " ")
        return try peers.serve(log: directory("nginx.log"), answers: LocalServer.gives("/")) {
            let configuration = """
                daemon off; master_process off; pid \(directory("nginx.pid"));
                events {}
                http {
                    access_log off; keepalive_requests 1000000000; \(folders)
                    server {
                        listen 127.0.0.1:\($0);
                        location / { default_type text/plain; return 200 "ok\\n"; }
                    }
                }
                """
            try Data(configuration.utf8).write(to: URL(filePath: file))
            return [peers("usr/sbin/nginx"), "-e", "stderr", "-c", file]
        }
    }
}
