package org.citestream.classify.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where classify-service starts: as a service, or as one of its commands without anything around it. */
@QuarkusMain
public final class ClassifyService {

    private ClassifyService() {}

    public static void main(String[] args) {
        if (Commands.areMeant(args)) {
            System.exit(Commands.run(args));
        }
        Quarkus.run(args);
    }
}
