/**
 * The catalogue of administrative procedures: what each asks of people, what it costs and how long it takes, version after
 * version by the day from which it holds. A version is proposed by one editor and put in force by another; a dossier keeps
 * the version that it was received under. Twenty procedures come with a release, each with its source and how far it was
 * checked; what an office changes is never overwritten.
 *
 * <p>Tables in schema {@code dossiers}, both append-only: {@code procedure_version}, {@code procedure_decision}. Records no facts, publishes no events. Work: {@code
 * dossiers.procedure-decision}. Routes: {@code /procedures}, {@code /procedures/{code}}, {@code /desk/procedures…}, {@code
 * GET /api/v1/procedures}, {@code GET /api/v1/procedures/{code}}.
 *
 * <p>Begin with {@link Procedures}.
 */
@ApplicationModule(
        displayName = "Dossiers: procedures",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.pages",
            "foundation.search",
            "foundation.units",
            "foundation.vietnamese",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.government.dossiers.procedures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
