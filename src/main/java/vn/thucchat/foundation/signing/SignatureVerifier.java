package vn.thucchat.foundation.signing;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.ServiceLoaderPdfObjFactory;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.pages.HeavyWork;
import vn.thucchat.foundation.signing.Verification.DocumentSignature;
import vn.thucchat.foundation.signing.Verification.Reason;
import vn.thucchat.foundation.signing.Verification.Signer;
import vn.thucchat.foundation.signing.Verification.Verdict;

/**
 * Verifies the signatures of a PDF: one verdict, the same at upload, on the desk and at download. DSS checks signatures,
 * chains, time stamps and revocation (ETSI EN 319 102-1); what may follow a signature in the file is decided here: proofs
 * and further signatures, and nothing that shows or hides anything.
 */
@Service
public class SignatureVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureVerifier.class);

    private final Authorities authorities;
    private final InstantSource clock;
    private final SyntheticAnchors synthetic;

    /** Says whether the demonstration's authority issued a certificate. */
    @FunctionalInterface
    interface SyntheticAnchors {
        boolean issued(X509Certificate certificate);
    }

    @Autowired
    SignatureVerifier(TrustAnchors anchors, OutboundHttp http, InstantSource clock) {
        this(new Authorities(anchors::trusted, http, OutboundHttp.INTERNET), anchors::synthetic, clock);
    }

    SignatureVerifier(Authorities authorities, SyntheticAnchors synthetic, InstantSource clock) {
        this.authorities = authorities;
        this.synthetic = synthetic;
        this.clock = clock;
    }

    /**
     * Verifies a document when its turn comes; keeps nothing of it.
     *
     * @throws vn.thucchat.foundation.pages.Problem 503 when too much is waiting
     */
    public Verification verify(byte[] pdf) {
        Optional<Reason> refused = PdfGuard.fault(pdf);
        if (refused.isPresent()) return Verification.refused(refused.get());
        return HeavyWork.SIGNATURES.run(() -> {
            try {
                return checked(pdf);
            } catch (RuntimeException | StackOverflowError e) {
                // a parser gave up on what somebody made for it
                LOG.info("A document could not be read: {}", e.toString());
                return Verification.refused(Reason.UNREADABLE);
            }
        });
    }

    private Verification checked(byte[] pdf) {
        var validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(authorities.verifier());
        validator.setValidationTime(Date.from(clock.instant()));
        validator.setPdfObjFactory(withoutPictures());
        validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
        Reports reports = validator.validateDocument();
        var data = reports.getDiagnosticData();
        List<SignatureWrapper> found = data.getSignatures().stream()
                .sorted(Comparator.comparing(one -> Objects.requireNonNullElse(end(one), BigInteger.ZERO)))
                .toList();
        long stamps = data.getTimestampList().stream()
                .filter(stamp -> stamp.getType().isDocumentTimestamp())
                .count();
        Set<Reason> shape = PdfRanges.faults(pdf, found.size() + (int) stamps);
        var signatures = new ArrayList<DocumentSignature>();
        for (int at = 0; at < found.size(); at++)
            signatures.add(signature(found.get(at), reports, at == found.size() - 1));
        if (found.isEmpty() && shape.isEmpty()) return new Verification(Verdict.UNSIGNED, List.of(), List.of());
        List<Reason> all = new ArrayList<>(shape);
        signatures.forEach(one -> all.addAll(one.reasons()));
        return new Verification(Verification.worst(all), List.copyOf(shape), signatures);
    }

    /** Compares what revisions say, not how their pages look: drawing them is for whoever wants to be kept busy. */
    private static ServiceLoaderPdfObjFactory withoutPictures() {
        var differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        var factory = new ServiceLoaderPdfObjFactory();
        factory.setPdfDifferencesFinder(differences);
        return factory;
    }

    private static @Nullable BigInteger end(SignatureWrapper signature) {
        List<BigInteger> range = signature.getSignatureByteRange();
        return range == null || range.size() != 4 ? null : range.get(2).add(range.get(3));
    }

    private DocumentSignature signature(SignatureWrapper one, Reports reports, boolean last) {
        Set<Reason> reasons = new LinkedHashSet<>();
        if (!one.isSignatureIntact() && one.isSignatureValid()) reasons.add(Reason.SIGNATURE_BROKEN);
        if (!one.isSignatureByteRangeValid()) reasons.add(Reason.WRONG_RANGE);
        if (PdfChanges.after(one)) reasons.add(Reason.CHANGED_AFTER_SIGNING);
        var report = reports.getSimpleReport();
        Indication indication = report.getIndication(one.getId());
        if (indication != Indication.TOTAL_PASSED && indication != Indication.PASSED)
            reasons.add(reason(one, report.getSubIndication(one.getId())));
        CertificateWrapper certificate = one.getSigningCertificate();
        X509Certificate own = certificate == null ? null : Certificates.read(certificate.getBinaries());
        if (own != null
                && Verification.worst(List.copyOf(reasons)) == Verdict.INTACT_AND_TRUSTED
                && synthetic.issued(own)) reasons.add(Reason.SYNTHETIC);
        List<Reason> why = List.copyOf(reasons);
        return new DocumentSignature(
                signer(certificate, own),
                Verification.worst(why),
                why,
                instant(one.getClaimedSigningTime()),
                one.getTLevelTimestamps().stream()
                        .filter(TimestampWrapper::isSignatureValid)
                        .map(stamp -> instant(stamp.getProductionTime()))
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                level(one.getSignatureFormat()),
                last);
    }

    private static Signer signer(@Nullable CertificateWrapper certificate, @Nullable X509Certificate own) {
        if (certificate == null || own == null) return new Signer("", "", "", "");
        return new Signer(
                Certificates.text(certificate.getCommonName(), certificate.getReadableCertificateName()),
                Certificates.text(certificate.getOrganizationName(), ""),
                own.getSerialNumber().toString(16),
                Certificates.issuer(own));
    }

    private static Reason reason(SignatureWrapper one, @Nullable SubIndication why) {
        if (why == null) return Reason.UNDECIDED;
        return switch (why) {
            case HASH_FAILURE -> Reason.CONTENT_CHANGED;
            case SIG_CRYPTO_FAILURE, FORMAT_FAILURE, SIGNED_DATA_NOT_FOUND ->
                one.isSignatureIntact() ? Reason.SIGNATURE_BROKEN : Reason.CONTENT_CHANGED;
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> Reason.REVOKED;
            case EXPIRED, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED -> Reason.EXPIRED;
            case NOT_YET_VALID, TIMESTAMP_ORDER_FAILURE -> Reason.NOT_YET_VALID;
            case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE -> Reason.WEAK_ALGORITHM;
            case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE, NO_SIGNING_CERTIFICATE_FOUND ->
                Reason.UNKNOWN_ISSUER;
            case CHAIN_CONSTRAINTS_FAILURE, SIG_CONSTRAINTS_FAILURE, CERTIFICATE_CHAIN_GENERAL_FAILURE ->
                Reason.UNFIT_CERTIFICATE;
            case TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE -> Reason.REVOCATION_UNKNOWN;
            case NO_POE, POLICY_PROCESSING_ERROR, SIGNATURE_POLICY_NOT_AVAILABLE -> Reason.UNDECIDED;
        };
    }

    private static String level(@Nullable SignatureLevel level) {
        if (level == null) return "OTHER";
        return switch (level) {
            case PAdES_BASELINE_B -> "B-B";
            case PAdES_BASELINE_T -> "B-T";
            case PAdES_BASELINE_LT -> "B-LT";
            case PAdES_BASELINE_LTA -> "B-LTA";
            default -> "OTHER";
        };
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
