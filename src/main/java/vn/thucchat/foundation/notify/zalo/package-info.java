/**
 * Zalo: template messages (ZBS, the former ZNS) of the province's official account to telephone numbers. Refresh tokens are
 * used once: one process renews under a lock on the connection's row, and what came is stored before it is used. Templates
 * are kept with their versions, languages, review and parameters, which are checked before a message leaves. Facts of
 * Zalo's formats that could not be read in its own pages are data: addresses in the configuration, codes in {@code
 * data/notify/zalo-codes.csv}. Tables in schema {@code notify}: {@code zalo_connection}, {@code zalo_template}. Records no
 * facts, publishes no events. Routes: {@code /admin/notices/zalo}, {@code /api/v1/one-click/zalo} for Zalo.
 */
@ApplicationModule(
        displayName = "Notify · Zalo",
        allowedDependencies = {
            "foundation.database",
            "foundation.http",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.foundation.notify.zalo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
