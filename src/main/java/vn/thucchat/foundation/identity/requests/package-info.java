/**
 * What people ask about their own data (Law 91/2025/QH15, Article 4): to see, correct, delete, restrict, object to and take
 * away. A request is work of the data protection officer with two due days, to acknowledge and to answer, as rules of
 * {@code foundation.work} that an office may state anew. What rooms hold is gathered from, and deleted by, their {@link
 * vn.thucchat.foundation.identity.purposes.PersonalDataSource} beans. Tables in schema {@code identity}: data_request,
 * data_export. Records no facts of its own, publishes no events. Routes: {@code /id/requests}, {@code /privacy/requests}.
 */
@ApplicationModule(
        displayName = "Requests about data",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.purposes",
            "foundation.pages",
            "foundation.units",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.foundation.identity.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
