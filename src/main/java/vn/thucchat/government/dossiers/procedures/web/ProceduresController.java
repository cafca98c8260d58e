package vn.thucchat.government.dossiers.procedures.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;
import vn.thucchat.government.dossiers.procedures.Procedures;

/** What a procedure asks of people, for anybody. */
@Controller
@RequestMapping("/procedures")
record ProceduresController(Procedures procedures, Pages pages) {

    private static final int PAGE = 20;
    private static final int LONGEST = 100;

    @GetMapping
    @Allow(anyone = true)
    View list(@RequestParam(defaultValue = "") String q, Cursor cursor) {
        String asked = q.strip();
        String words = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        return pages.show(
                "government/dossiers/procedures/procedures",
                new ProceduresPage(words, procedures.find(words, procedures.today(), cursor, PAGE)));
    }

    /** @param on as it is on that day: {@code 2026-12-01}; none: today */
    @GetMapping("/{code}")
    @Allow(anyone = true)
    View procedure(@PathVariable String code, @RequestParam(defaultValue = "") String on) {
        LocalDate today = procedures.today();
        LocalDate day = day(on, today);
        ProcedureVersion version = procedures.inForce(code, day).orElseThrow(() -> Problem.notFound("procedures.none"));
        return pages.show(
                "government/dossiers/procedures/procedure",
                new ProcedurePage(version, procedures.history(code), day, day.equals(today)));
    }

    /** @throws Problem 400 when it is no day */
    static LocalDate day(String on, LocalDate today) {
        if (on.isEmpty()) return today;
        try {
            LocalDate day = LocalDate.parse(on);
            if (day.getYear() >= 2000 && day.getYear() <= 2100) return day;
        } catch (DateTimeException e) {
            // told below
        }
        throw Problem.bad("on", "procedures.fault.on");
    }
}
