package org.citestream.query.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.FSDirectory;
import org.citestream.query.vocabulary.Facet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processor time, terms and bytes that a statement costs the index, and how long searches take in what was indexed. The
 * statements are those of real articles as {@code deploy/citestream extract FOLDER > FILE} prints them. Run by
 * {@code -Dtest=IndexBenchmark -Dcitestream.benchmark.extracted=FILE}, with {@code -Dcitestream.benchmark.copies=N} for
 * more; results go to deploy/benchmarks/results.
 */
@EnabledIfSystemProperty(named = "citestream.benchmark.extracted", matches = ".+")
class IndexBenchmark {
    private static final int BATCH = Integer.getInteger("citestream.benchmark.refresh", 2000);
    private static final int ASKED = 30;
    private static final List<String> QUESTIONS = List.of(
            "the",
            "cancer",
            "the cancer",
            "gene expression",
            "\"gene expression\"",
            "type:contrasting cell",
            "title:protein",
            "author:smith",
            "express*",
            "mice OR rats NOT human",
            "zebrafish",
            "");

    @Test
    void shouldReportTheCostOfAStatement(@TempDir Path folder) throws IOException {
        measure(Path.of(System.getProperty("citestream.benchmark.extracted")), folder);
    }

    static void measure(Path extracted, Path folder) throws IOException {
        List<ArticleDocument> articles = read(extracted);
        int copies = Integer.getInteger("citestream.benchmark.copies", 1);
        // The first pass warms up.
        for (int pass = 0; pass < 2; pass++) {
            Path its = folder.resolve("pass-" + pass);
            try (LuceneIndex index = new LuceneIndex(its, Integer.getInteger("citestream.benchmark.threads", 2))) {
                long before = processor();
                long begun = System.nanoTime();
                int count = 0;
                for (int copy = 0; copy < (pass == 0 ? 1 : copies); copy++) {
                    count += put(index, articles, copy);
                }
                index.commit(new IndexPosition(1, 1, 1));
                System.out.printf(
                        "pass %d: %d statements, processor %.1f us and %.1f us of time each%n",
                        pass, count, (processor() - before) / 1e3 / count, (System.nanoTime() - begun) / 1e3 / count);
                describe(its.resolve("statements"), count);
                if (pass == 1) {
                    QUESTIONS.forEach(words -> ask(index, words));
                }
            }
        }
    }

    private static int put(LuceneIndex index, List<ArticleDocument> articles, int copy) throws IOException {
        int all = 0;
        int put = 0;
        List<ArticleDocument> batch = new ArrayList<>();
        for (ArticleDocument article : articles) {
            batch.add(copy == 0 ? article : copied(article, copy));
            put += article.statements().size();
            if (put >= BATCH) {
                index.putArticles(batch);
                index.refresh();
                batch.clear();
                all += put;
                put = 0;
            }
        }
        index.putArticles(batch);
        index.refresh();
        return all + put;
    }

    private static ArticleDocument copied(ArticleDocument a, int copy) {
        return new ArticleDocument(
                a.key() + copy * 1_000_000L,
                a.doi(),
                a.title(),
                a.authors(),
                a.journal(),
                a.publicationType(),
                a.published(),
                a.licence(),
                a.statements().stream()
                        .map(s -> new StatementDocument(
                                new UUID(
                                        s.id().getMostSignificantBits() + copy * 0x9E3779B97F4A7C15L,
                                        s.id().getLeastSignificantBits()),
                                s.cited(),
                                s.citedDoi(),
                                s.text(),
                                s.before(),
                                s.after(),
                                s.headings(),
                                s.codes()))
                        .toList());
    }

