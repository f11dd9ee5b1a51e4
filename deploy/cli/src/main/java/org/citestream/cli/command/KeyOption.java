package org.citestream.cli.command;

import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --key}, as every command takes it that writes to the line. */
final class KeyOption {

    /** Read where {@code --key} is not given. */
    static final String VARIABLE = "CITESTREAM_KEY";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:" + VARIABLE + "}",
            description = "Key with the scope that the command needs, where keys are in use; else $" + VARIABLE + ".")
    private Optional<String> key = Optional.empty();

    /** The key to send; an empty variable is none. */
    Optional<String> given() {
        return key.map(String::strip).filter(text -> !text.isEmpty());
    }
}
