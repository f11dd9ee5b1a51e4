package org.citestream.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.score.Gold;
import org.citestream.ingest.score.GoldReader;
import org.citestream.ingest.score.Scores;
import org.citestream.ingest.statement.StatementExtractor;
import org.xml.sax.SAXException;

/** {@code extract --score}: reads each file twice, with the extractor and as its own gold standard, and compares. */
final class ScoreRun {
    private final ArticleParser parser;
    private final StatementExtractor extractor;
    private final OrderedExecutor<Path, Compared> work;

    ScoreRun(ArticleParser parser, StatementExtractor extractor, int threads) {
        this.parser = parser;
        this.extractor = extractor;
        this.work = new OrderedExecutor<>(threads);
    }

    /** A reading beside its gold; no gold for a rejected file. */
    private record Compared(FileResult reading, Gold gold) {}

    /** Prints the report, and on {@code err} what was rejected or missed; returns whether every file was read. */
    boolean run(List<Path> files, PrintStream out, PrintStream err) throws IOException {
        Scores scores = new Scores();
        boolean[] allRead = {true};
        work.run(files, this::compare, compared -> {
            FileResult reading = compared.reading();
            if (reading.rejected() != null) {
                allRead[0] = false;
                err.println("rejected " + reading.file() + ": " + reading.rejected());
                return;
            }
            Scores.FileScore file = scores.add(compared.gold(), reading.extraction());
            if (!file.complete()) {
                err.println("missed in " + reading.file() + ": body " + file.body() + ", implied " + file.implied()
                        + ", DOIs " + file.dois() + ", extra " + file.extra());
            }
        });
        out.print(scores.print());
        out.flush();
        return allRead[0];
    }

    private Compared compare(Path file) {
        FileResult reading = FileResult.of(file, parser, extractor);
        if (reading.rejected() != null) {
            return new Compared(reading, null);
        }
        try (InputStream content = ArticleFiles.open(file)) {
            return new Compared(reading, GoldReader.read(content));
        } catch (SAXException | IOException unread) {
            return new Compared(FileResult.rejected(file, "no-gold", unread.toString()), null);
        }
    }
}
