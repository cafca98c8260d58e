/**
 * Admits people who sign in by password one after the other when more come than can be looked at, in the order in which they
 * came, whichever process they ask. Each keeps a sealed ticket in a cookie; the places are in the database. Table in schema
 * {@code identity}: sign_in_ticket. Records no facts, publishes no events, serves no routes.
 */
@ApplicationModule(
        displayName = "Admission of sign-ins",
        allowedDependencies = {"foundation.database", "foundation.identity.throttling", "foundation.pages"})
@NullMarked
package vn.thucchat.foundation.identity.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
