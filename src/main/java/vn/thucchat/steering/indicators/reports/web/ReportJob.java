package vn.thucchat.steering.indicators.reports.web;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.steering.indicators.reports.Report;
import vn.thucchat.steering.indicators.reports.ReportContents;
import vn.thucchat.steering.indicators.reports.Reports;

/**
 * Builds reports. A process that dies in the middle leaves the order as it was, and another takes it up; what cannot
 * be built is marked so, and somebody decides whether to try again.
 */
@Configuration
class ReportJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReportJob.class);

    private final Reports reports;
    private final ReportPrinter printer;

    ReportJob(Reports reports, ReportPrinter printer) {
        this.reports = reports;
        this.printer = printer;
    }

    @Bean
    OneTimeTask<Void> reportTask() {
        return Tasks.oneTime(Reports.BUILD)
                .onDeadExecutionRevive()
                .onFailureRetryLater()
                .execute((order, context) -> build(UUID.fromString(order.getId())));
    }

    /** Once for each order, however often it is called. */
    void build(UUID id) {
        try {
            reports.contents(id).ifPresent(this::write);
        } catch (RuntimeException e) {
            String incident =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("Incident {}: report {}", incident, id, e);
            reports.fail(id, incident);
        }
    }

    private void write(ReportContents contents) {
        UUID id = contents.report().id();
        reports.reached(id, 1);
        byte[] csv = printer.csv(contents);
        String check = Sha256.hex(csv);
        byte[] pdf = printer.pdf(contents, csv, check);
        reports.reached(id, 2);
        byte[] xlsx = printer.xlsx(contents, check);
        reports.reached(id, 3);
        reports.finish(contents, new Report.Files(check, csv, xlsx, pdf));
    }
}
