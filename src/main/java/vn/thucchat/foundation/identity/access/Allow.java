package vn.thucchat.foundation.identity.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler. A handler without it is closed to everybody. That a role reaches the unit in question is
 * checked by the action itself, with {@link Access}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    /** Any one of these, held in any unit. Empty: see {@link #signedIn} and {@link #anyone}. */
    String[] value() default {};

    boolean signedIn() default false;

    boolean anyone() default false;

    /** Whether it is open to somebody who acts for another: closed to them by default, but what is open to anyone. */
    boolean acting() default false;

    /**
     * How many minutes old the latest proof of who somebody is may be; 0: any age. Who has a passkey or a code proves it
     * by these.
     */
    int recent() default 0;
}
