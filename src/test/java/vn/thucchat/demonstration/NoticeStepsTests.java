package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.testing.DemonstrationTest;

/** What is invented for notices goes with the demonstration and comes back with it. */
@DemonstrationTest
@NullMarked
class NoticeStepsTests {

    @Autowired
    NoticeSteps steps;

    @Autowired
    JdbcClient jdbc;

    @Test
    void prices_and_templates_are_there_whenever_the_demonstration_is_on_and_once() {
        assertThat(invented()).as("premise: it is on").isEqualTo(6);
        steps.off();
        assertThat(invented()).isZero();
        steps.on();
        assertThat(invented()).isEqualTo(6);
        steps.on();
        assertThat(invented()).as("at the next start").isEqualTo(6);
    }

    private int invented() {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM notify.tariff WHERE document = 'Giá minh họa')
                    + (SELECT count(*) FROM notify.zalo_template WHERE template_id LIKE '0000%')""").query(Integer.class).single();
    }
}
