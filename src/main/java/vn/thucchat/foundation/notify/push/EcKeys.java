package vn.thucchat.foundation.notify.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;

/** Keys on the curve P-256 as Web Push writes them: a public one as 65 bytes (uncompressed, SEC 1), a private one as 32. */
final class EcKeys {

    static final int PUBLIC_BYTES = 65;
    private static final int HALF = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final String CURVE = "secp256r1";

    private EcKeys() {}

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when the bytes are no such key */
    static ECPublicKey publicKey(byte[] point) {
        if (point.length != PUBLIC_BYTES || point[0] != UNCOMPRESSED)
            throw new IllegalArgumentException("no uncompressed point of P-256");
        var at = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + HALF)),
                new BigInteger(1, Arrays.copyOfRange(point, 1 + HALF, PUBLIC_BYTES)));
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, curve()));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECPrivateKey privateKey(byte[] number) {
        try {
            return (ECPrivateKey) KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), curve()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(ECPublicKey key) {
        byte[] point = new byte[PUBLIC_BYTES];
        point[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + HALF);
        return point;
    }

    static byte[] bytes(ECPrivateKey key) {
        byte[] number = new byte[HALF];
        put(key.getS(), number, 0);
        return number;
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, HALF);
        System.arraycopy(bytes, bytes.length - length, into, at + HALF - length, length);
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }
}
