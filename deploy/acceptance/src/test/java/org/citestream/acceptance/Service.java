package org.citestream.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;

/** The three services, in the order of the data's way. */
enum Service {
    INGEST,
    CLASSIFY,
    QUERY;

    /** The name of its folder. */
    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT) + "-service";
    }

    /** What {@code mvn package} made of it. */
    Path jar() {
        Path jar = Checkout.root().resolve(folder()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new AssertionError(folder() + " is not packaged: " + jar
                    + " is missing. Run `mvn verify` at the top, or `mvn verify -pl deploy/acceptance -am`.");
        }
        return jar;
    }
}
