package vn.thucchat.economy.market.register.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.modulith.NamedInterface;

/** The market of the address ({@code code}), which the actor manages; for all others there is no such market (404). */
@NamedInterface("lookup")
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Managed {}
