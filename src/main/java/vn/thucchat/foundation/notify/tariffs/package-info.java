/**
 * What a message by each channel costs: prices that administrators of the province enter from the contracts with providers,
 * each from a day on, with the document that it stands in. Table in schema {@code notify}: {@code tariff}. Records no
 * facts, publishes no events. Routes: {@code /admin/notices/tariffs}.
 */
@ApplicationModule(
        displayName = "Notify · tariffs",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.notify.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
