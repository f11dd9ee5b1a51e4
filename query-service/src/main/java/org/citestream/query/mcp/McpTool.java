package org.citestream.query.mcp;

/** A tool that programs may call. One class each, found by the container; thread-safe. */
interface McpTool {

    /** What programs call it: lower case with underscores. */
    String name();

    /** What people call it. */
    String title();

    /** What it is for and when to call it, for a model that chooses among tools. */
    String description();

    /** The arguments it takes. */
    InputSchema input();

    /** The record of its answers, which the output schema is made of. */
    Class<?> answer();

    /**
     * Answers one call with an instance of {@link #answer}.
     *
     * @throws RuntimeException what {@code http/Problems} knows is told to the client in its words
     */
    Object call(Arguments given);
}
