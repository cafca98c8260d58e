package vn.thucchat.economy.market.till.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.StallHistory;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.StreamCursor;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.files.FileResponses;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CsvText;
import vn.thucchat.foundation.sheets.Entry;

/** Writes a stall's payments of some days as CSV, for the trader's own books. */
@Controller
record TillFileController(StallReceipts takings, StallHistory history, Downloads downloads) {

    /** A quarter: what a trader declares at once. */
    private static final int MOST_DAYS = 92;

    private static final int BATCH = 500;
    private static final int MOST_LINES = 50_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** @param from the first day, {@code to} the last one: {@code 2026-11-28} */
    @GetMapping("/market/stalls/{id}/takings.csv")
    @Allow(MarketRoles.TRADER)
    void file(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            Actor actor,
            HttpServletRequest request,
            Texts t,
            HttpServletResponse response)
            throws IOException {
        downloads.count(request);
        Till till = history.till(actor, id).orElseThrow(() -> Problem.notFound("till.none"));
        if (to.isAfter(takings.today())
                || from.isAfter(to)
                || from.plusDays(MOST_DAYS).isBefore(to)) throw Problem.notFound("till.day.none");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader(
                "Content-Disposition",
                FileResponses.disposition(t.of("till.file", till.number(), from.toString(), to.toString()) + ".csv"));
        try (var csv = new CsvText(response.getOutputStream())) {
            csv.row(
                    t.of("till.file.day"),
                    t.of("till.file.time"),
                    t.of("till.file.amount"),
                    t.of("till.file.outcome"),
                    t.of("till.file.code"));
            int written = 0;
            for (LocalDate day = from; !day.isAfter(to) && written < MOST_LINES; day = day.plusDays(1))
                written += write(csv, t, till, day);
        }
    }

    private int write(CsvText csv, Texts t, Till till, LocalDate day) {
        int written = 0;
        @Nullable StreamCursor before = null;
        while (written < MOST_LINES) {
            StallReceipts.Day part = takings.day(till, day, before, BATCH);
            for (StallReceipts.Line line : part.lines()) csv.entries(entries(t, line));
            written += part.lines().size();
            if (part.next() == null) break;
            before = StreamCursor.read(part.next()).orElseThrow();
        }
        return written;
    }

    private static List<Entry> entries(Texts t, StallReceipts.Line line) {
        var at = line.at().atZone(BusinessTime.VIETNAM);
        return List.of(
                Entry.of(at.toLocalDate()),
                Entry.of(LocalTime.from(at).format(TIME)),
                Entry.of(line.takenBack() ? -line.amountVnd() : line.amountVnd()),
                Entry.of(t.of(
                        line.outcome() == MatchStatus.OWNER
                                ? "till.outcome.OWNER"
                                : "payments.outcome." + line.outcome().name())),
                line.code() == null ? Entry.blank() : Entry.of(line.code()));
    }
}
