package vn.thucchat.government.dossiers.procedures.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;
import vn.thucchat.government.dossiers.procedures.ProcedureRoles;
import vn.thucchat.government.dossiers.procedures.Procedures;

/** Declares the decision that a proposed version waits for, and words it. */
@Configuration(proxyBeanMethods = false)
class ProcedureWorkKinds {

    @Bean
    static WorkKind procedureDecision(Access access) {
        return new WorkKind(
                "dossiers.procedure-decision",
                ProcedureRoles.PROCEDURE_EDITOR,
                true,
                (t, item) -> WorkLine.of(
                        t.of(
                                "procedures.work",
                                item.arguments().isEmpty()
                                        ? ""
                                        : item.arguments().getFirst()),
                        access.unitName(item.unit().value()),
                        item.dueOn(),
                        Procedures.DESK + "/" + item.evidence(),
                        t.of("procedures.work.open")));
    }
}
