package org.citestream.cli.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Prints what its jar says of itself. */
final class PrintsItsBuild {

    static final String BUILD = "build.txt";

    private PrintsItsBuild() {}

    public static void main(String[] arguments) throws IOException {
        try (var build = PrintsItsBuild.class.getClassLoader().getResourceAsStream(BUILD)) {
            System.out.println(new String(build.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
