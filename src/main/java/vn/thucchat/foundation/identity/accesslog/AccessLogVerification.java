package vn.thucchat.foundation.identity.accesslog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.Seal;

/** Compares the access log with its seals: each line that was changed, removed or added since it was sealed is named. */
public final class AccessLogVerification {

    /**
     * @param faults a sentence each in Vietnamese and English; empty: nothing was touched
     * @param unsealed lines that came since the last seal
     */
    public record Result(long lines, long unsealed, List<String> faults) {}

    private static final int SEALS = 100;
    /** A log that was rewritten altogether needs no longer list than this. */
    private static final int MOST = 1_000;

    private final AccessLogSealStore store;
    private final AccessLogAnchors anchors;
    private final Seal keys;
    private final List<String> faults = new ArrayList<>();

    /** @param folder {@code DATA_DIR}, where the anchors are */
    public AccessLogVerification(DataSource database, Seal keys, Path folder) {
        this.store = new AccessLogSealStore(JdbcClient.create(database));
        this.anchors = new AccessLogAnchors(folder);
        this.keys = keys;
    }

    public Result run() {
        faults.clear();
        Map<Long, String> expected = new HashMap<>();
        for (var anchor : anchors.all()) expected.put(anchor.position(), anchor.seal());
        long lines = 0;
        AccessLogSeal.End end = AccessLogSeal.End.START;
        for (List<AccessLogSeal> page = store.after(0, SEALS);
                !page.isEmpty();
                page = store.after(end.position(), SEALS))
            for (AccessLogSeal seal : page) {
                if (!seal.follows(end, keys))
                    fault(("Dấu niêm phong của các dòng %1$d–%2$d không khớp." + " · "
                                    + "The seal of lines %1$d–%2$d does not fit.")
                            .formatted(seal.from() + 1, seal.to()));
                lines += compare(seal);
                @Nullable String anchor = expected.remove(seal.to());
                if (anchor != null && !anchor.equals(HexFormat.of().formatHex(seal.seal())))
                    fault(("Dấu niêm phong đến dòng %1$d khác với dấu đã ghi ngoài cơ sở dữ liệu." + " · "
                                    + "The seal up to line %1$d differs from its anchor outside the database.")
                            .formatted(seal.to()));
                end = seal.end();
            }
        for (long position : expected.keySet())
            fault(("Thiếu dấu niêm phong đến dòng %1$d, đã ghi ngoài cơ sở dữ liệu." + " · "
                            + "The seal up to line %1$d is missing; its anchor outside the database is there.")
                    .formatted(position));
        return new Result(lines, store.beyond(end.position()), List.copyOf(faults));
    }

    /** @return how many lines there are */
    private int compare(AccessLogSeal seal) {
        Map<Long, byte[]> sealed = seal.macs();
        // one more than were sealed, or than a batch has, would do; a flood of added lines is cut
        List<AccessLogSeal.Line> found = store.lines(seal.from(), seal.to(), sealed.size() + MOST);
        for (AccessLogSeal.Line line : found) {
            byte @Nullable [] mac = sealed.remove(line.position());
            if (mac == null)
                fault(("Dòng %1$d bị thêm vào sau khi niêm phong." + " · " + "Line %1$d was added after sealing.")
                        .formatted(line.position()));
            else if (!Arrays.equals(mac, seal.mac(line, keys)))
                fault(("Dòng %1$d bị sửa sau khi niêm phong." + " · " + "Line %1$d was changed after sealing.")
                        .formatted(line.position()));
        }
        for (long position : sealed.keySet())
            fault(("Dòng %1$d bị xóa sau khi niêm phong." + " · " + "Line %1$d was removed after sealing.")
                    .formatted(position));
        return found.size();
    }

    private void fault(String sentences) {
        if (faults.size() < MOST) faults.add(sentences);
    }
}
