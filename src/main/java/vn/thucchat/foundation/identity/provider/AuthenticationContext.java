package vn.thucchat.foundation.identity.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.access.Assurance;
import vn.thucchat.foundation.identity.access.Factor;

/** How sure we are of a person, in the words of the protocol ({@code acr}, and {@code amr} of RFC 8176). */
final class AuthenticationContext {

    static final String ONE_FACTOR = "urn:thainguyen:assurance:one-factor";
    static final String TWO_FACTORS = "urn:thainguyen:assurance:two-factors";
    /** Of {@code amr}: by two kinds of proof (RFC 8176). */
    static final String BOTH = "mfa";

    private AuthenticationContext() {}

    static String acr(Assurance of) {
        return of.twoFactors() ? TWO_FACTORS : ONE_FACTOR;
    }

    static List<String> amr(Assurance of) {
        var methods = new ArrayList<String>();
        Stream.of(amr(of.first()), amr(of.second()))
                .filter(one -> !one.isEmpty() && !methods.contains(one))
                .forEach(methods::add);
        if (of.twoFactors()) methods.add(BOTH);
        return methods;
    }

    private static String amr(@Nullable Factor factor) {
        return switch (factor) {
            case PASSWORD -> "pwd";
            // a key whose holder was recognised
            case PASSKEY -> "pop";
            case CODE, RECOVERY_CODE -> "otp";
            // RFC 8176 has no word for what another vouched for, or nobody did
            case UPSTREAM, UPSTREAM_TWO_FACTORS, LINK, DEMONSTRATION -> "";
            case null -> "";
        };
    }
}
