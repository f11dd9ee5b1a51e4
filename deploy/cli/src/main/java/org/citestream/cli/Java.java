package org.citestream.cli;

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
