package vn.thucchat.foundation.identity.provider;

import java.util.List;
import vn.thucchat.foundation.identity.access.Assurance;

/**
 * How sure a client wants to be of a person ({@code acr}).
 *
 * @param values levels, the best first; none: any will do
 * @param essential whether the client goes no further without one of them (OpenID Connect Core 1.0, section 5.5.1.1)
 */
record WantedLevel(List<String> values, boolean essential) {

    static final WantedLevel ANY = new WantedLevel(List.of(), false);

    /**
     * What the client is told of who proved so much: more than one factor where it wants it or does not say, and one where
     * that is all it knows.
     */
    String told(Assurance assurance) {
        String proven = AuthenticationContext.acr(assurance);
        boolean less = !values.contains(proven) && values.contains(AuthenticationContext.ONE_FACTOR);
        return less ? AuthenticationContext.ONE_FACTOR : proven;
    }

    /** Whether nothing more need be asked of who proved so much. */
    boolean satisfiedBy(Assurance assurance) {
        if (values.isEmpty()) return true;
        int two = values.indexOf(AuthenticationContext.TWO_FACTORS);
        int one = values.indexOf(AuthenticationContext.ONE_FACTOR);
        // who proved more has proven one factor too
        if (assurance.twoFactors()) return two >= 0 || one >= 0;
        return one >= 0 && (two < 0 || one < two);
    }
}
