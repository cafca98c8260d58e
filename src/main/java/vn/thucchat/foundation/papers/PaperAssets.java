package vn.thucchat.foundation.papers;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The style sheets and pictures of papers: {@code papers:paper.css} is {@code papers/paper.css} on the class path. */
final class PaperAssets implements FSStreamFactory {

    static final String SCHEME = "papers";

    private static final Pattern OURS = Pattern.compile(SCHEME + ":([a-z0-9-]+\\.[a-z0-9]+)");

    /** Before or after resolving: nothing but these ever has a reason to be asked for. */
    static boolean allowed(String address) {
        return OURS.matcher(address).matches()
                || address.toLowerCase(Locale.ROOT).startsWith("data:");
    }

    @Override
    public FSStream getUrl(String address) {
        var ours = OURS.matcher(address);
        if (!ours.matches()) throw new IllegalArgumentException("a paper may not load " + address);
        return new Asset("/papers/" + ours.group(1));
    }

    static InputStream resource(String path) {
        @Nullable InputStream found = PaperAssets.class.getResourceAsStream(path);
        if (found == null) throw new IllegalArgumentException("no " + path + " on the class path");
        return found;
    }

    private record Asset(String path) implements FSStream {
        @Override
        public InputStream getStream() {
            return resource(path);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
