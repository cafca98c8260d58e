package vn.thucchat.foundation.notify.sms;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an installation says of text messages in its environment: all that is needed, or nothing.
 *
 * @param gateway null where no text message is sent
 * @param brand the registered name that messages come from, at most 11 signs: {@code UBND-TNGUYEN}
 * @param marks whether Vietnamese is sent with its marks, at about three times the price
 */
public record SmsSettings(@Nullable Gateway gateway, String brand, boolean marks) {

    static final SmsSettings NONE = new SmsSettings(null, "", false);
    private static final String BRAND = "[A-Za-z0-9 ._-]{2,11}";

    /**
     * The gateway that takes our messages.
     *
     * @param url without user and password
     */
    record Gateway(URI url, String user, String password) {

        boolean smpp() {
            return url.getScheme().startsWith("smpp");
        }

        /** Without the password, which is no log's business. */
        @Override
        public String toString() {
            return url.toString();
        }
    }

    /**
     * What is wrong with a variable.
     *
     * @param variable {@code SMS_URL}
     */
    public record Fault(String variable, String vietnamese, String english) {}

    /** Lists what is wrong with the variables, half a configuration too. */
    public static List<Fault> faults(Map<String, String> environment) {
        var faults = new ArrayList<Fault>();
        String url = value(environment, "SMS_URL");
        String brand = value(environment, "SMS_BRAND");
        if (!url.isEmpty() && gateway(url) == null)
            faults.add(
                    new Fault(
                            "SMS_URL",
                            "Phải có dạng smpps://người-dùng:mật-khẩu@máy-chủ:3550, smpp://… hoặc https://khóa:bí-mật@máy-chủ/đường-dẫn; ký tự đặc biệt viết dạng %40.",
                            "Must look like smpps://user:password@host:3550, smpp://… or https://key:secret@host/path; special signs are written as %40."));
        if (!brand.isEmpty() && !brand.matches(BRAND))
            faults.add(new Fault(
                    "SMS_BRAND",
                    "Phải là tên thương hiệu đã đăng ký, 2 đến 11 chữ không dấu hoặc số.",
                    "Must be the registered brand name, 2 to 11 letters without marks or digits."));
        if (url.isEmpty() != brand.isEmpty())
            faults.add(new Fault(
                    url.isEmpty() ? "SMS_URL" : "SMS_BRAND",
                    "SMS_URL và SMS_BRAND phải có cùng nhau: thiếu một thì không tin nhắn nào được gửi.",
                    "SMS_URL and SMS_BRAND are needed together: without one of them no text message would be sent."));
        if (!List.of("", "true", "false").contains(value(environment, "SMS_MARKS")))
            faults.add(new Fault("SMS_MARKS", "Chỉ nhận true hoặc false.", "Takes true or false."));
        return faults;
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException when something is wrong with them
     */
    static SmsSettings read(Map<String, String> environment) {
        List<Fault> faults = faults(environment);
        if (!faults.isEmpty()) throw new IllegalArgumentException(faults.toString());
        Gateway gateway = gateway(value(environment, "SMS_URL"));
        return gateway == null
                ? NONE
                : new SmsSettings(
                        gateway,
                        value(environment, "SMS_BRAND"),
                        value(environment, "SMS_MARKS").equals("true"));
    }

    /** Reads {@code https://key:secret@host/path} or {@code smpp(s)://user:password@host:port}; null when it is neither. */
    static @Nullable Gateway gateway(String text) {
        try {
            var url = new URI(text);
            String[] account = url.getRawUserInfo() == null
                    ? new String[0]
                    : url.getRawUserInfo().split(":", 2);
            String scheme = String.valueOf(url.getScheme());
            boolean smpp = scheme.equals("smpp") || scheme.equals("smpps");
            if (url.getHost() == null
                    || account.length != 2
                    || url.getRawQuery() != null
                    || url.getRawFragment() != null
                    || (smpp ? url.getPort() < 1 || !url.getRawPath().isEmpty() : !scheme.matches("https?")))
                return null;
            var bare = new URI(scheme, null, url.getHost(), url.getPort(), url.getPath(), null, null);
            return new Gateway(bare, decoded(account[0]), decoded(account[1]));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
