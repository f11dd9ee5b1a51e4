package org.citestream.cli;

import org.citestream.cli.command.Commands;

/** Entry point of {@code deploy/citestream}. */
public final class Citestream {

    private Citestream() {}

    public static void main(String[] arguments) {
        // Threads of Kafka would keep the process from ending by itself.
        System.exit(Commands.create().execute(arguments));
    }
}
