package org.citestream.query.mcp;

/** A tool that programs may call. Each is a class of its own, found by the container; thread-safe. */
interface McpTool {

    /** Its name for programs: lower case with underscores. */
    String name();

    /** Its name for people. */
    String title();

    /** What it does and when to call it, for a model that chooses among tools. */
    String description();

    /** The schema of its arguments. */
    InputSchema input();

    /** The record of its answers, from which the output schema is generated. */
    Class<?> answer();

    /**
     * Answers one call with an instance of {@link #answer}.
     *
     * @throws RuntimeException known to {@code http/Problems} become a problem for the client
     */
    Object call(Arguments given);
}
