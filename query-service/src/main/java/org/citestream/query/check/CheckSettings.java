package org.citestream.query.check;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Limits of reference checks; how large a list may be is {@code citestream.bodies.check-bytes}. */
@ConfigMapping(prefix = "citestream.check")
public interface CheckSettings {

    /** Maximum number of references in one list. */
    @WithDefault("2000")
    int references();

    /** Works named for a reference that was not found. */
    @WithDefault("3")
    int candidates();

    /** Likeness of titles, 0 to 1, below which a work is not named for a reference that was not found. */
    @WithDefault("0.4")
    double leastLikeness();

    /** Largest list in a format that is text; manuscripts in XML, DOCX and PDF may be as large as a body. */
    @WithDefault("2M")
    MemorySize listBytes();

    /** What the parts of a DOCX that are read may unpack to. */
    @WithDefault("64M")
    MemorySize unpackedBytes();

    /** A GROBID server that reads PDFs, {@code http://127.0.0.1:8070}; without one they are refused. */
    Optional<URI> grobidUrl();

    /** Longest wait for one PDF. */
    @WithDefault("120s")
    Duration grobidTimeout();

    /** PDFs that are with GROBID at the same time; beyond, 503. */
    @WithDefault("2")
    int pdfsAtOnce();

    /** Checks that run by themselves at the same time; others wait for them. */
    @WithDefault("2")
    int tasksAtOnce();

    /** Checks that wait or run; beyond, 503. */
    @WithDefault("20")
    int tasks();

    /** Manuscripts of all checks that wait or are kept, together; beyond, 503. */
    @WithDefault("32M")
    MemorySize manuscriptBytes();

    /** How long a page waits for its report before it shows the progress. */
    @WithDefault("2s")
    Duration answerWithin();

    /** How long a report can be called up again; in memory, at an address that nobody can guess. */
    @WithDefault("1h")
    Duration reportsFor();

    /** References of all reports that are kept, together; beyond, the oldest report goes. */
    @WithDefault("10000")
    int keptReferences();

    /** How long a manuscript stays in memory after it was read, so that it can be checked again; zero: not at all. */
    @WithDefault("0s")
    Duration manuscriptsFor();
}
