package vn.thucchat.foundation.identity.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;

/** Checks ID tokens (OpenID Connect Core 1.0, 3.1.3.7) and reads who they speak of. */
@Component
class IdTokenReader {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int LONGEST_NAME = 120;
    private static final String TAX_CODE = "[0-9]{10}(-[0-9]{3})?|[0-9]{12}";

    private final ProviderDocuments documents;
    private final PersonRegistry people;
    private final InstantSource clock;

    IdTokenReader(ProviderDocuments documents, PersonRegistry people, InstantSource clock) {
        this.documents = documents;
        this.people = people;
        this.clock = clock;
    }

    UpstreamIdentity read(UpstreamProvider provider, SignInAttempt attempt, String token) throws UpstreamException {
        JWTClaimsSet claims = verified(provider, attempt.nonce(), token);
        try {
            return identity(provider, claims, provenAt(claims, attempt));
        } catch (ParseException wrongType) {
            throw new UpstreamException(UpstreamFault.INVALID, "type of a claim");
        }
    }

    private JWTClaimsSet verified(UpstreamProvider provider, String nonce, String token) throws UpstreamException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, documents.keys(provider)));
        processor.setJWTClaimsSetVerifier(verifier(provider, nonce));
        try {
            JWTClaimsSet claims = processor.process(token, null);
            if (claims.getIssueTime().toInstant().isAfter(clock.instant().plus(SKEW)))
                throw new UpstreamException(UpstreamFault.CLOCK, "made in the future");
            String party = claims.getStringClaim("azp");
            if (party != null && !party.equals(provider.clientId()))
                throw new UpstreamException(UpstreamFault.INVALID, "another party");
            return claims;
        } catch (ExpiredJWTException old) {
            throw new UpstreamException(UpstreamFault.CLOCK, "expired");
        } catch (KeySourceException silent) {
            throw new UpstreamException(UpstreamFault.DOWN, "keys");
        } catch (BadJOSEException | JOSEException | ParseException bad) {
            throw new UpstreamException(
                    UpstreamFault.INVALID, "ID token: " + bad.getClass().getSimpleName());
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> verifier(UpstreamProvider provider, String nonce) {
        var exact = new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .claim("nonce", nonce)
                .build();
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        Set.of(provider.clientId()), exact, Set.of("sub", "exp", "iat"), Set.of()) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew((int) SKEW.toSeconds());
        return verifier;
    }

    /** Who is asked to prove it again did so after that was asked: a provider's session of before is no proof. */
    private Instant provenAt(JWTClaimsSet claims, SignInAttempt attempt) throws ParseException, UpstreamException {
        Date said = claims.getDateClaim("auth_time");
        Instant now = clock.instant();
        if (attempt.again()
                && (said == null || said.toInstant().isBefore(attempt.begun().minus(SKEW))))
            throw new UpstreamException(UpstreamFault.NOT_FRESH, said == null ? "no auth_time" : "auth_time");
        return said == null || said.toInstant().isAfter(now) ? now : said.toInstant();
    }

    private UpstreamIdentity identity(UpstreamProvider provider, JWTClaimsSet claims, Instant provenAt)
            throws ParseException, UpstreamException {
        var names = provider.claims();
        int level = provider.levels().getOrDefault(text(claims, names.level()), 0);
        if (level < provider.leastLevel()) throw new UpstreamException(UpstreamFault.LEVEL_LOW, "level " + level);
        PersonNumber number = PersonNumber.read(text(claims, names.number()))
                .filter(PersonNumber::personal)
                .orElse(null);
        String digits = number == null ? "" : number.digits();
        String organisation = organisation(names, claims, digits);
        String name = name(claims, organisation.isEmpty() ? names.name() : names.organisationName());
        LocalDate born = day(text(claims, names.born()));
        boolean complete = organisation.isEmpty()
                ? number != null && people.faults(number, name, born, true).isEmpty()
                : !name.isEmpty();
        if (!complete) throw new UpstreamException(UpstreamFault.NUMBER_MISSING, "number, birthday or name");
        return new UpstreamIdentity(
                provider.id(),
                provider.issuer(),
                claims.getSubject(),
                digits,
                name,
                born,
                level,
                organisation,
                provenAt);
    }

    /** A tax code that is a person's own number, or of an organisation without a name, makes nobody an organisation. */
    private static String organisation(UpstreamProvider.ClaimNames names, JWTClaimsSet claims, String number)
            throws UpstreamException {
        String code = text(claims, names.organisation());
        if (!code.isEmpty() && !code.matches(TAX_CODE)) throw new UpstreamException(UpstreamFault.INVALID, "tax code");
        boolean person =
                code.equals(number) || name(claims, names.organisationName()).isEmpty();
        return person ? "" : code;
    }

    /** In one line, and no longer than a name that is kept. */
    private static String name(JWTClaimsSet claims, String claim) {
        String name = text(claims, claim).replaceAll("\\p{Cntrl}", " ").strip();
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME).strip();
    }

    private static String text(JWTClaimsSet claims, String name) {
        Object value = claims.getClaim(name);
        return value == null ? "" : value.toString();
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return written.contains("/") ? LocalDate.parse(written, DAY_FIRST) : LocalDate.parse(written);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
