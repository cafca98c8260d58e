package vn.thucchat.steering.indicators.reporting.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.steering.indicators.reporting.Round;

/** The look before units of a round are reminded. */
public record RoundRemindPage(UUID id, String round, LocalDate due, List<Row> rows) {

    public record Row(String code, String unit, Round.Standing standing, RoundPage.@Nullable Reminded reminded) {}

    public List<String> codes() {
        return rows.stream().map(Row::code).toList();
    }
}
