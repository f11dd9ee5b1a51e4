package org.citestream.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs this program, for starting further ones. */
public final class Java {

    /** System property, set by {@code deploy/citestream}: options that every program of ours needs on this Java. */
    private static final String OPTIONS = "citestream.java.options";

    private Java() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A command line to add to: this program once more, with all that Java was told about it. */
    public static List<String> again() {
        List<String> command = new ArrayList<>();
        command.add(executable());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        return command;
    }

    /** A command line to add to: the executable and the options that {@code deploy/citestream} found for this Java. */
    public static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(executable());
        String options = System.getProperty(OPTIONS, "");
        if (!options.isBlank()) {
            command.addAll(List.of(options.strip().split(" +")));
        }
        return command;
    }
}
