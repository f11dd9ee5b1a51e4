package org.citestream.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.citestream.platform.PlatformExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gives tests the one {@link Line} of this run as a parameter. Skipped where containers are asked for but none can run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({PlatformExtension.class, LineExtension.class})
@interface WithLine {}
