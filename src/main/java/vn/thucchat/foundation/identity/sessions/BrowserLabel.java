package vn.thucchat.foundation.identity.sessions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names a browser and its system as their owner would: {@code Chrome · Android}. Only names of a short list come out,
 * never what the browser said of itself, which tells more than is needed and may be anything.
 */
final class BrowserLabel {

    /** The first whose sign is in the header: browsers name those that they descend from, too. */
    private static final Map<String, String> BROWSERS = ordered(
            "Zalo", "Zalo",
            "FBAN/", "Facebook",
            "coc_coc_browser", "Cốc Cốc",
            "SamsungBrowser/", "Samsung Internet",
            "EdgA/", "Edge",
            "EdgiOS/", "Edge",
            "Edg/", "Edge",
            "OPR/", "Opera",
            "FxiOS/", "Firefox",
            "Firefox/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari",
            "curl/", "curl");

    private static final Map<String, String> SYSTEMS = ordered(
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Windows", "Windows",
            "CrOS", "ChromeOS",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    private BrowserLabel() {}

    /** @return empty where neither is known */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) return "";
        return Stream.of(BROWSERS, SYSTEMS)
                .flatMap(names -> names.entrySet().stream()
                        .filter(name -> userAgent.contains(name.getKey()))
                        .limit(1))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" · "));
    }

    private static Map<String, String> ordered(String... signsAndNames) {
        var names = new LinkedHashMap<String, String>();
        for (int i = 0; i < signsAndNames.length; i += 2) names.put(signsAndNames[i], signsAndNames[i + 1]);
        return names;
    }
}
