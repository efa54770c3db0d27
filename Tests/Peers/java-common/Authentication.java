import java.util.Arrays;

/** Who may read the protected route. */
final class Authentication {
    static final String REALM = "Bearer";

    private Authentication() {}

    /** Whether a request with these values of Authorization and Cookie may; null stands for none. */
    static boolean isAuthorized(String authorization, String cookie) {
        return "Bearer good".equals(authorization)
            || cookie != null && Arrays.asList(cookie.split("; *")).contains("session=good");
    }
}
