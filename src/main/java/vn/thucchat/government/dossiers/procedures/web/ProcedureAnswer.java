package vn.thucchat.government.dossiers.procedures.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.government.dossiers.procedures.ProcedureContent;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;

/** A procedure as programs read it. */
record ProcedureAnswer(
        @Schema(example = "1.001193") String code,
        @Schema(example = "Đăng ký khai sinh") String name,
        @Schema(example = "Hộ tịch") String field,
        @Schema(description = "First day of this version") LocalDate validFrom,

        @Schema(description = "From that day on it can no longer be asked for")
        boolean abolished,

        @Schema(description = "RECALLED: written down from memory, not compared with its document yet")
        String checked,

        @Schema(description = "The document that says so") String source,
        ProcedureContent content) {

    static ProcedureAnswer of(ProcedureVersion version) {
        ProcedureVersion.Draft draft = version.draft();
        return new ProcedureAnswer(
                draft.code(),
                draft.name(),
                draft.field(),
                draft.validFrom(),
                draft.abolished(),
                version.checked().name(),
                draft.source(),
                draft.content());
    }

    /** @param next the cursor of the next page, or null on the last */
    record Found(List<ProcedureAnswer> procedures, @Nullable String next) {}
}
