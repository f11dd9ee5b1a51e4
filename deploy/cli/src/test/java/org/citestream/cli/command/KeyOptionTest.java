package org.citestream.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** In a process of its own, for the environment of this one cannot be changed. */
class KeyOptionTest {

    /** Prints the key it was given. */
    @Command
    static final class Printing implements Runnable {

        @Mixin
        private KeyOption key;

        public static void main(String[] arguments) {
            new CommandLine(new Printing()).execute(arguments);
        }

        @Override
        public void run() {
            System.out.print(key.given().orElse("none"));
        }
    }

    @Test
    void shouldReadVariableWhenNoKeyIsGiven() throws Exception {
        assertThat(printed("from the environment")).isEqualTo("from the environment");
    }

    @Test
    void shouldPreferOptionWhenBothAreGiven() throws Exception {
        assertThat(printed("from the environment", "--key", "given")).isEqualTo("given");
    }

    @Test
    void shouldSendNoneWhenVariableIsUnsetOrEmpty() throws Exception {
        assertThat(printed(null)).isEqualTo("none");
        assertThat(printed("")).isEqualTo("none");
    }

    private static String printed(String variable, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Printing.class.getName()));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove(KeyOption.VARIABLE);
        if (variable != null) {
            builder.environment().put(KeyOption.VARIABLE, variable);
        }
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
