package org.citestream.query.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.citestream.kit.http.BodyLimit;

/** Limits request bodies: {@link BodySettings}. Thread-safe. */
@Singleton
record BodyLimits(BodySettings settings) {

    /** Where the page "Add articles" sends files. */
    private static final String UPLOAD = "/about/articles/files";

    /** Where reference lists and manuscripts are sent to be checked, by people and by programs. */
    private static final Set<String> CHECKS = Set.of("/check", "/api/v1/checks", "/reference_check");

    /** Where lists are sent to be added to a collection, below both. */
    private static final String COLLECTIONS = "/collections";

    /** Lists and manuscripts have a sum of their own, so that they and batches do not wait for each other. */
    void register(@Observes Filters filters) {
        limit(settings.bytesAtOnce()).register(filters, path -> !isCheck(path), BodyLimits::isUpload);
        limit(settings.checkBytesAtOnce()).register(filters, BodyLimits::isCheck, path -> false);
    }

    private BodyLimit limit(MemorySize atOnce) {
        return new BodyLimit(this::longest, atOnce.asLongValue(), settings.patience(), settings.retryAfter());
    }

    /** Where lists and manuscripts are read. */
    private static boolean isCheck(String path) {
        return path != null
                && (CHECKS.contains(path) || path.startsWith(COLLECTIONS) || path.startsWith("/api/v1" + COLLECTIONS));
    }

    /** Files on their way to ingest-service. */
    private static boolean isUpload(String path) {
        return UPLOAD.equals(path);
    }

    private long longest(String path) {
        if (isUpload(path)) {
            return settings.uploadBytes().asLongValue();
        }
        if (isCheck(path)) {
            return settings.checkBytes().asLongValue();
        }
        boolean ops = path != null && (path.startsWith("/ops") || path.startsWith("/api/v1/ops"));
        return (ops ? settings.opsBytes() : settings.bytes()).asLongValue();
    }
}
