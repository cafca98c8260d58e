package vn.thucchat.foundation.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.work.WorkRule.Step;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** Rules are added and never changed; one that comes with a release is there once. */
@NullMarked
class WorkRuleStoreTests extends StoreTest {

    private static final LocalDate FROM = LocalDate.of(2022, 8, 8);
    private static final SourceDocument DOCUMENT =
            new SourceDocument("QĐ 27", FROM, "UBND", "ban hành", SourceDocument.Checked.READ);

    @Test
    void what_an_office_states_stands_behind_what_a_release_brought() {
        var store = new WorkRuleStore(jdbc, TestTime::now);
        var shipped = new WorkRule("test.kind", Step.HEAD, 3, FROM, DOCUMENT, true);
        var stated = new WorkRule("test.kind", Step.HEAD, null, FROM, DOCUMENT, false);
        store.add(stated, new UUID(1, 1));
        store.add(shipped, new UUID(0, 0));
        store.add(shipped, new UUID(0, 0));
        List<WorkRule> all = store.all().stream()
                .filter(rule -> rule.kind().equals("test.kind"))
                .toList();
        assertThat(all).containsExactly(shipped, stated);
    }
}
