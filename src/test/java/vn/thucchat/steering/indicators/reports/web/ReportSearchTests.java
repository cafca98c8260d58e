package vn.thucchat.steering.indicators.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.reports.Report;
import vn.thucchat.steering.indicators.reports.ReportOrder;
import vn.thucchat.testing.ApplicationTest;

/** Reports are found by unit, period and number, by those who may read them. */
@ApplicationTest
class ReportSearchTests extends ReportTest {

    @Autowired
    TransactionTemplate transactions;

    @Test
    void a_built_report_is_found_by_everybody_however_its_unit_and_period_are_put() throws Exception {
        Report report = built(order("VN", "2022S1"));
        for (String typed :
                List.of("bao cao 6 thang dau nam 2022 viet nam", "viet nam 2022", "ubqgcđs 2022", "báo cáo 2022"))
            assertThat(found(typed, null)).as(typed).contains(report.path());
        assertThat(found("first half 2022&lang=en", null)).contains(report.path());
        assertThat(found("bao cao 2019", null)).doesNotContain(report.path());
        assertThat(found("bao cao dinh hoa", null)).doesNotContain(report.path());
    }

    @Test
    void a_report_is_found_by_its_number_however_old_it_is() throws Exception {
        Report report = built(numbered("4711/BC-UBQGCĐS"));
        assertThat(found("4711", null)).contains(report.path());
        assertThat(reports.ofNumber(Actor.STRANGER, "4711", 10))
                .as("not among the latest alone")
                .extracting(Report::id)
                .containsExactly(report.id());
        assertThat(reports.ofNumber(Actor.STRANGER, "471", 10)).isEmpty();
    }

    private static ReportOrder numbered(String number) {
        ReportOrder usual = order("VN", "2022S1");
        return new ReportOrder(
                usual.unit(),
                usual.period(),
                usual.superior(),
                usual.agency(),
                number,
                usual.place(),
                usual.date(),
                usual.addressee(),
                usual.recipients(),
                usual.authority(),
                usual.position(),
                usual.signer(),
                usual.opening(),
                usual.closing(),
                usual.demonstration(),
                usual.explanations());
    }

    @Test
    void a_report_under_way_is_found_by_its_office_only() throws Exception {
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(_ -> {
            assertThat(reports.order(OFFICE, id, order("VN", "2022S1"))).isEqualTo(new Result.Done(id));
            jdbc.sql("DELETE FROM ground.scheduled_tasks WHERE task_instance = :id")
                    .param("id", id.toString())
                    .update();
        });
        String typed = "bao cao viet nam";
        assertThat(found(typed, OFFICE)).contains("/reports/" + id);
        assertThat(found(typed, null)).doesNotContain("/reports/" + id);
        assertThat(found(typed, Persons.a(SteeringRoles.STEERING_OFFICE, "19"))).doesNotContain("/reports/" + id);
    }

    /** On the page of reports alone, newest first of an equal fit: tests before may have left some. */
    private List<String> found(String typed, @Nullable Actor actor) throws Exception {
        return page("/search?in=reports&q=" + typed, actor)
                .select("section[aria-labelledby=kind-reports] li a")
                .eachAttr("href");
    }
}
