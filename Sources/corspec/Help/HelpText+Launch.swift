// MARK: - Servers that are started

extension HelpText {
    /// The page of servers that are started for each policy.
    static let launch = """
        corspec run --launch 'CMD' starts your server with each policy, asks it over
        HTTP, and stops it:

          corspec run --launch './my-server --port {port} --policy {policy}'

        {port} becomes a free port, {policy} the path of a file with the policy
        (corspec help policy). CMD is run by /bin/sh -c. Let the server listen on
        127.0.0.1 and stay in the foreground. Without {policy} it has one policy of its
        own, which --policy FILE says.

        The server is ready when its open route answers 2xx, which is waited for 60
        seconds, or --start-timeout SECONDS. A few servers run at once, each with a
        policy of its own. All bundled policies are used unless --policy, which may be
        repeated, says which.

        The routes: /open answers any method with 200 and carries every header that the
        policy exposes, /protected 200 with "Authorization: Bearer good" or "Cookie:
        session=good" and else 401, /failing 500, anything else 404. If yours are
        others: --route 'open=/items GET,POST' --route protected=/me --auth LINE. Any
        method may be sent: it is no server that others use.

        A server that ends by itself before it answers has refused the policy. That is
        right for credentials together with any origin, and for no origins at all: the
        rows pass. The rows of another refused policy are skipped, with the server's
        last words. A server that ends with code 0, is killed, cannot be found, does
        not answer in time, or dies later is an error: exit code 3.

        At the end, and when corspec is interrupted, the server's whole process group
        gets SIGTERM, and three seconds later SIGKILL.

        """
}
