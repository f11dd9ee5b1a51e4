package org.citestream.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that {@code deploy/citestream} stands in: where the services' jars and the samples are. */
public record Project(Path root) {

    /** System property, set by {@code deploy/citestream}: top folder of the checkout. */
    private static final String HOME = "citestream.home";

    public Project {
        root = root.toAbsolutePath().normalize();
    }

    public static Project current() {
        return new Project(Path.of(System.getProperty(HOME, ".")));
    }

    /** The runnable jar of a service. */
    public Path jarOf(String service) {
        Path jar = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    service + " is not built: " + jar
                            + " is missing; deploy/citestream builds it, or mvn package does.");
        }
        return jar;
    }

    public Path samples() {
        return root.resolve("deploy/samples");
    }
}
