package vn.thucchat.foundation.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Imitates a certification authority with its time stamping authority, for the demonstration and tests: it issues
 * certificates, says by OCSP and CRL whether they are revoked, and stamps times (RFC 3161), over HTTP on a port of this
 * machine alone. Its keys are in memory and die with it; it can misbehave.
 */
public final class DevelopmentAuthority implements AutoCloseable {

    /** How the authority's services go wrong. */
    public enum Misbehaviour {
        /** All services answer 503. */
        DOWN,
        /** No answer says whether a certificate is revoked; times are stamped. */
        NO_REVOCATION_DATA,
        /** Time stamps carry another nonce than the request's. */
        WRONG_NONCE,
        /** Time stamps are signed by a certificate that has expired. */
        EXPIRED_STAMP
    }

    private static final Duration YEARS = Duration.ofDays(365 * 10);
    private static final Duration BEFORE = Duration.ofHours(1);
    private static final int LARGEST_REQUEST = 65_536;

    private final InstantSource clock;
    private final HttpServer server;
    private final KeyPair rootKey = keys();
    private final X509Certificate root;
    private final DevelopmentServices services;
    private final SigningKey stampKey;
    private final SigningKey expiredStampKey;
    private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();
    private final Set<Misbehaviour> faults = ConcurrentHashMap.newKeySet();

    /** @param name of its root certificate: {@code CA minh họa} */
    public DevelopmentAuthority(String name, InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        X500Name issuer = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, name)
                .addRDN(BCStyle.C, "VN")
                .build();
        Instant now = clock.instant();
        root = certificate(issuer, issuer, rootKey, now.minus(YEARS), now.plus(YEARS), Purpose.AUTHORITY);
        services = new DevelopmentServices(rootKey.getPrivate(), root, revoked, clock);
        stampKey = issue("TSA " + name, "", now.minus(BEFORE), now.plus(YEARS), Purpose.STAMPS);
        expiredStampKey = issue("TSA cũ " + name, "", now.minus(BEFORE), now.minusSeconds(60), Purpose.STAMPS);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private enum Purpose {
        AUTHORITY,
        SIGNATURES,
        STAMPS
    }

    /** The certificate to trust. */
    public X509Certificate root() {
        return root;
    }

    /** Where times are stamped. */
    public URI stamps() {
        return address("tsa");
    }

    /** Makes a key with a certificate that holds from an hour ago for two years. */
    public SigningKey issue(String name, String agency) {
        Instant now = clock.instant();
        return issue(name, agency, now.minus(BEFORE), now.plus(Duration.ofDays(730)));
    }

    /**
     * Makes a key with a certificate.
     *
     * @param name of the signer: {@code Trần Thị Ký}
     * @param agency empty where none stands in the certificate
     */
    public SigningKey issue(String name, String agency, Instant from, Instant until) {
        return issue(name, agency, from, until, Purpose.SIGNATURES);
    }

    /** Revokes a certificate from now on. */
    public void revoke(X509Certificate certificate) {
        revoked.put(certificate.getSerialNumber(), clock.instant());
    }

    /** Behaves in these ways, and in no other, until it is told anew. */
    public void misbehave(Misbehaviour... ways) {
        faults.clear();
        faults.addAll(List.of(ways));
    }

    private SigningKey issue(String name, String agency, Instant from, Instant until, Purpose purpose) {
        var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name);
        if (!agency.isEmpty()) subject.addRDN(BCStyle.O, agency);
        subject.addRDN(BCStyle.C, "VN");
        KeyPair key = keys();
        X500Name issuer = X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
        return new SigningKey(
                key.getPrivate(), List.of(certificate(issuer, subject.build(), key, from, until, purpose), root), null);
    }

    private X509Certificate certificate(
            X500Name issuer, X500Name subject, KeyPair key, Instant from, Instant until, Purpose purpose) {
        try {
            var names = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(100, new SecureRandom()).setBit(99),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    key.getPublic());
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, names.createSubjectKeyIdentifier(key.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, names.createAuthorityKeyIdentifier(rootKey.getPublic()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(purpose == Purpose.AUTHORITY));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    switch (purpose) {
                        case AUTHORITY ->
                            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature);
                        case SIGNATURES -> new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
                        case STAMPS -> new KeyUsage(KeyUsage.digitalSignature);
                    });
            if (purpose == Purpose.STAMPS)
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            if (purpose != Purpose.AUTHORITY) {
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri("ocsp")));
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(new DistributionPointName(new GeneralNames(uri("crl"))), null, null)
                }));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private GeneralName uri(String path) {
        return new GeneralName(
                GeneralName.uniformResourceIdentifier, address(path).toString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
            String path = exchange.getRequestURI().getPath();
            boolean silent = faults.contains(Misbehaviour.DOWN)
                    || (faults.contains(Misbehaviour.NO_REVOCATION_DATA) && !path.equals("/tsa"));
            if (silent) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] answer = switch (path) {
                case "/ocsp" -> services.ocsp(request);
                case "/crl" -> services.crl();
                case "/tsa" ->
                    services.stamp(
                            request,
                            faults.contains(Misbehaviour.EXPIRED_STAMP) ? expiredStampKey : stampKey,
                            faults.contains(Misbehaviour.WRONG_NONCE));
                default -> new byte[0];
            };
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
