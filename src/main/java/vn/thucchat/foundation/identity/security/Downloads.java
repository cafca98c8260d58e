package vn.thucchat.foundation.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.HeavyWork;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.sheets.SheetImport;

/** Makes spreadsheets to take away: only so many a minute for one person, and few of all at a time. */
@Component
public class Downloads {

    /** Of one route, by one person or, of strangers, one network. */
    public static final int A_MINUTE = 60;

    private final Quota quota;

    Downloads(Quota quota) {
        this.quota = quota;
    }

    /** What makes a file. */
    @FunctionalInterface
    public interface Work<T> {
        T make() throws IOException;
    }

    /**
     * Makes a file when its turn comes.
     *
     * @throws vn.thucchat.foundation.pages.Problem 429 after too many, 503 when too much is waiting
     */
    public <T> T make(HttpServletRequest request, Work<T> work) {
        count(request);
        return HeavyWork.SHEETS.run(() -> {
            try {
                return work.make();
            } catch (IOException e) {
                // files are made in memory
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Hands out the empty spreadsheet that people fill in.
     *
     * @param title of its sheet, in the reader's language
     * @param fileName such as {@code banks.xlsx}
     */
    public <C extends Enum<C> & SheetImport.Heading> ResponseEntity<byte[]> template(
            HttpServletRequest request, Class<C> columns, String title, String fileName, Texts t) {
        return SheetFiles.answer(make(request, () -> SheetImport.template(columns, title, t)), fileName);
    }

    /**
     * Counts a file that is made elsewhere.
     *
     * @throws vn.thucchat.foundation.pages.Problem 429 after too many
     */
    public void count(HttpServletRequest request) {
        quota.charge(request, A_MINUTE);
    }
}
