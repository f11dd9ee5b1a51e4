package org.citestream.ingest.extract;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.statement.StatementExtractor;

/**
 * {@code extract --speed}: how long extraction takes beside a bare Woodstox pass over the same bytes. Both take turns in
 * one process, on files already in memory; figures are medians over the rounds after the warm-up.
 */
final class SpeedRun {
    private static final int WARM_UP = 5;
    private static final double NANOS = 1e9;

    private final ArticleParser parser;
    private final StatementExtractor extractor;
    private final WstxInputFactory bare = new WstxInputFactory();

    SpeedRun(ArticleParser parser, StatementExtractor extractor) {
        this.parser = parser;
        this.extractor = extractor;
        bare.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        bare.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    /** Work on one article; returns a number so that nothing can be left out as unused. */
    @FunctionalInterface
    private interface TimedPass {
        long over(byte[] article);
    }

    /** Wall-clock seconds, and processor seconds of this thread. */
    private record CpuTime(double wall, double cpu) {}

    void run(List<Path> files, int rounds, PrintStream out) throws IOException {
        List<byte[]> articles = new ArrayList<>();
        double megabytes = 0;
        for (Path file : files) {
            try (InputStream content = ArticleFiles.open(file)) {
                byte[] bytes = content.readAllBytes();
                articles.add(bytes);
                megabytes += bytes.length / 1e6;
            }
        }
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> bareSpeed = new ArrayList<>();
        List<Double> speed = new ArrayList<>();
        List<Double> gain = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            CpuTime yardstick = time(articles, this::barePass);
            CpuTime one = time(articles, this::extraction);
            double two = onTwoThreads(articles);
            if (round >= 0) {
                wall.add(one.wall() / yardstick.wall());
                cpu.add(one.cpu() / yardstick.cpu());
                bareSpeed.add(megabytes / yardstick.cpu());
                speed.add(megabytes / one.cpu());
                gain.add(one.wall() / two);
            }
        }
        out.printf(Locale.ROOT, "%d files, %.1f MB, %d rounds after %d%n", articles.size(), megabytes, rounds, WARM_UP);
        line(out, "bare Woodstox, MB per processor second", bareSpeed);
        line(out, "extraction, MB per processor second", speed);
        line(out, "extraction / bare, processor time", cpu);
        line(out, "extraction / bare, wall time", wall);
        line(out, "two threads against one, wall time", gain);
    }

    private static void line(PrintStream out, String name, List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%-40s median %.2f (%.2f-%.2f)%n",
                name,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    private static CpuTime time(List<byte[]> articles, TimedPass pass) {
        long wall = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long sum = articles.stream().mapToLong(pass::over).sum();
        if (sum == Long.MIN_VALUE) {
            throw new IllegalStateException("cannot be");
        }
        return new CpuTime(
                (System.nanoTime() - wall) / NANOS,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / NANOS);
    }

    private double onTwoThreads(List<byte[]> articles) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            long start = System.nanoTime();
            List<Future<Long>> work = articles.stream()
                    .map(article -> pool.submit(() -> extraction(article)))
                    .toList();
            for (Future<Long> done : work) {
                done.get();
            }
            return (System.nanoTime() - start) / NANOS;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a defect in the extractor", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private long barePass(byte[] article) {
        long events = 0;
        try {
            XMLStreamReader reader = bare.createXMLStreamReader(new ByteArrayInputStream(article));
            while (reader.hasNext()) {
                events += reader.next();
            }
            reader.close();
        } catch (XMLStreamException malformed) {
            return events;
        }
        return events;
    }

    private long extraction(byte[] article) {
        try {
            return extractor
                    .extract(parser.parse(new ByteArrayInputStream(article)))
                    .statements()
                    .size();
        } catch (UnreadableArticleException | IOException rejected) {
            return 0;
        }
    }
}
