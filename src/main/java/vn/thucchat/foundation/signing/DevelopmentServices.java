package vn.thucchat.foundation.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Makes what the services of the {@link DevelopmentAuthority} answer. */
record DevelopmentServices(
        PrivateKey key, X509Certificate root, Map<BigInteger, Instant> revoked, InstantSource clock) {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());
    private static final long VALID_SECONDS = 3600;

    byte[] ocsp(byte[] request) throws IOException, OperatorCreationException {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var asked = new OCSPReq(request);
            var answer = new BasicOCSPRespBuilder(
                    SubjectPublicKeyInfo.getInstance(root.getPublicKey().getEncoded()), digests.get(RespID.HASH_SHA1));
            Instant now = clock.instant();
            for (var one : asked.getRequestList()) {
                Instant since = revoked.get(one.getCertID().getSerialNumber());
                CertificateStatus status = since == null
                        ? CertificateStatus.GOOD
                        : new RevokedStatus(Date.from(since), CRLReason.keyCompromise);
                answer.addResponse(
                        one.getCertID(), status, Date.from(now), Date.from(now.plusSeconds(VALID_SECONDS)), null);
            }
            var nonce = asked.getExtension(org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (nonce != null) answer.setResponseExtensions(new org.bouncycastle.asn1.x509.Extensions(nonce));
            var basic = answer.build(signer(), new X509CertificateHolder[] {holder()}, Date.from(now));
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded();
        } catch (OCSPException e) {
            throw new IOException(e);
        }
    }

    byte[] crl() throws IOException, OperatorCreationException {
        Instant now = clock.instant();
        var list = new X509v2CRLBuilder(
                X500Name.getInstance(root.getSubjectX500Principal().getEncoded()), Date.from(now));
        list.setNextUpdate(Date.from(now.plusSeconds(VALID_SECONDS)));
        revoked.forEach((serial, since) -> list.addCRLEntry(serial, Date.from(since), CRLReason.keyCompromise));
        return list.build(signer()).getEncoded();
    }

    byte[] stamp(byte[] request, SigningKey with, boolean wrongNonce)
            throws IOException, OperatorCreationException, GeneralSecurityException {
        try {
            var asked = new TimeStampRequest(request);
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", with.key(), with.certificate()),
                    digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(with.chain()));
            var generator = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
            return generator
                    .generate(
                            wrongNonce ? new TimeStampRequest(otherNonce(asked)) : asked,
                            BigInteger.valueOf(SERIAL.incrementAndGet()),
                            Date.from(clock.instant()))
                    .getEncoded();
        } catch (TSPException e) {
            throw new IOException(e);
        }
    }

    private static byte[] otherNonce(TimeStampRequest asked) throws IOException {
        var other = new org.bouncycastle.tsp.TimeStampRequestGenerator();
        other.setCertReq(asked.getCertReq());
        return other.generate(asked.getMessageImprintAlgOID(), asked.getMessageImprintDigest(), BigInteger.TEN)
                .getEncoded();
    }

    private X509CertificateHolder holder() throws IOException {
        try {
            return new X509CertificateHolder(root.getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    }
}
