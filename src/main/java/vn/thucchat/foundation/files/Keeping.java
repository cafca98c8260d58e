package vn.thucchat.foundation.files;

import java.util.List;
import vn.thucchat.foundation.files.Keeping.Kept;
import vn.thucchat.foundation.files.Keeping.Refused;
import vn.thucchat.foundation.pages.FieldError;

/** What became of a file that somebody handed in. */
public sealed interface Keeping permits Kept, Refused {

    record Kept(FileNote file) implements Keeping {}

    /**
     * Nothing was kept.
     *
     * @param reason a message key; its {@code {0}} is {@code limit}
     * @param limit the largest size in MB
     */
    record Refused(String reason, String limit) implements Keeping {

        public FieldError at(String field) {
            return new FieldError(field, reason, List.of(limit));
        }
    }
}
