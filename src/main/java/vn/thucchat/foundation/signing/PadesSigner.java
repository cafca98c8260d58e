package vn.thucchat.foundation.signing;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.SecureRandomNonceSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.DSSUtils;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.springframework.boot.http.client.InetAddressFilter;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.pages.HeavyWork;

/**
 * Signs PDFs as PAdES baseline B-LT (ETSI EN 319 142-1): with a time stamp (RFC 3161) and the proof that no certificate
 * was revoked, so that the signature can be checked when the authorities have long gone. A document that is signed already
 * keeps its signatures.
 */
public final class PadesSigner {

    /** How long a signature can be checked without anybody's help. */
    public enum Lasting {
        /** Until the time stamp's certificate ends. */
        B_LT,
        /** Until the time stamp around everything ends, which can be repeated. */
        B_LTA
    }

    private final Authorities authorities;
    private final URI stamps;
    private final InstantSource clock;

    /** @param stamps where times are stamped */
    PadesSigner(Authorities authorities, URI stamps, InstantSource clock) {
        this.authorities = authorities;
        this.stamps = stamps;
        this.clock = clock;
    }

    /** A signer that asks the development authority, and nobody else. */
    public static PadesSigner of(DevelopmentAuthority authority, OutboundHttp http, InstantSource clock) {
        var ownMachine = InetAddressFilter.of("127.0.0.0/8", "::1/128");
        return new PadesSigner(
                new Authorities(() -> List.of(authority.root()), http, ownMachine), authority.stamps(), clock);
    }

    /**
     * Signs a document when its turn comes.
     *
     * @param reason that stands in the signature: {@code Người có thẩm quyền}
     * @throws SigningException when it was not signed: a stamp or an answer about revocation did not come, too
     */
    public byte[] sign(byte[] pdf, SigningKey key, String reason, Lasting lasting) throws SigningException {
        if (PdfGuard.fault(pdf).isPresent()) throw failed(SigningException.Cause.DOCUMENT, new DSSException("refused"));
        Object done = HeavyWork.SIGNATURES.run(() -> {
            try {
                return signed(pdf, key, reason, lasting);
            } catch (SigningException e) {
                return e;
            }
        });
        if (done instanceof SigningException failure) throw failure;
        return (byte[]) done;
    }

    private byte[] signed(byte[] pdf, SigningKey key, String reason, Lasting lasting) throws SigningException {
        var service = new PAdESService(authorities.verifier());
        service.setTspSource(stampSource());
        PAdESSignatureParameters parameters = parameters(key, reason, lasting);
        DSSDocument document = new InMemoryDocument(pdf);
        SignatureValue value = value(service, document, parameters, key);
        try {
            return DSSUtils.toByteArray(service.signDocument(document, parameters, value));
        } catch (AlertException e) {
            throw failed(SigningException.Cause.REVOCATION, e);
        } catch (DSSException e) {
            throw failed(SigningException.Cause.STAMP, e);
        }
    }

    private static SignatureValue value(
            PAdESService service, DSSDocument document, PAdESSignatureParameters parameters, SigningKey key)
            throws SigningException {
        ToBeSigned data;
        try {
            data = service.getDataToSign(document, parameters);
        } catch (AlertException e) {
            throw failed(SigningException.Cause.KEY, e);
        } catch (DSSException e) {
            throw failed(SigningException.Cause.DOCUMENT, e);
        }
        try {
            return new SignatureValue(SignatureAlgorithm.forJAVA(key.algorithm()), key.sign(data.getBytes()));
        } catch (GeneralSecurityException e) {
            throw failed(SigningException.Cause.KEY, e);
        }
    }

    private PAdESSignatureParameters parameters(SigningKey key, String reason, Lasting lasting) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(
                switch (lasting) {
                    case B_LT -> SignatureLevel.PAdES_BASELINE_LT;
                    case B_LTA -> SignatureLevel.PAdES_BASELINE_LTA;
                });
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        parameters.setReason(reason);
        parameters.bLevel().setSigningDate(Date.from(clock.instant()));
        return parameters;
    }

    private OnlineTSPSource stampSource() {
        var source = new OnlineTSPSource(
                stamps.toString(),
                new SigningHttp(authorities.http(), authorities.allowed(), "application/timestamp-query"));
        source.setNonceSource(new SecureRandomNonceSource());
        return source;
    }

    private static SigningException failed(SigningException.Cause why, Exception cause) {
        return new SigningException(why, why + ": " + cause.getMessage(), cause);
    }
}
