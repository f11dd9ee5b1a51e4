package org.citestream.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class that stops, kills or pauses parts of the shared {@link Line}. Comes after those that do not, and runs beside none
 * that uses the line from another thread and therefore locks {@link #RESOURCE} for reading.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(Integer.MAX_VALUE)
@ResourceLock(value = DisturbsLine.RESOURCE, mode = ResourceAccessMode.READ_WRITE)
@interface DisturbsLine {

    /** The services of the shared line. */
    String RESOURCE = "services of the line";
}
