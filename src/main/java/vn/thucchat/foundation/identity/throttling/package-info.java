/**
 * Makes guessing passwords slow without letting anybody keep anybody else out. Tables in schema {@code identity}:
 * attempt, known_place. Records no facts, publishes no events, serves no routes.
 */
@ApplicationModule(
        displayName = "Throttling of sign-ins",
        allowedDependencies = {"foundation.database"})
@NullMarked
package vn.thucchat.foundation.identity.throttling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
