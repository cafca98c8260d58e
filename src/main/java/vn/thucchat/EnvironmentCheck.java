package vn.thucchat;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import vn.thucchat.foundation.database.Backups;
import vn.thucchat.foundation.database.DatabaseServer;
import vn.thucchat.foundation.notify.email.EmailSettings;
import vn.thucchat.foundation.notify.sms.SmsSettings;
import vn.thucchat.foundation.notify.zalo.ZaloSettings;
import vn.thucchat.foundation.server.TrustedProxies;
import vn.thucchat.foundation.signing.SigningSettings;

/**
 * Checks the variables of the README before anything starts: values that cannot be read, and settings that are only half
 * there and would be passed over in silence. All faults are told at once, in both languages.
 */
@NullMarked
final class EnvironmentCheck {

    /** EX_CONFIG of sysexits.h. */
    private static final int CONFIGURATION = 78;

    private static final int KEY_BYTES = 32;
    private static final int SHORTEST_TOKEN = 16;
    private static final String DOMAIN = "[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*";

    private final Map<String, String> environment;
    private final List<Fault> faults = new ArrayList<>();

    private EnvironmentCheck(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * What is wrong, and what to do.
     *
     * @param variable {@code BASE_URL}
     */
    record Fault(String variable, String vietnamese, String english) {}

    /** Ends the process when there is a fault. */
    static void demand(Map<String, String> environment) {
        List<Fault> faults = faults(environment);
        if (faults.isEmpty()) return;
        System.err.printf("%nChưa khởi động được: hãy sửa các biến sau. · Not started: mend these variables.%n");
        for (Fault each : faults)
            System.err.printf("%n  %s%n    %s%n    %s%n", each.variable(), each.vietnamese(), each.english());
        System.err.println();
        System.exit(CONFIGURATION);
    }

    static List<Fault> faults(Map<String, String> environment) {
        var settings = new EnvironmentCheck(environment);
        settings.values();
        settings.database();
        settings.site();
        settings.keys();
        settings.notices();
        return List.copyOf(settings.faults);
    }

    private void values() {
        whole("PORT", 0, 65_535);
        whole("SESSION_HOURS", 1, 24 * 31);
        whole("LARGEST_PAYMENT", 1, Long.MAX_VALUE);
        whole("PAYER_DAYS", 1, 36_500);
        whole("BACKUPS_KEPT", 1, 10_000);
        for (String name : List.of("DEMO", "WEBHOOKS_PRIVATE", "FAST_START"))
            if (!List.of("", "true", "false").contains(value(name)))
                fault(name, "Chỉ nhận true hoặc false, không phải “…”.", "Takes true or false, not “…”.", value(name));
    }

    private void database() {
        boolean named = given("DATABASE_URL");
        for (String name : List.of("DATABASE_USER", "DATABASE_PASSWORD", "DATABASE_OWNER", "DATABASE_OWNER_PASSWORD"))
            if (!named && given(name))
                fault(
                        name,
                        "Chỉ có nghĩa khi có DATABASE_URL; không có thì nền tảng dùng PostgreSQL đi kèm.",
                        "Means something only with DATABASE_URL; without it the embedded PostgreSQL would be used.");
        if (named && given("DATABASE_OWNER_PASSWORD") && !given("DATABASE_OWNER"))
            fault(
                    "DATABASE_OWNER",
                    "Có DATABASE_OWNER_PASSWORD mà không có DATABASE_OWNER.",
                    "There is a DATABASE_OWNER_PASSWORD, but no DATABASE_OWNER.");
        if (named && given("BACKUP_DIR"))
            fault(
                    "BACKUP_DIR",
                    "Chỉ sao lưu PostgreSQL đi kèm. Với DATABASE_URL, hãy sao lưu bằng công cụ của chính máy chủ đó.",
                    "Backs up the embedded PostgreSQL only. With DATABASE_URL, back up with the tools of that server.");
        DatabaseServer.backups(environment).ifPresent(this::backups);
    }

    private void backups(Path folder) {
        if (folder.startsWith(DatabaseServer.folder(environment)))
            fault(
                    "BACKUP_DIR",
                    "Nằm trong DATA_DIR: mất ổ đĩa là mất cả bản sao lưu. Hãy chọn thư mục ở ổ đĩa hoặc máy khác.",
                    "Lies in DATA_DIR, and would be lost with it. Choose a folder on another disk or machine.");
        if (!folder.toString().matches(Backups.PLAIN_PATH))
            fault(
                    "BACKUP_DIR",
                    "Chỉ được gồm chữ, số, dấu cách và các dấu ._/+@=-",
                    "May hold letters, digits, spaces and the signs ._/+@=- only.");
    }

    private void site() {
        String base = value("BASE_URL");
        if (!base.isEmpty() && !isSite(base))
            fault(
                    "BASE_URL",
                    "Phải là địa chỉ trang không kèm đường dẫn, như https://so.thainguyen.gov.vn, không phải “…”.",
                    "Must be a site's address without a path, such as https://so.thainguyen.gov.vn, not “…”.",
                    base);
        if (given("RP_ID") && !value("RP_ID").matches(DOMAIN))
            fault(
                    "RP_ID",
                    "Phải là tên miền, như thainguyen.gov.vn, không phải “…”.",
                    "Must be a domain, such as thainguyen.gov.vn, not “…”.",
                    value("RP_ID"));
        boolean encrypted = base.startsWith("https://");
        if (encrypted && !given("TRUSTED_PROXIES"))
            fault(
                    "TRUSTED_PROXIES",
                    "BASE_URL là https, nên phía trước có một máy chủ proxy: hãy ghi địa chỉ của nó (127.0.0.1 nếu cùng máy), nếu không mọi người sẽ bị tính là một.",
                    "BASE_URL is https, so there is a proxy in front: name its address (127.0.0.1 on the same machine), or everybody counts as one.");
        if (!TrustedProxies.areReadable(value("TRUSTED_PROXIES")))
            fault(
                    "TRUSTED_PROXIES",
                    "Phải là địa chỉ hoặc mạng, cách nhau bằng dấu phẩy, như 10.1.2.3,10.9.0.0/16.",
                    "Must be addresses or networks, separated by commas, such as 10.1.2.3,10.9.0.0/16.");
        if (encrypted && value("WEBHOOKS_PRIVATE").equals("true"))
            fault(
                    "WEBHOOKS_PRIVATE",
                    "Chỉ để thử trên một máy: không bật ở nơi người ngoài đăng nhập (BASE_URL là https).",
                    "Is for trying out on one machine: not where strangers sign in (BASE_URL is https).");
    }

    private void keys() {
        if (given("SECRET_KEY") && !isKey(value("SECRET_KEY")))
            fault(
                    "SECRET_KEY",
                    "Phải là 32 byte viết dạng Base64: openssl rand -base64 32",
                    "Must be 32 bytes in Base64: openssl rand -base64 32");
        if (Arrays.stream(value("FORMER_SECRET_KEYS").split(","))
                .anyMatch(key -> !key.isBlank() && !isKey(key.strip())))
            fault(
                    "FORMER_SECRET_KEYS",
                    "Mỗi khóa phải là 32 byte viết dạng Base64, cách nhau bằng dấu phẩy.",
                    "Each key must be 32 bytes in Base64; separate them by commas.");
        if (given("METRICS_TOKEN") && value("METRICS_TOKEN").length() < SHORTEST_TOKEN)
            fault(
                    "METRICS_TOKEN",
                    "Quá ngắn để không ai đoán được: ít nhất 16 ký tự.",
                    "Is short enough to be guessed: at least 16 characters.");
    }

    private void notices() {
        for (EmailSettings.Fault fault : EmailSettings.faults(environment))
            fault(fault.variable(), fault.vietnamese(), fault.english());
        for (SmsSettings.Fault fault : SmsSettings.faults(environment))
            fault(fault.variable(), fault.vietnamese(), fault.english());
        for (ZaloSettings.Fault fault : ZaloSettings.faults(environment))
            fault(fault.variable(), fault.vietnamese(), fault.english());
        for (SigningSettings.Fault fault : SigningSettings.faults(environment))
            fault(fault.variable(), fault.vietnamese(), fault.english());
        if (given("QUIET_HOURS") && !value("QUIET_HOURS").matches("(1?[0-9]|2[0-3])-(1?[0-9]|2[0-3])"))
            fault(
                    "QUIET_HOURS",
                    "Phải là hai giờ trong ngày, như 22-6, không phải “…”.",
                    "Must be two hours of the day, such as 22-6, not “…”.",
                    value("QUIET_HOURS"));
    }

    private void whole(String name, long from, long to) {
        if (!given(name)) return;
        try {
            long number = Long.parseLong(value(name));
            if (number >= from && number <= to) return;
        } catch (NumberFormatException e) {
            // told below
        }
        fault(
                name,
                "Phải là số nguyên từ " + from + ", không phải “…”.",
                "Must be a whole number from " + from + " on, not “…”.",
                value(name));
    }

    private static boolean isSite(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private boolean given(String name) {
        return !value(name).isEmpty();
    }

    /** @param said what was given, in the place of {@code …} in both texts */
    private void fault(String variable, String vietnamese, String english, String said) {
        faults.add(new Fault(variable, vietnamese.replace("…", said), english.replace("…", said)));
    }

    private void fault(String variable, String vietnamese, String english) {
        faults.add(new Fault(variable, vietnamese, english));
    }
}
