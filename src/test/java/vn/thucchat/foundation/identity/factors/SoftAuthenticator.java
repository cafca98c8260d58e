package vn.thucchat.foundation.identity.factors;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authenticator and its browser in one, which holds one key and can lie about everything: it answers as
 * {@code PublicKeyCredential.toJSON()} does.
 */
public final class SoftAuthenticator {

    static final int ES256 = -7;
    static final int EDDSA = -8;
    static final int ES384 = -35;
    static final int RS256 = -257;

    private static final JsonMapper JSON = new JsonMapper();

    final KeyPair keys;
    byte[] credentialId = new byte[32];
    byte @Nullable [] owner;
    String rpId = "localhost";
    String origin = "http://localhost:8080";
    String type = "";
    boolean crossOrigin;
    boolean present = true;
    boolean verified = true;
    boolean backupEligible = true;
    boolean backedUp = true;
    boolean bogusSignature;
    long counter;

    @Nullable
    Boolean discoverable = true;

    List<String> transports = List.of("internal");

    private final int algorithm;

    public SoftAuthenticator() {
        this(ES256);
    }

    SoftAuthenticator(int algorithm) {
        this.algorithm = algorithm;
        new SecureRandom().nextBytes(credentialId);
        try {
            keys = switch (algorithm) {
                case ES256 -> pair("EC", "secp256r1");
                case ES384 -> pair("EC", "secp384r1");
                case EDDSA -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                case RS256 -> {
                    var generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(2048);
                    yield generator.generateKeyPair();
                }
                default -> throw new IllegalArgumentException();
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String kind, String curve) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    /** Makes the key. */
    public String create(CreationOptions options) {
        return create(options.challenge(), options.user().id());
    }

    /** @param user the owner in base64url */
    public String create(String challenge, String user) {
        owner = Base64.getUrlDecoder().decode(user);
        byte[] attested = bytes(
                new byte[16],
                new byte[] {(byte) (credentialId.length >> 8), (byte) credentialId.length},
                credentialId,
                cose());
        byte[] object = bytes(
                new byte[] {(byte) 0xA3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xA0},
                text("authData"),
                string(authenticatorData(0x40, attested)));
        var response = new LinkedHashMap<String, Object>();
        response.put("clientDataJSON", encoded(clientData(challenge, "webauthn.create")));
        response.put("attestationObject", encoded(object));
        response.put("transports", transports);
        return answer(response, discoverable == null ? Map.of() : Map.of("credProps", Map.of("rk", discoverable)));
    }

    String get(RequestOptions options) {
        return get(options.challenge());
    }

    /** Uses the key. */
    public String get(String challenge) {
        counter = counter == 0 ? 0 : counter + 1;
        byte[] client = clientData(challenge, "webauthn.get");
        byte[] data = authenticatorData(0, new byte[0]);
        byte[] signature = signed(bytes(data, sha256(client)));
        if (bogusSignature) signature[signature.length - 1] ^= 1;
        var response = new LinkedHashMap<String, Object>();
        response.put("clientDataJSON", encoded(client));
        response.put("authenticatorData", encoded(data));
        response.put("signature", encoded(signature));
        if (owner != null) response.put("userHandle", encoded(owner));
        return answer(response, Map.of());
    }

    private String answer(Map<String, Object> response, Map<String, Object> extensions) {
        return JSON.writeValueAsString(Map.of(
                "id",
                encoded(credentialId),
                "rawId",
                encoded(credentialId),
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                extensions,
                "response",
                response));
    }

    private byte[] clientData(String challenge, String usual) {
        return JSON.writeValueAsString(Map.of(
                        "type", type.isEmpty() ? usual : type,
                        "challenge", challenge,
                        "origin", origin,
                        "crossOrigin", crossOrigin))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int more, byte[] attested) {
        int flags = (present ? 1 : 0) | (verified ? 4 : 0) | (backupEligible ? 8 : 0) | (backedUp ? 16 : 0) | more;
        return bytes(
                sha256(rpId.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(4).putInt((int) counter).array(),
                attested);
    }

    /** RFC 9053: the key type (1), the algorithm (3), and what the type has. */
    private byte[] cose() {
        return switch (keys.getPublic()) {
            case ECPublicKey key -> {
                int size = algorithm == ES256 ? 32 : 48;
                yield bytes(
                        new byte[] {(byte) 0xA5},
                        number(1),
                        number(2),
                        number(3),
                        number(algorithm),
                        number(-1),
                        number(algorithm == ES256 ? 1 : 2),
                        number(-2),
                        string(fixed(key.getW().getAffineX().toByteArray(), size)),
                        number(-3),
                        string(fixed(key.getW().getAffineY().toByteArray(), size)));
            }
            case EdECPublicKey key -> {
                byte[] encoded = key.getEncoded();
                yield bytes(
                        new byte[] {(byte) 0xA4},
                        number(1),
                        number(1),
                        number(3),
                        number(algorithm),
                        number(-1),
                        number(6),
                        number(-2),
                        string(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
            }
            case RSAPublicKey key ->
                bytes(
                        new byte[] {(byte) 0xA4},
                        number(1),
                        number(3),
                        number(3),
                        number(algorithm),
                        number(-1),
                        string(fixed(key.getModulus().toByteArray(), 256)),
                        number(-2),
                        string(key.getPublicExponent().toByteArray()));
            default -> throw new IllegalStateException();
        };
    }

    private byte[] signed(byte[] message) {
        try {
            var signature = Signature.getInstance(
                    switch (algorithm) {
                        case ES256 -> "SHA256withECDSA";
                        case ES384 -> "SHA384withECDSA";
                        case EDDSA -> "Ed25519";
                        default -> "SHA256withRSA";
                    });
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] fixed(byte[] number, int size) {
        byte[] fixed = new byte[size];
        int length = Math.min(number.length, size);
        System.arraycopy(number, number.length - length, fixed, size - length, length);
        return fixed;
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes(head(3, bytes.length), bytes);
    }

    private static byte[] string(byte[] bytes) {
        return bytes(head(2, bytes.length), bytes);
    }

    private static byte[] number(int number) {
        return number < 0 ? head(1, -1 - number) : head(0, number);
    }

    /** The beginning of a CBOR item (RFC 8949): its kind and its length or number. */
    private static byte[] head(int kind, int number) {
        if (number < 24) return new byte[] {(byte) (kind << 5 | number)};
        if (number < 256) return new byte[] {(byte) (kind << 5 | 24), (byte) number};
        return new byte[] {(byte) (kind << 5 | 25), (byte) (number >> 8), (byte) number};
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
