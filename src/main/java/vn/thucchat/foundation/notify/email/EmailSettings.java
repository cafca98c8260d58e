package vn.thucchat.foundation.notify.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an installation says of e-mail in its environment: all that is needed, or nothing.
 *
 * @param server null where no e-mail is sent
 * @param from who sends, null without a server
 * @param dkim null where messages are not signed
 */
public record EmailSettings(
        @Nullable SmtpServer server,
        @Nullable InternetAddress from,
        @Nullable DkimKey dkim) {

    /** Where nothing is sent. */
    static final EmailSettings NONE = new EmailSettings(null, null, null);

    /**
     * What is wrong with a variable.
     *
     * @param variable {@code SMTP_URL}
     */
    public record Fault(String variable, String vietnamese, String english) {}

    /** Lists what is wrong with the variables, half a configuration too. */
    public static List<Fault> faults(Map<String, String> environment) {
        var faults = new ArrayList<Fault>();
        String url = value(environment, "SMTP_URL");
        String from = value(environment, "MAIL_FROM");
        if (!url.isEmpty() && server(url) == null)
            faults.add(
                    new Fault(
                            "SMTP_URL",
                            "Phải có dạng smtp://người-dùng:mật-khẩu@máy-chủ:587 hoặc smtps://…:465; ký tự đặc biệt viết dạng %40.",
                            "Must look like smtp://user:password@host:587 or smtps://…:465; special signs are written as %40."));
        if (!from.isEmpty() && address(from) == null)
            faults.add(new Fault(
                    "MAIL_FROM",
                    "Phải là địa chỉ e-mail, như so-tay@thainguyen.gov.vn.",
                    "Must be an e-mail address, such as notices@thainguyen.gov.vn."));
        if (url.isEmpty() != from.isEmpty())
            faults.add(new Fault(
                    url.isEmpty() ? "SMTP_URL" : "MAIL_FROM",
                    "SMTP_URL và MAIL_FROM phải có cùng nhau: thiếu một thì không thư nào được gửi.",
                    "SMTP_URL and MAIL_FROM are needed together: without one of them no e-mail would be sent."));
        dkim(environment, url.isEmpty(), faults);
        return faults;
    }

    private static void dkim(Map<String, String> environment, boolean noServer, List<Fault> faults) {
        String key = value(environment, "DKIM_KEY");
        String selector = value(environment, "DKIM_SELECTOR");
        String domain = value(environment, "DKIM_DOMAIN");
        if (key.isEmpty() && selector.isEmpty() && domain.isEmpty()) return;
        if (key.isEmpty() || selector.isEmpty() || noServer)
            faults.add(new Fault(
                    noServer ? "SMTP_URL" : key.isEmpty() ? "DKIM_KEY" : "DKIM_SELECTOR",
                    "Để ký thư (DKIM) cần SMTP_URL, DKIM_SELECTOR và DKIM_KEY cùng nhau.",
                    "To sign e-mail (DKIM), SMTP_URL, DKIM_SELECTOR and DKIM_KEY are needed together."));
        if (!key.isEmpty() && DkimKey.read("example.org", "s", key) == null)
            faults.add(
                    new Fault(
                            "DKIM_KEY",
                            "Phải là khóa RSA riêng từ 2048 bit, dạng PEM PKCS #8: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048",
                            "Must be a private RSA key of 2048 bits or more in PEM (PKCS #8): openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048"));
        if (!selector.isEmpty() && !selector.matches("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?"))
            faults.add(new Fault(
                    "DKIM_SELECTOR", "Phải là một tên trong DNS, như 2026a.", "Must be a name in DNS, such as 2026a."));
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException when something is wrong with them
     */
    static EmailSettings read(Map<String, String> environment) {
        List<Fault> faults = faults(environment);
        if (!faults.isEmpty()) throw new IllegalArgumentException(faults.toString());
        SmtpServer server = server(value(environment, "SMTP_URL"));
        InternetAddress from = address(value(environment, "MAIL_FROM"));
        if (server == null || from == null) return NONE;
        String key = value(environment, "DKIM_KEY");
        String domain = value(environment, "DKIM_DOMAIN");
        return new EmailSettings(
                server,
                from,
                key.isEmpty()
                        ? null
                        : DkimKey.read(
                                domain.isEmpty() ? domain(from) : domain, value(environment, "DKIM_SELECTOR"), key));
    }

    /** The part of an address after its last {@code @}. */
    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private static @Nullable SmtpServer server(String url) {
        try {
            return SmtpServer.read(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable InternetAddress address(String text) {
        try {
            var address = new InternetAddress(text, true);
            return address.getAddress().indexOf('@') > 0 ? address : null;
        } catch (AddressException e) {
            return null;
        }
    }
}
