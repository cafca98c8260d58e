/**
 * The demonstration: an invented province, so that a newcomer sees every page alive. It stands on top of the house, uses
 * units, identity, facts, money, markets and indicators, and nobody uses it. Everything it writes is marked synthetic
 * and comes from one fixed seed, the same on every machine. Tables {@code demonstration.step}, {@code signed_sample}. Facts: {@code demonstration.dossier-received},
 * {@code demonstration.household-supported}, {@code demonstration.survey-answered}, {@code demonstration.support-point}.
 * Publishes no events.
 */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "economy.market.charges",
            "economy.market.register",
            "economy.market.signs",
            "economy.market.till",
            "economy.market.traders",
            "foundation.calendar",
            "foundation.database",
            "foundation.facts",
            "foundation.files",
            "foundation.http",
            "foundation.identity.access",
            "foundation.identity.accounts",
            "foundation.identity.breaches",
            "foundation.identity.clients",
            "foundation.identity.consent",
            "foundation.identity.duplicates",
            "foundation.identity.factors",
            "foundation.identity.people",
            "foundation.identity.purposes",
            "foundation.identity.requests",
            "foundation.identity.reviews",
            "foundation.identity.security",
            "foundation.identity.sessions",
            "foundation.identity.upstream",
            "foundation.money.accounts",
            "foundation.money.cashdesk",
            "foundation.money.ledger",
            "foundation.money.payments",
            "foundation.money.vietqr",
            "foundation.notify.announcements",
            "foundation.notify.channels",
            "foundation.notify.contacts",
            "foundation.notify.tariffs",
            "foundation.notify.zalo",
            "foundation.pages",
            "foundation.papers",
            "foundation.registers",
            "foundation.rollups",
            "foundation.signing",
            "foundation.units",
            "foundation.vietnamese",
            "government.dossiers.procedures",
            "steering.indicators.definitions",
            "steering.indicators.explanations",
            "steering.indicators.figures",
            "steering.indicators.reporting"
        })
@NullMarked
package vn.thucchat.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
