package vn.thucchat.foundation.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private key with its certificates, in a file (PKCS#12) or in a token that the key never leaves (PKCS#11).
 *
 * @param chain the signer's certificate first, then those of its issuers
 * @param provider that the key belongs to; null: any of the platform's
 */
public record SigningKey(
        PrivateKey key,
        List<X509Certificate> chain,
        @Nullable Provider provider) {

    public SigningKey {
        chain = List.copyOf(chain);
    }

    /**
     * Reads the key of a PKCS#12 file.
     *
     * @param alias of the key; empty where the file has one key
     * @throws IOException when the file or its password is wrong
     */
    public static SigningKey file(Path file, char[] password, String alias) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return of(store, password, alias, null);
        } catch (GeneralSecurityException e) {
            throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens a token by the JDK's own PKCS#11 provider.
     *
     * @param library of the token's maker: {@code /usr/lib/softhsm/libsofthsm2.so}
     * @param slotIndex of the slot in the list of slots, from 0
     * @param alias of the key; empty where the token has one key
     * @throws IOException when the token is not there, or its PIN is wrong
     */
    public static SigningKey token(Path library, int slotIndex, char[] pin, String alias) throws IOException {
        try {
            // a configuration that begins with -- is the text itself (JDK's PKCS#11 guide)
            Provider provider = Security.getProvider("SunPKCS11")
                    .configure("--name=token" + slotIndex + "\nlibrary=" + library + "\nslotListIndex=" + slotIndex);
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return of(store, null, alias, provider);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("PKCS#11: " + e.getMessage(), e);
        }
    }

    private static SigningKey of(KeyStore store, char @Nullable [] password, String alias, @Nullable Provider provider)
            throws GeneralSecurityException, IOException {
        for (String name : Collections.list(store.aliases()))
            if ((alias.isEmpty() || alias.equals(name))
                    && store.isKeyEntry(name)
                    && store.getKey(name, password) instanceof PrivateKey key)
                return new SigningKey(
                        key,
                        Arrays.stream(store.getCertificateChain(name))
                                .map(X509Certificate.class::cast)
                                .toList(),
                        provider);
        throw new IOException("No private key" + (alias.isEmpty() ? "" : " " + alias));
    }

    /** The signer's own certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** {@code SHA256withRSA} or {@code SHA256withECDSA}. */
    String algorithm() {
        return certificate().getPublicKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    /** @throws GeneralSecurityException when the token is gone, or does not know the algorithm */
    byte[] sign(byte[] data) throws GeneralSecurityException {
        var signature =
                provider == null ? Signature.getInstance(algorithm()) : Signature.getInstance(algorithm(), provider);
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }

    /** Without the key, which is no log's business. */
    @Override
    public String toString() {
        return "SigningKey of " + certificate().getSubjectX500Principal();
    }
}
