package org.citestream.ingest.extract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.statement.StatementExtractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extract PATH…}: one JSON line per article. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description =
                "Reads articles (JATS, GROBID TEI) and prints one JSON line each: publication, references, statements.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all well", "1:some articles rejected", "2:usage"})
public final class ExtractCommand implements Callable<Integer> {
    private static final int ALL_WELL = 0;
    private static final int SOME_REJECTED = 1;
    private static final int USAGE = 2;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders: .xml, .nxml, also gzipped.")
    private List<Path> paths;

    @Option(
            names = "--score",
            description = "Instead of lines, print how much was found of what the files themselves link.")
    private boolean score;

    @Option(
            names = "--speed",
            paramLabel = "ROUNDS",
            description = "Instead of lines, print how long extraction takes beside a bare pass of the XML parser.")
    private int speedRounds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Articles read at once. Default: the number of processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    private final PrintStream out;
    private final PrintStream err;

    public ExtractCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files;
        try {
            files = ArticleFiles.below(paths);
        } catch (NoSuchFileException missing) {
            err.println("extract: no such file or folder: " + missing.getMessage());
            return USAGE;
        }
        ArticleParser parser = new ArticleParser();
        StatementExtractor extractor = new StatementExtractor(parser.limits().statements());
        if (speedRounds > 0) {
            new SpeedRun(parser, extractor).run(files, speedRounds, out);
            return ALL_WELL;
        }
        int workers = Math.max(1, threads);
        if (score) {
            return new ScoreRun(parser, extractor, workers).run(files, out, err) ? ALL_WELL : SOME_REJECTED;
        }
        OrderedExecutor<Path, FileResult> work = new OrderedExecutor<>(workers);
        boolean[] rejected = new boolean[1];
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        ObjectWriter json = new ObjectMapper()
                .writerFor(ExtractedLine.class)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        work.run(files, file -> FileResult.of(file, parser, extractor), reading -> {
            rejected[0] |= reading.rejected() != null;
            json.writeValue(lines, reading.line());
            lines.write('\n');
        });
        lines.flush();
        return rejected[0] ? SOME_REJECTED : ALL_WELL;
    }
}
