package vn.thucchat.foundation.notify.zalo;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What an installation says of its Zalo application in its environment: all that is needed, or nothing.
 *
 * @param appId of the application, digits; empty where nothing is sent
 * @param appSecret renews tokens
 * @param webhookSecret of the official account; signs what Zalo tells
 * @param replies where answers in a chat are taken (customer care, free within 48 hours)
 */
public record ZaloSettings(String appId, String appSecret, String webhookSecret, URI oauth, URI messages, URI replies) {

    /**
     * What is wrong with a variable.
     *
     * @param variable {@code ZALO_APP_ID}
     */
    public record Fault(String variable, String vietnamese, String english) {}

    /** Lists what is wrong with the variables: half a configuration. */
    public static List<Fault> faults(Map<String, String> environment) {
        List<String> names = List.of("ZALO_APP_ID", "ZALO_APP_SECRET", "ZALO_OA_SECRET");
        List<String> missing = names.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        return missing.size() == names.size()
                ? List.of()
                : missing.stream()
                        .map(name -> new Fault(
                                name,
                                "ZALO_APP_ID, ZALO_APP_SECRET và ZALO_OA_SECRET phải có cùng nhau.",
                                "ZALO_APP_ID, ZALO_APP_SECRET and ZALO_OA_SECRET are needed together."))
                        .toList();
    }

    public boolean named() {
        return !appId.isEmpty();
    }

    /** Without the secrets, which are no log's business. */
    @Override
    public String toString() {
        return "Zalo application " + appId;
    }
}
