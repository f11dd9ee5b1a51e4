package org.citestream.cli.line;

/** The services of the line, in the order of their ports. */
public enum Service {
    QUERY("query-service", 0),
    INGEST("ingest-service", 1),
    CLASSIFY("classify-service", 2);

    private final String folder;
    private final int offset;

    Service(String folder, int offset) {
        this.folder = folder;
        this.offset = offset;
    }

    /** Name of its folder, of its log and of its entry in {@code citestream.json}. */
    public String folder() {
        return folder;
    }

    int offset() {
        return offset;
    }
}
