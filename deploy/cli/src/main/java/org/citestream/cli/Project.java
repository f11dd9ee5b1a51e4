package org.citestream.cli;

import java.io.File;
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

    /** The jars of the program that trains the encoder. */
    public String classpathOfTraining() {
        Path target = root.resolve("deploy/training/target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new CliException(
                    ExitCode.NOT_RUNNING,
                    "the encoder's training is not built: " + target.resolve("lib")
                            + " is missing; deploy/citestream builds it, or mvn -Pencoder-training package does.");
        }
        return target.resolve("*") + File.pathSeparator + target.resolve("lib/*");
    }

    /** The labels of the gold set, without sentences. */
    public Path goldLabels() {
        return root.resolve("deploy/gold/labels.tsv");
    }

    public Path samples() {
        return root.resolve("deploy/samples");
    }
}
