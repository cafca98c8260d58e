package vn.thucchat.foundation.identity.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a refusal that is a route's own in the description of the API; those that any route has are there already. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DescribedRefusal {

    /** The status, such as {@code 404}. */
    String status();

    /** When it is given, in English. */
    String why();
}
