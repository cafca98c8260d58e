package vn.thucchat.foundation.signing;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.signing.PadesSigner.Lasting;

/** Signs documents with the key that the environment names; who runs the platform named its addresses too. */
@Service
public class AgencySigner {

    private static final Logger LOG = LoggerFactory.getLogger(AgencySigner.class);

    private final SigningSettings settings;
    private final PadesSigner signer;
    private @Nullable SigningKey opened;

    /**
     * The key that is there.
     *
     * @param serial of its certificate, hexadecimal
     */
    public record KeyStatus(String name, String serial, String issuer, Instant until) {}

    @Autowired
    AgencySigner(TrustAnchors anchors, OutboundHttp http, InstantSource clock) {
        this(
                SigningSettings.read(System.getenv()),
                new Authorities(anchors::trusted, http, InetAddressFilter.all()),
                clock);
    }

    AgencySigner(SigningSettings settings, Authorities authorities, InstantSource clock) {
        this.settings = settings;
        this.signer = new PadesSigner(authorities, settings.stamps(), clock);
    }

    /** Whether the environment names a key. */
    public boolean named() {
        return settings.place() != null;
    }

    /** The key; empty where none is named, or it cannot be opened now. */
    public Optional<KeyStatus> status() {
        try {
            var certificate = key().certificate();
            return Optional.of(new KeyStatus(
                    Certificates.subject(certificate),
                    certificate.getSerialNumber().toString(16),
                    Certificates.issuer(certificate),
                    certificate.getNotAfter().toInstant()));
        } catch (SigningException e) {
            if (named()) LOG.warn("The signing key cannot be opened: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** As {@link PadesSigner#sign}, with the agency's key. */
    public byte[] sign(byte[] pdf, String reason, Lasting lasting) throws SigningException {
        SigningKey key = key();
        try {
            return signer.sign(pdf, key, reason, lasting);
        } catch (SigningException e) {
            // a token that was pulled out is opened anew the next time
            if (e.why() == SigningException.Cause.KEY) forget();
            throw e;
        }
    }

    private synchronized SigningKey key() throws SigningException {
        SigningKey key = opened;
        if (key != null) return key;
        SigningSettings.Place place = settings.place();
        if (place == null)
            throw new SigningException(SigningException.Cause.KEY, "No key is named", new IOException("none"));
        try {
            key = place.open();
            opened = key;
            return key;
        } catch (IOException e) {
            throw new SigningException(SigningException.Cause.KEY, String.valueOf(e.getMessage()), e);
        }
    }

    private synchronized void forget() {
        opened = null;
    }
}