    private static void ask(LuceneIndex index, String words) {
        try {
            long[] times = new long[ASKED];
            StatementHits hits = null;
            long before = 0;
            for (int i = -ASKED; i < ASKED; i++) {
                before = i == 0 ? processor() : before;
                long begun = System.nanoTime();
                hits = index.statements(SearchRequest.of(words, 20));
                times[Math.max(i, 0)] = System.nanoTime() - begun;
            }
            Arrays.sort(times);
            System.out.printf(
                    "search %-26s %8d hits, processor %.1f ms; p50 %.1f ms, p90 %.1f ms%n",
                    words,
                    hits.total(),
                    (processor() - before) / 1e6 / ASKED,
                    times[ASKED / 2] / 1e6,
                    times[ASKED * 9 / 10] / 1e6);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void describe(Path folder, int statements) throws IOException {
        long bytes = 0;
        Map<String, Long> byKind = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                bytes += Files.size(file);
                byKind.merge(name.substring(name.lastIndexOf('.') + 1), Files.size(file) / statements, Long::sum);
            }
        }
        Map<String, Long> postings = new java.util.TreeMap<>();
        long documents = 0;
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            documents = reader.numDocs();
            for (LeafReaderContext leaf : reader.leaves()) {
                LeafReader part = leaf.reader();
                for (var field : part.getFieldInfos()) {
                    Terms terms = part.terms(field.name);
                    if (terms != null) {
                        postings.merge(field.name, terms.getSumDocFreq(), Long::sum);
                    }
                }
            }
        }
        double sum = postings.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                "  %d bytes, %.1f documents and %.1f terms a statement; bytes by file %s; terms by field %s%n",
                bytes / statements,
                (double) documents / statements,
                sum / statements,
                byKind,
                postings.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(entry -> "%s %.1f".formatted(entry.getKey(), (double) entry.getValue() / statements))
                        .toList());
    }

    private static List<ArticleDocument> read(Path extracted) throws IOException {
        List<ArticleDocument> articles = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = Files.newBufferedReader(extracted)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode article = json.readTree(line);
                if (!article.path("statements").isEmpty()) {
                    articles.add(article(articles.size() + 1, article.path("publication"), article.path("statements")));
                }
            }
        }
        return articles;
    }

    private static ArticleDocument article(long key, JsonNode citing, JsonNode statements) {
        List<String> authors = new ArrayList<>();
        citing.path("authors")
                .forEach(author -> authors.add((author.path("given").asText("") + " "
                                + author.path("family")
                                        .asText(author.path("collective").asText("")))
                        .strip()));
        List<StatementDocument> said = new ArrayList<>();
        statements.forEach(statement -> said.add(statement(statement)));
        return new ArticleDocument(
                key,
                citing.path("doi").asText(null),
                citing.path("title").asText(null),
                authors,
                citing.path("journal").asText(null),
                citing.path("publicationType").asText(null),
                citing.path("year").asText(null),
                citing.path("licence").asText(null),
                said);
    }

    private static StatementDocument statement(JsonNode said) {
        List<String> headings = new ArrayList<>();
        said.path("headingPath").forEach(heading -> headings.add(heading.asText()));
        String cited = said.path("cited").asText();
        return new StatementDocument(
                UUID.fromString(said.path("id").asText()),
                cited.hashCode(),
                cited.startsWith("doi:") ? cited.substring(4) : null,
                said.path("text").asText(),
                said.path("before").asText(null),
                said.path("after").asText(null),
                String.join(" ", headings),
                codes(said));
    }

    /** Labels come from the classifier, which did not read these: any will do that differ as they do there. */
    private static Map<Facet, Integer> codes(JsonNode said) {
        int any = said.path("id").asText().hashCode();
        Map<Facet, Integer> codes = new EnumMap<>(Facet.class);
        codes.put(Facet.TYPE, any % 20 == 0 ? 3 : any % 7 == 0 ? 1 : 2);
        codes.put(Facet.SECTION, 1 + said.path("headingPath").hashCode() % 5 & 3);
        codes.put(Facet.POSITION, 1);
        codes.put(Facet.RELATIONSHIP, said.path("relationship").asText().equals("self") ? 1 : 2);
        codes.put(Facet.INTENT, 1 + (any & 1));
        return codes;
    }
}
