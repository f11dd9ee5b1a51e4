package org.citestream.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this checkout stands. The tests find what was built by its place in it, as services stand on no classpath here. */
final class Checkout {

    private static final Path ROOT = find();

    private Checkout() {}

    static Path root() {
        return ROOT;
    }

    /** For logs and data of the processes under test; deleted by {@code mvn clean}. */
    static Path target() {
        return ROOT.resolve("deploy/acceptance/target");
    }

    private static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("ingest-service")) && Files.isDirectory(at.resolve("deploy/samples"))) {
                return at;
            }
        }
        throw new IllegalStateException("no checkout of Citestream at or above " + start);
    }
}
