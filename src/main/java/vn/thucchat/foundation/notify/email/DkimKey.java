package vn.thucchat.foundation.notify.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

/**
 * Signs e-mail for a domain (DKIM, RFC 6376: rsa-sha256, relaxed).
 *
 * @param selector names the public key in DNS: {@code 2026a} of {@code 2026a._domainkey.thainguyen.gov.vn}
 */
record DkimKey(String domain, String selector, RSAPrivateKey key) {

    private static final int SHORTEST = 2048;
    /** Beside those that the library signs by itself; RFC 8058, section 4 demands the first two. */
    private static final List<String> SIGNED =
            List.of("List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted", "Message-ID");

    /** Reads a key in PEM or its Base64 alone, its line ends perhaps written as {@code \n}; null when it is none. */
    static @Nullable DkimKey read(String domain, String selector, String pem) {
        String base64 = pem.replace("\\n", "").replaceAll("-----(BEGIN|END) PRIVATE KEY-----|\\s", "");
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            return KeyFactory.getInstance("RSA").generatePrivate(spec) instanceof RSAPrivateKey key
                            && key.getModulus().bitLength() >= SHORTEST
                    ? new DkimKey(domain, selector, key)
                    : null;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Makes the signed form of a message. */
    MimeMessage sign(MimeMessage message) throws MessagingException {
        var signer = new DkimSigner(domain, selector, key);
        signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
        signer.setHeaderCanonicalization(Canonicalization.RELAXED);
        signer.setBodyCanonicalization(Canonicalization.RELAXED);
        // no question to DNS at each message
        signer.setCheckDomainKey(false);
        SIGNED.forEach(signer::addHeaderToSign);
        return new DkimMessage(message, signer);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return selector + "._domainkey." + domain;
    }
}
