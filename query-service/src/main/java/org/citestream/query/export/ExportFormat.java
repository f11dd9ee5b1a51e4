package org.citestream.query.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of exports. */
public enum ExportFormat {
    CSV("csv", "csv", "text/csv"),
    JSON_LINES("jsonl", "jsonl", "application/x-ndjson", "application/jsonl", "application/x-jsonlines"),
    RIS("ris", "ris", "application/x-research-info-systems"),
    BIBTEX("bibtex", "bib", "application/x-bibtex", "text/x-bibtex"),
    JSON_LD("jsonld", "jsonld", "application/ld+json"),
    TURTLE("turtle", "ttl", "text/turtle");

    private final String parameter;
    private final String extension;

    @SuppressWarnings("ImmutableEnumChecker") // created by List.of
    private final List<String> mediaTypes;

    ExportFormat(String parameter, String extension, String... mediaTypes) {
        this.parameter = parameter;
        this.extension = extension;
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The name in URLs. */
    public String parameter() {
        return parameter;
    }

    /** The file extension, without the dot. */
    public String extension() {
        return extension;
    }

    /** The media type of answers. */
    public String mediaType() {
        return mediaTypes.get(0);
    }

    /** Whether an entry is a citing publication with all its statements, not a single statement. */
    public boolean byPublication() {
        return this == RIS || this == BIBTEX;
    }

    /** The format of that name or file extension. */
    public static Optional<ExportFormat> named(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        for (ExportFormat format : values()) {
            if (format.parameter.equals(name) || format.extension.equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The format with that media type; the first one for {@code *}{@code /*}. */
    public static Optional<ExportFormat> ofMediaType(String type) {
        String bare = type.toLowerCase(Locale.ROOT);
        if (bare.equals("*/*") || bare.equals("text/*")) {
            return Optional.of(CSV);
        }
        if (bare.equals("application/*") || bare.equals("application/json")) {
            return Optional.of(JSON_LINES);
        }
        for (ExportFormat format : values()) {
            if (format.mediaTypes.contains(bare)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
