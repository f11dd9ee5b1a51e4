package org.citestream.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is asked for, drawn from the tables by a seed: DOIs of works cited in the text (each as likely as it has
 * statements, as readers come), DOIs of works with some twenty statements, and words from sentences.
 *
 * @param twenties none where no work has as many
 */
record Subjects(List<String> dois, List<String> twenties, List<String> words, long publications, long statements) {

    private static final int DRAWN = 2000;

    /** Enough to fill the first page, as the famous work does. */
    private static final String WITH_TWENTY =
            "SELECT p.id FROM active.tally t JOIN active.publication p ON p.key = t.cited"
                    + " GROUP BY p.id HAVING sum(t.supporting + t.mentioning + t.contrasting + t.unclassified + t.not_a_sentence) BETWEEN 20 AND 25"
                    + " ORDER BY md5(p.id) LIMIT " + DRAWN;

    static Subjects draw(RunningLine line) throws SQLException {
        try (Connection connection = DriverManager.getConnection(line.jdbcUrl(), RunningLine.ACCOUNT, line.password());
                Statement statement = connection.createStatement()) {
            long statements = number(statement, "SELECT count(*) FROM active.statement");
            double percent = Math.min(100, 100.0 * 3 * DRAWN / statements);
            String sample = "FROM active.statement s JOIN active.publication p ON p.key = s.cited WHERE s.id IN ("
                    + "SELECT id FROM view_1.statement TABLESAMPLE SYSTEM (" + percent + ") REPEATABLE (7))"
                    + " ORDER BY md5(s.id::text) LIMIT " + DRAWN;
            List<String> works = texts(statement, "SELECT p.id " + sample);
            List<String> words = words(texts(statement, "SELECT s.text " + sample));
            return new Subjects(
                    dois(works),
                    dois(texts(statement, WITH_TWENTY)),
                    words,
                    number(statement, "SELECT max(key) FROM active.publication"),
                    statements);
        }
    }

    private static List<String> dois(List<String> ids) {
        return ids.stream()
                .filter(id -> id.startsWith("doi:"))
                .map(id -> id.substring(4))
                .toList();
    }

    /** Two words of a sentence each, longer than four letters. */
    private static List<String> words(List<String> sentences) {
        Random random = new Random(7);
        List<String> pairs = new ArrayList<>();
        for (String sentence : sentences) {
            List<String> words = List.of(sentence.split("[^A-Za-z]+")).stream()
                    .filter(word -> word.length() > 4)
                    .toList();
            if (words.size() > 1) {
                pairs.add(words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(words.size())));
            }
        }
        return pairs;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
