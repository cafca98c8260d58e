/**
 * Files of bank statements: reads camt.053 (ISO 20022), spreadsheets and CSV with a bank's own layout to statements of
 * one shape, and names each line that it cannot read. Has no tables, records no facts, publishes no events, serves no
 * routes.
 */
@ApplicationModule(
        displayName = "Statement formats",
        allowedDependencies = {"foundation.money.vietqr", "foundation.pages", "foundation.sheets"})
@NullMarked
package vn.thucchat.foundation.money.formats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
