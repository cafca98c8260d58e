package vn.thucchat.foundation.notify.zalo.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.zalo.ZaloConnection;
import vn.thucchat.foundation.notify.zalo.ZaloTemplate;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/**
 * The official account's connection and templates.
 *
 * @param named whether the environment names an application
 * @param mine whether the reader may change them
 * @param samples what each kind of template looks like with usual values, by kind, language and version
 */
public record ZaloPage(
        boolean named,
        boolean mine,
        @Nullable ZaloConnection connection,
        List<ZaloTemplate> templates,
        List<Option> kinds,
        Form<?> token,
        Form<?> template,
        Map<String, String> samples) {

    static String key(ZaloTemplate template) {
        return template.kind() + " " + template.language() + " " + template.version();
    }

    public String sample(ZaloTemplate template) {
        return samples.getOrDefault(key(template), "");
    }

    public static List<Option> languages(Texts t) {
        return List.of(new Option("vi", t.of("notify.language.vi")), new Option("en", t.of("notify.language.en")));
    }
}
