package org.citestream.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.citestream.cli.key.Key;
import org.citestream.cli.key.Keys;
import org.citestream.cli.key.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Keys for those who may write. Until one exists, only this machine may write.")
final class KeyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "key needs one of: add, list, revoke");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a key and prints it, this once only.")
    void add(
            @Parameters(paramLabel = "NAME", description = "Who it is for.") String name,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            required = true,
                            split = ",",
                            description = "What it allows: ${COMPLETION-CANDIDATES}. Repeatable.")
                    List<Scope> scopes,
            @Mixin DataOption data)
            throws IOException {
        System.out.println(new Keys(data.ofLine()).add(name, EnumSet.copyOf(scopes), Instant.now()));
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists names, scopes and when they were added.")
    void list(@Mixin DataOption data) throws IOException {
        for (Key key : new Keys(data.ofLine()).list()) {
            System.out.printf("%-24s %-24s %s%n", key.name(), key.scopeList(), key.created());
        }
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Revokes a key.")
    void revoke(@Parameters(paramLabel = "NAME", description = "Whose key.") String name, @Mixin DataOption data)
            throws IOException {
        new Keys(data.ofLine()).revoke(name);
        System.out.println("Revoked " + name + ".");
    }
}
