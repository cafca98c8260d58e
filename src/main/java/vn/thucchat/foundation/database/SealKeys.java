package vn.thucchat.foundation.database;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where something was sealed with a key that this process was not given: a lost {@code secret-key} file
 * or a mistyped {@code SECRET_KEY} would else be told by every single row, and codes on paper would be no longer known.
 */
@Component
@DependsOnDatabaseInitialization
class SealKeys {

    /** What was sealed here cannot be opened. */
    static final class Unknown extends RuntimeException {
        Unknown(Set<String> ids) {
            super("""
                    Dữ liệu ở đây đã được niêm phong bằng khóa %1$s mà tiến trình này không có. Hãy đặt lại SECRET_KEY (hoặc tệp DATA_DIR/secret-key) như trước, hay thêm khóa cũ vào FORMER_SECRET_KEYS. Nếu khóa đã mất hẳn, những gì niêm phong bằng nó không mở được nữa; đặt LOST_KEYS=%2$s để chạy tiếp mà không có nó.
                    What is here was sealed with the key %1$s, which this process was not given. Give it the SECRET_KEY (or the file DATA_DIR/secret-key) of before, or add the old one to FORMER_SECRET_KEYS. If it is lost, what it sealed is lost too; LOST_KEYS=%2$s goes on without it.
                    """.formatted(String.join(", ", ids), String.join(",", ids)));
        }
    }

    @Autowired
    SealKeys(Seal seal, SealKeyStore store, InstantSource clock, @Value("${thucchat.lost-keys:}") List<String> lost) {
        var missing = new TreeSet<>(store.used());
        missing.removeAll(seal.keyIds());
        lost.forEach(id -> missing.remove(id.strip()));
        if (!missing.isEmpty()) throw new Unknown(missing);
        store.use(seal.keyId(), clock.instant());
    }
}
