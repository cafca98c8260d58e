package vn.thucchat.economy.market.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.calendar.SourceDocument.Checked;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

@NullMarked
class RevenueRuleStoreTests extends StoreTest {

    @Test
    void what_a_release_brings_is_taken_once_and_what_is_stated_goes_before_it() {
        var store = new RevenueRuleStore(jdbc, InstantSource.fixed(TestTime.now()));
        int before = store.all().size();
        var shipped = rule(LocalDate.of(2019, 1, 1), 100_000_000, true);
        store.add(shipped, new UUID(0, 1));
        store.add(shipped, new UUID(0, 1));
        var stated = rule(LocalDate.of(2019, 1, 1), 200_000_000, false);
        store.add(stated, new UUID(0, 2));
        assertThat(store.all()).hasSize(before + 2).containsSubsequence(shipped, stated);
    }

    @Test
    void a_release_corrects_what_one_before_brought_and_people_still_go_before_both() {
        var former = new RevenueRuleStore(jdbc, InstantSource.fixed(TestTime.now()));
        var later =
                new RevenueRuleStore(jdbc, InstantSource.fixed(TestTime.now().plusSeconds(60)));
        int before = former.all().size();
        LocalDate from = LocalDate.of(2017, 1, 1);
        var wrong = rule(from, 100_000_000, true);
        var stated = rule(from, 200_000_000, false);
        var corrected = rule(from, 300_000_000, true);
        var sourced = new RevenueRule(from, 300_000_000, 1, 31, "Nghị định thử", "Công báo", Checked.READ, true);
        former.add(wrong, new UUID(0, 1));
        former.add(stated, new UUID(0, 2));
        later.add(corrected, new UUID(0, 1));
        later.add(sourced, new UUID(0, 1));
        later.add(sourced, new UUID(0, 1));
        assertThat(former.all()).hasSize(before + 4).containsSubsequence(wrong, corrected, sourced, stated);
        later.add(wrong, new UUID(0, 1));
        later.add(wrong, new UUID(0, 1));
        assertThat(former.all())
                .as("a release may go back to what was before")
                .hasSize(before + 5)
                .containsSubsequence(wrong, corrected, sourced, wrong, stated);
    }

    @Test
    void the_file_names_the_document_of_each_threshold() {
        var rules = RevenueRules.shipped();
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.document()).startsWith("Nghị định");
            assertThat(rule.source()).isNotBlank();
        });
        assertThat(rules.getLast().noticeBy(Year.of(2026))).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    private static RevenueRule rule(LocalDate from, long vnd, boolean shipped) {
        return new RevenueRule(from, vnd, 1, 31, "Nghị định thử", "Bài thử", Checked.READ, shipped);
    }
}
