/**
 * Payment QR codes and what they carry: writes and reads VietQR codes (EMVCo MPM, NAPAS), the reference codes in memos,
 * and keeps the directory of banks by day, imported from a spreadsheet. Table: {@code payments.bank}. Records no facts,
 * publishes no events. Routes: {@code /money/banks}, {@code /api/v1/vietqr}.
 */
@ApplicationModule(
        displayName = "VietQR",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.pages",
            "foundation.papers",
            "foundation.sheets",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.money.vietqr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
