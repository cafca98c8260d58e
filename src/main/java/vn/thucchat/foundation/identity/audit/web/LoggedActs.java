package vn.thucchat.foundation.identity.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.MessageFiles;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * Actions that the access log can tell of, in words: every message {@code action.<module>.<act>}, whichever module
 * brings it.
 */
@Component
class LoggedActs {

    private static final String PREFIX = "action.";

    private final TreeSet<String> codes = new TreeSet<>();

    LoggedActs() {
        for (String file : MessageFiles.basenames())
            for (String key : read(file + ".properties").stringPropertyNames())
                if (key.startsWith(PREFIX)) codes.add(key.substring(PREFIX.length()));
    }

    /**
     * Any action, all actions of a module, and each action, by name.
     *
     * @param asked the beginning of an action, as the filter has it; offered even where nothing has that name
     */
    List<Option> options(Texts t, String asked) {
        var all = new ArrayList<Option>();
        all.add(new Option("", t.of("identity.audit.any")));
        var modules = new TreeSet<String>();
        for (String code : codes) modules.add(code.substring(0, code.indexOf('.') + 1));
        for (String module : modules)
            all.add(new Option(
                    module,
                    t.of(
                            "identity.audit.all-of",
                            t.orElse("identity.audit.module." + module.replace(".", ""), module))));
        codes.stream()
                .map(code -> new Option(code, t.of(PREFIX + code)))
                .sorted((one, other) -> VietnameseText.ORDER.compare(one.text(), other.text()))
                .forEach(all::add);
        if (all.stream().noneMatch(option -> option.value().equals(asked))) all.add(new Option(asked, asked));
        return all;
    }

    private static Properties read(String file) {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The messages cannot be read: " + file, e);
        }
    }
}
