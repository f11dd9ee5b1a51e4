package org.citestream.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.Java;
import org.citestream.cli.Json;
import org.citestream.cli.Project;
import org.citestream.cli.gold.GoldFill;
import org.citestream.cli.gold.GoldFill.Filled;
import org.citestream.cli.gold.GoldLabel;
import org.citestream.cli.gold.GoldLabels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The gold set of deploy/gold: labels for everyone, sentences from the reader's own copies of the articles. */
@Command(
        name = "gold",
        mixinStandardHelpOptions = true,
        description = "Works with the labels in deploy/gold, which hold no sentences.",
        subcommands = GoldCommand.Fill.class)
final class GoldCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "gold needs: fill");
    }

    @Command(
            name = "fill",
            mixinStandardHelpOptions = true,
            description = "Joins the labels to sentences, neighbors and headings from your copies of the articles, and"
                    + " writes rows for train, evaluate and classify. Lists what is missing.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:every label has its sentence", "1:some are missing", "2:usage"})
    static final class Fill implements Callable<Integer> {

        private static final int MOST_LISTED = 10;

        @Parameters(
                arity = "1..*",
                paramLabel = "FOLDER",
                description = "The citing articles: files or folders, .xml, .nxml, also gzipped.")
        private List<Path> articles;

        @Option(names = "--out", paramLabel = "FILE", description = "Where to write; else standard output.")
        private Optional<Path> out = Optional.empty();

        @Option(
                names = "--labels",
                paramLabel = "FILE",
                description = "Labels to fill instead of deploy/gold/labels.tsv; may be repeated. A later file wins.")
        private List<Path> labels = List.of();

        @Option(
                names = "--missing",
                paramLabel = "FILE",
                description =
                        "Where to write the ids of articles that are not in FOLDER, one per line, as fetch takes them.")
        private Optional<Path> missing = Optional.empty();

        @Override
        public Integer call() throws IOException, InterruptedException {
            Project project = Project.current();
            List<Path> files = labels.isEmpty() ? List.of(project.goldLabels()) : labels;
            var fill = new GoldFill(GoldLabels.read(files));
            extract(project, fill);
            Filled filled = fill.filled();
            write(filled.rows());
            return tell(filled);
        }

        /** Extraction belongs to ingest-service; its lines are an interface, its classes are not. */
        private void extract(Project project, GoldFill fill) throws IOException, InterruptedException {
            List<String> command = Java.command();
            command.addAll(List.of("-jar", project.jarOf("ingest-service").toString(), "extract"));
            articles.forEach(path -> command.add(path.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "citestream-stop-extract"));
            process.getOutputStream().close();
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    fill.take(Json.MAPPER.readTree(line));
                }
            }
            int exit = process.waitFor();
            // Rejected articles are counted below; anything else means that not all was read.
            if (exit != ExitCode.OK && exit != ExitCode.SOME_REJECTED) {
                throw new CliException(exit, "The articles could not be extracted; its message is above.");
            }
        }

        private void write(List<ObjectNode> rows) throws IOException {
            if (out.isEmpty()) {
                var shown = new PrintStream(System.out, false, StandardCharsets.UTF_8);
                rows.forEach(row -> shown.print(row + "\n"));
                shown.flush();
                return;
            }
            Path whole = out.get().toAbsolutePath();
            Path part = whole.resolveSibling(whole.getFileName() + ".part");
            try (var file =
                    new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8))) {
                for (ObjectNode row : rows) {
                    file.write(row + "\n");
                }
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }

        private int tell(Filled filled) throws IOException {
            int rows = filled.rows().size();
            int lost = filled.noArticle().size() + filled.noSentence().size();
            say(rows + " of " + (rows + lost) + " labels have their sentence, " + (rows - filled.bySentence())
                    + " found by id, " + filled.bySentence() + " by sentence and marker");
            if (filled.rejected() > 0) {
                say(filled.rejected() + " files could not be read as articles");
            }
            if (!filled.noSentence().isEmpty()) {
                say(filled.noSentence().size() + " sentences are not in their article as it is in your copy: "
                        + listed(filled.noSentence().stream()
                                .map(label -> label.id() + " (" + label.citing() + ")")
                                .toList()));
            }
            absent(filled.noArticle());
            return lost == 0 ? ExitCode.OK : ExitCode.SOME_REJECTED;
        }

        private void absent(List<GoldLabel> labels) throws IOException {
            List<String> ids =
                    List.copyOf(new TreeSet<>(labels.stream().map(Fill::fetched).toList()));
            if (missing.isPresent()) {
                Files.write(missing.get(), ids);
            }
            if (!ids.isEmpty()) {
                say(labels.size() + " labels are of " + ids.size() + " articles that you have no copy of: "
                        + listed(ids));
                say("fetch brings open-access articles: deploy/citestream fetch --only-fetch --most 0 --to FOLDER ID…;"
                        + " --missing FILE writes all their ids");
            }
        }

        /** As {@code fetch} takes it. */
        private static String fetched(GoldLabel label) {
            return label.pmcid().orElse(label.citing().substring(label.citing().indexOf(':') + 1));
        }

        private static String listed(Collection<String> all) {
            String some = String.join(", ", all.stream().limit(MOST_LISTED).toList());
            return all.size() > MOST_LISTED ? some + ", …" : some;
        }

        private static void say(String line) {
            System.err.println(CliException.PREFIX + line);
        }
    }
}
