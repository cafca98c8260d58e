/**
 * Registers of persons, households and businesses: what the state holds of each, every value with its origin and its moment,
 * so that no form asks for it again; and the kho, papers that agencies issued, with their validity. A person here is that of
 * {@code foundation.identity.people}; a household or business is known by its code. Which origin wins for which field is a
 * dated rule; what loses stays readable, and no value is ever rewritten. Values and numbers are sealed; each look is for a
 * purpose and in the access log, where the person reads it.
 *
 * <p>Tables in schema {@code registers}, with the subject as shard key: {@code subject}, {@code field_value}, {@code
 * stated_text} (what people stated by consent, which can be deleted), {@code membership}, {@code document}; small: {@code
 * origin_rule}, {@code document_kind}. Records no facts, publishes no events. Routes: {@code /id/records}, {@code
 * /id/papers}, {@code /registers}, {@code /privacy/origins}.
 */
@ApplicationModule(
        displayName = "Registers",
        allowedDependencies = {
            "foundation.database",
            "foundation.files",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.consent",
            "foundation.identity.people",
            "foundation.identity.purposes",
            "foundation.identity.requests",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
