package org.citestream.cli;

import java.nio.file.Path;

/** The Java that runs this program, for starting further ones. */
public final class Java {

    private Java() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
