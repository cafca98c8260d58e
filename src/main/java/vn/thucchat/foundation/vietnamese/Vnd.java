package vn.thucchat.foundation.vietnamese;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of a form that holds đồng: a {@code Long} read by {@link VietnameseNumbers#whole}, so that {@code 120.000},
 * {@code 35k} and {@code 1,5 triệu} are understood. From 0 to below a thousand million million; a rule of the field
 * narrows that.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Vnd {}
