/**
 * Where and how a person wants to be reached outside of the platform: addresses that they confirmed by a code sent there,
 * order of channels, quiet hours, language, purposes that they declined. An address that another account confirms is lost
 * to the first: a recycled number gets nothing personal. Tables in schema {@code notify}, shard key {@code account}: {@code
 * contact}, {@code confirmation}, {@code preference}, {@code declined}; {@code address_holder} by mark; {@code lost_key}. Records no facts,
 * publishes no events; sends {@code notify.contact-confirmed} to the
 * inbox, and {@code notify.key-lost} to administrators. Routes: {@code /id/contacts}.
 */
@ApplicationModule(
        displayName = "Notify · contacts",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.consent",
            "foundation.identity.purposes",
            "foundation.identity.security",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.foundation.notify.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
