package vn.thucchat.foundation.identity.sessions;

import java.util.regex.Pattern;

/** Reads where to go after signing in: a page of this site, whatever somebody wrote into the link. */
public final class ReturnPath {

    public static final String HOME = "/";
    // a path of one slash, then only what addresses are written with: no backslash, control or second slash first
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]*");
    /** What another system asks for comes back too, with all its parameters. */
    private static final int LONGEST = 4000;

    private ReturnPath() {}

    public static String of(String wanted) {
        boolean ours = wanted.length() <= LONGEST
                && OURS.matcher(wanted).matches()
                && !wanted.startsWith("/sign-")
                && !wanted.contains("/../");
        return ours ? wanted : HOME;
    }
}
