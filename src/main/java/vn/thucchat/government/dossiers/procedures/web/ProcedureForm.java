package vn.thucchat.government.dossiers.procedures.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import vn.thucchat.foundation.pages.Multiline;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.Audience;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.Level;

/**
 * The fields of a version that stand for themselves, and those of several lines; {@link ProcedureDraftReader} reads the
 * lines and those that depend on each other.
 */
record ProcedureForm(
        @Pattern(regexp = "[0-9]\\.[0-9]{6}", message = "procedures.fault.code")
        String code,

        @Size(min = 3, max = 300, message = "procedures.fault.name")
        String name,

        @Size(min = 2, max = 100, message = "procedures.fault.field")
        String field,

        @NotNull(message = "form.day") LocalDate validFrom,

        @Size(min = 3, max = 300, message = "procedures.fault.source")
        String source,

        @NotNull(message = "procedures.fault.choice") Audience audience,

        @NotNull(message = "procedures.fault.choice") Level level,

        @Size(min = 3, max = 200, message = "procedures.fault.agency")
        String agency,

        @Multiline String steps,

        @Multiline String papers,

        @Multiline String fees,

        @Multiline String legal,

        @Multiline String form,

        @Multiline String internal) {}
