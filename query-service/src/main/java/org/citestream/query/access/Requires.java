package org.citestream.query.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Admits only callers whose key has this scope: on a resource's method, or on its class for all of its methods. Others
 * get 401 or 403 as a problem, browsers the page {@code /login}. {@link Caller} says who the caller is.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
    /** The scope that the key must have. */
    Scope value();
}
