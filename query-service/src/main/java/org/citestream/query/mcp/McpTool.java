package org.citestream.query.mcp;

/** A tool that programs may call, with a {@link ToolDescription}. One class each, found by the container; thread-safe. */
interface McpTool {

    /** The arguments it takes. */
    InputSchema input();

    /**
     * Answers one call with an instance of the record that the description names.
     *
     * @throws RuntimeException known to {@code http/Problems} become a problem for the client
     */
    Object call(Arguments given);

    default ToolDescription about() {
        return getClass().getAnnotation(ToolDescription.class);
    }
}
