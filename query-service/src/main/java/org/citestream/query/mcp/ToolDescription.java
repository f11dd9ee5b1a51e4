package org.citestream.query.mcp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What clients are told about a tool. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ToolDescription {

    /** What programs call it: lower case with underscores. */
    String name();

    /** What people call it. */
    String title();

    /** What it is for and when to call it, for a model that chooses among tools. */
    String description();

    /** The record of its answers, which the output schema is made of. */
    Class<?> answer();
}
