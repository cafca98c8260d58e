package vn.thucchat.foundation.signing;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.http.client.InetAddressFilter;
import vn.thucchat.foundation.http.OutboundHttp;

/**
 * Whom we believe about certificates: the trust anchors of the day, and, for chains that end at one of them, what their
 * authorities answer by OCSP or CRL. Nobody else's address is ever asked: a stranger's certificate names any.
 */
record Authorities(Supplier<List<X509Certificate>> anchors, OutboundHttp http, InetAddressFilter allowed) {

    CommonCertificateVerifier verifier() {
        var trusted = new CommonTrustedCertificateSource();
        for (X509Certificate anchor : anchors.get()) trusted.addCertificate(new CertificateToken(anchor));
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        verifier.setOcspSource(new OnlineOCSPSource(new SigningHttp(http, allowed, "application/ocsp-request")));
        verifier.setCrlSource(new OnlineCRLSource(new SigningHttp(http, allowed, "application/octet-stream")));
        verifier.setCheckRevocationForUntrustedChains(false);
        verifier.setRevocationFallback(true);
        return verifier;
    }
}
