package vn.thucchat.foundation.signing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.signing.TrustAnchor.Act;
import vn.thucchat.foundation.signing.TrustAnchor.Change;
import vn.thucchat.foundation.signing.TrustAnchor.State;
import vn.thucchat.foundation.units.Units;

/**
 * Certificates of the authorities that the platform believes: administrators of the province propose one with the document
 * that says why, and another one confirms it; it is retired in the same way.
 */
@Service
public class TrustAnchors {

    public static final String PATH = "/admin/signing";
    private static final UUID LAST = new UUID(-1, -1);
    private static final int PAGE = 50;

    private final TrustAnchorStore store;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    TrustAnchors(TrustAnchorStore store, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    /** The certificates that count now. */
    List<X509Certificate> trusted() {
        return store.trusted().stream().map(TrustAnchor::read).toList();
    }

    /** Whether the demonstration's authority issued a certificate. */
    boolean synthetic(X509Certificate certificate) {
        return store.trusted().stream()
                .anyMatch(anchor -> anchor.synthetic() && Certificates.signedBy(certificate, anchor.read()));
    }

    /** All certificates, the latest first. */
    public Slice<TrustAnchor> page(Actor actor, Cursor cursor) {
        if (!mayRead(actor)) return new Slice<>(List.of(), null);
        return Slice.of(store.page(cursor.id(0, LAST), PAGE + 1), PAGE, anchor -> Cursor.of(anchor.id()));
    }

    /**
     * Proposes a certificate.
     *
     * @param file of the certificate, DER or PEM
     * @param document that says why it is believed
     */
    @Transactional
    public Result propose(Actor actor, byte[] file, String document) {
        if (!mayChange(actor)) return new Result.Refused("signing.anchor.not-yours");
        X509Certificate certificate = Certificates.file(file);
        if (certificate == null) return Result.invalid("certificate", "signing.anchor.certificate.fault");
        if (!Certificates.authority(certificate))
            return Result.invalid("certificate", "signing.anchor.certificate.no-authority");
        Instant now = clock.instant();
        if (certificate.getNotAfter().toInstant().isBefore(now))
            return Result.invalid("certificate", "signing.anchor.certificate.ended");
        var anchor =
                anchor(certificate, document.strip(), State.PROPOSED, new Change(actor.account(), now, null, null));
        if (!store.insert(anchor)) return Result.invalid("certificate", "signing.anchor.certificate.there");
        log.record(actor, "signing.anchor-proposed", PATH, anchor.sha256() + " " + anchor.document());
        return new Result.Done(anchor.id());
    }

    /** Asks to retire a certificate, confirms or takes back what was asked; nobody confirms what they asked for themselves. */
    @Transactional
    public Result act(Actor actor, UUID id, Act act) {
        if (!mayChange(actor)) return new Result.Refused("signing.anchor.not-yours");
        TrustAnchor anchor = store.find(id).orElse(null);
        if (anchor == null) return new Result.NotFound();
        boolean confirms = act == Act.CONFIRM || act == Act.CONFIRM_RETIREMENT;
        if (confirms && anchor.change().askedBy().equals(actor.account()))
            return new Result.Refused("signing.anchor.own");
        Instant now = clock.instant();
        boolean done = switch (act) {
            case RETIRE -> store.ask(id, act, actor.account(), now);
            case CONFIRM, REJECT, CONFIRM_RETIREMENT, KEEP -> store.decide(id, act, actor.account(), now);
        };
        if (!done) return new Result.Stale();
        log.record(actor, "signing.anchor-" + act.word(), PATH, anchor.sha256());
        return new Result.Done(id);
    }

    /** Believes the demonstration's authority, and marks whatever it vouches for; done twice it changes nothing. */
    @Transactional
    public void demonstrate(byte[] root, String document) {
        Instant now = clock.instant();
        UUID platform = Actor.PLATFORM.account();
        store.insert(anchor(Certificates.read(root), document, State.TRUSTED, new Change(platform, now, platform, now))
                .asSynthetic());
    }

    /** Ends the belief in the demonstration's authority. */
    @Transactional
    public void deleteDemonstrationData() {
        store.deleteSynthetic();
    }

    private TrustAnchor anchor(X509Certificate certificate, String document, State state, Change change) {
        try {
            return new TrustAnchor(
                    Ids.next(clock),
                    certificate.getEncoded(),
                    Certificates.fingerprint(certificate),
                    Certificates.subject(certificate),
                    document,
                    state,
                    false,
                    change);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
