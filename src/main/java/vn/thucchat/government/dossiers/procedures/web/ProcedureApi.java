package vn.thucchat.government.dossiers.procedures.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.government.dossiers.procedures.FormSchema;
import vn.thucchat.government.dossiers.procedures.Procedures;

/** The catalogue of procedures for programs. */
@RestController
@RequestMapping(path = "/api/v1/procedures", produces = MediaType.APPLICATION_JSON_VALUE)
record ProcedureApi(
        Procedures procedures,
        @Value("${thucchat.base-url}") String base) {

    private static final int PAGE = 50;
    private static final int LONGEST = 100;

    @Operation(
            summary = "Procedures in force today, by words",
            description = "In the order of their names, 50 at a time.")
    @GetMapping
    @Allow(anyone = true)
    ProcedureAnswer.Found find(
            @Parameter(
                            description = "Words with or without diacritics, all of which have to fit; none: all",
                            example = "khai sinh")
                    @RequestParam(defaultValue = "")
                    String query,
            @Parameter(description = "`next` of the page before") @RequestParam(name = "cursor", defaultValue = "")
                    String cursor) {
        if (query.length() > LONGEST) throw Problem.bad("query", "procedures.fault.query");
        var found = procedures.find(query, procedures.today(), Cursor.read(cursor), PAGE);
        return new ProcedureAnswer.Found(
                found.items().stream().map(ProcedureAnswer::of).toList(), found.nextCursor());
    }

    @Operation(summary = "A procedure as it is on a day")
    @GetMapping("/{code}")
    @Allow(anyone = true)
    ProcedureAnswer procedure(
            @Parameter(description = "Of the national database of procedures", example = "1.001193") @PathVariable
                    String code,
            @Parameter(description = "`2026-12-01`; none: today") @RequestParam(defaultValue = "") String on) {
        return procedures
                .inForce(code, ProceduresController.day(on, procedures.today()))
                .map(ProcedureAnswer::of)
                .orElseThrow(() -> Problem.notFound("procedures.none"));
    }

    @Operation(
            summary = "The form of a procedure as JSON Schema 2020-12",
            description = "Labels in the language that is asked for, where there are some.")
    @GetMapping("/{code}/form")
    @Allow(anyone = true)
    Map<String, Object> form(
            @Parameter(description = "Of the national database of procedures", example = "1.001193") @PathVariable
                    String code,
            @Parameter(description = "`2026-12-01`; none: today") @RequestParam(defaultValue = "") String on,
            Texts t) {
        LocalDate day = ProceduresController.day(on, procedures.today());
        String id = base + "/api/v1/procedures/" + code + "/form?on=" + day;
        return procedures
                .inForce(code, day)
                .map(version -> FormSchema.of(version, id, !t.vietnamese()))
                .orElseThrow(() -> Problem.notFound("procedures.none"));
    }
}
