package vn.thucchat.foundation.signing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an installation says of its signing key in its environment: where the key is, and who stamps times.
 *
 * @param place null where the platform signs nothing
 */
public record SigningSettings(@Nullable Place place, URI stamps) {

    private static final URI NOWHERE = URI.create("about:blank");
    private static final int MOST_SLOTS = 99;

    /**
     * Where the key is. Its password is taken from the environment when it is opened, and kept nowhere.
     *
     * @param slot of a token; -1 of a file
     */
    record Place(Path path, int slot, String alias, String secret) {

        SigningKey open() throws IOException {
            char[] password = secret.toCharArray();
            return slot < 0 ? SigningKey.file(path, password, alias) : SigningKey.token(path, slot, password, alias);
        }

        /** Without the secret, which is no log's business. */
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * What is wrong with a variable.
     *
     * @param variable {@code SIGNING_TSA}
     */
    public record Fault(String variable, String vietnamese, String english) {}

    /** Lists what is wrong with the variables, half a configuration too. */
    public static List<Fault> faults(Map<String, String> environment) {
        var faults = new ArrayList<Fault>();
        boolean file = given(environment, "SIGNING_PKCS12");
        boolean token = given(environment, "SIGNING_PKCS11");
        if (file && token)
            faults.add(new Fault(
                    "SIGNING_PKCS11",
                    "Chỉ ghi một trong hai: SIGNING_PKCS12 (tệp khóa) hoặc SIGNING_PKCS11 (thiết bị khóa).",
                    "Name one of the two: SIGNING_PKCS12 (a key file) or SIGNING_PKCS11 (a token)."));
        needs(environment, "SIGNING_PKCS12", "SIGNING_PKCS12_PASSWORD", faults);
        needs(environment, "SIGNING_PKCS11", "SIGNING_PKCS11_PIN", faults);
        if (file || token) needs(environment, file ? "SIGNING_PKCS12" : "SIGNING_PKCS11", "SIGNING_TSA", faults);
        else if (given(environment, "SIGNING_TSA"))
            faults.add(new Fault(
                    "SIGNING_TSA",
                    "Có nơi cấp dấu thời gian mà không có khóa: hãy ghi SIGNING_PKCS12 hoặc SIGNING_PKCS11.",
                    "There is an authority for time stamps, but no key: name SIGNING_PKCS12 or SIGNING_PKCS11."));
        if (given(environment, "SIGNING_TSA")
                && !value(environment, "SIGNING_TSA").matches("https?://[^\\s/?#@]+(/[^\\s]*)?"))
            faults.add(new Fault(
                    "SIGNING_TSA", "Phải là địa chỉ http hoặc https.", "Must be an address with http or https."));
        if (!value(environment, "SIGNING_PKCS11_SLOT").matches("|[0-9]{1,2}"))
            faults.add(new Fault(
                    "SIGNING_PKCS11_SLOT",
                    "Phải là số từ 0 đến " + MOST_SLOTS + ".",
                    "Must be a number from 0 to " + MOST_SLOTS + "."));
        return faults;
    }

    private static void needs(Map<String, String> environment, String one, String other, List<Fault> faults) {
        if (given(environment, one) && !given(environment, other))
            faults.add(new Fault(
                    other,
                    "Có " + one + " thì phải có " + other + ": không thì không ký được văn bản nào.",
                    "Is needed with " + one + ": without it no document would be signed."));
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException when something is wrong with them
     */
    static SigningSettings read(Map<String, String> environment) {
        List<Fault> faults = faults(environment);
        if (!faults.isEmpty()) throw new IllegalArgumentException(faults.toString());
        boolean token = given(environment, "SIGNING_PKCS11");
        if (!token && !given(environment, "SIGNING_PKCS12")) return new SigningSettings(null, NOWHERE);
        String slot = value(environment, "SIGNING_PKCS11_SLOT");
        return new SigningSettings(
                new Place(
                        Path.of(value(environment, token ? "SIGNING_PKCS11" : "SIGNING_PKCS12")),
                        token ? Integer.parseInt(slot.isEmpty() ? "0" : slot) : -1,
                        value(environment, "SIGNING_KEY"),
                        value(environment, token ? "SIGNING_PKCS11_PIN" : "SIGNING_PKCS12_PASSWORD")),
                URI.create(value(environment, "SIGNING_TSA")));
    }

    private static boolean given(Map<String, String> environment, String name) {
        return !value(environment, name).isEmpty();
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
