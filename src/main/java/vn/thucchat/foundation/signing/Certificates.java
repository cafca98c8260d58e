package vn.thucchat.foundation.signing;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Sha256;

/** Reads certificates and their names. */
final class Certificates {

    private static final int LONGEST = 20_000;

    private Certificates() {}

    /** @throws IllegalArgumentException when it is none */
    static X509Certificate read(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException | ClassCastException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    /** Whether it may vouch for others. */
    static boolean authority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    /** Reads a file of one certificate, binary (DER) or text (PEM); null when it is none. */
    static @Nullable X509Certificate file(byte[] file) {
        if (file.length == 0 || file.length > LONGEST) return null;
        try {
            return read(file);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String subject(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal().getName());
    }

    static String issuer(X509Certificate certificate) {
        return name(certificate.getIssuerX500Principal().getName());
    }

    static boolean signedBy(X509Certificate certificate, X509Certificate authority) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(@Nullable String value, @Nullable String otherwise) {
        String text = value == null || value.isBlank() ? otherwise : value;
        return text == null ? "" : text;
    }

    /** The common name, or the whole name where there is none. */
    private static String name(String distinguished) {
        try {
            for (var part : new LdapName(distinguished).getRdns())
                if (part.getType().equalsIgnoreCase("CN"))
                    return part.getValue().toString();
        } catch (InvalidNameException e) {
            // shown as it is
        }
        return distinguished;
    }
}
