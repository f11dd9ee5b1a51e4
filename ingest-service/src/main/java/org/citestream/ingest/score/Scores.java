package org.citestream.ingest.score;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.citestream.ingest.statement.CitationStatement;
import org.citestream.ingest.statement.CitedReference;
import org.citestream.ingest.statement.Extraction;

/** Sums up over files how much of their gold was found. Not thread-safe. */
public final class Scores {
    private Ratio body = Ratio.NONE;
    private Ratio all = Ratio.NONE;
    private Ratio implied = Ratio.NONE;
    private Ratio unresolved = Ratio.NONE;
    private Ratio dois = Ratio.NONE;
    private Ratio references = Ratio.NONE;
    private long extra;
    private long files;
    private final Map<String, Ratio> positions = new TreeMap<>();
    private final PlainScore plain = new PlainScore();
    private final SentenceStatistics sentences = new SentenceStatistics();

    /** Compares one file's extraction with its gold; returns the shares of that file alone. */
    public FileScore add(Gold gold, Extraction extraction) {
        files++;
        Counts wanted = wanted(gold, citation -> true);
        Counts wantedImplied = new Counts();
        gold.implied().forEach(key -> wantedImplied.add(key, 1));
        // A work that one sentence both names and implies is one statement: what is left of its mentions is implied.
        Counts mentions = found(extraction.statements(), statement -> true);
        Counts named = wanted.cappedBy(found(extraction.statements(), statement -> !statement.impliedByRange()));
        Counts rest = mentions.minus(named);
        Ratio here = new Ratio(named.total(), wanted.total());
        all = all.plus(here.hits(), here.all());

        Counts wantedInBody = wanted(gold, Gold.GoldCitation::body);
        Ratio inBody = new Ratio(wantedInBody.common(named), wantedInBody.total());
        body = body.plus(inBody.hits(), inBody.all());

        Ratio ranges = new Ratio(wantedImplied.common(rest), wantedImplied.total());
        implied = implied.plus(ranges.hits(), ranges.all());
        long surplus = rest.total() - ranges.hits();
        extra += surplus;

        unresolved = unresolved.plus(
                Math.min(gold.unresolved(), extraction.unresolved().size()), gold.unresolved());
        references = references.plus(
                Math.min(gold.references(), extraction.references().size()), gold.references());
        long kept = extraction.references().stream()
                .filter(entry -> keeps(gold, entry))
                .count();
        dois = dois.plus(kept, gold.dois().size());
        extraction.references().forEach(entry -> plain.add(entry.reference()));
        perPosition(gold, extraction);
        extraction.statements().forEach(sentences::add);
        return new FileScore(inBody, ranges, new Ratio(kept, gold.dois().size()), surplus);
    }

    /**
     * The figures of one file.
     *
     * @param extra citations that the file does not hold
     */
    public record FileScore(Ratio body, Ratio implied, Ratio dois, long extra) {
        /** Whether nothing was missed and nothing added. */
        public boolean complete() {
            return body.hits() == body.all()
                    && implied.hits() == implied.all()
                    && dois.hits() == dois.all()
                    && extra == 0;
        }
    }

    private static boolean keeps(Gold gold, CitedReference entry) {
        String wanted = gold.dois().get(entry.reference().key());
        return wanted != null && wanted.equals(entry.reference().identifiers().doi());
    }

    private void perPosition(Gold gold, Extraction extraction) {
        for (String position : List.of("body", "caption", "table", "footnote", "abstract", "heading")) {
            Counts wanted = wanted(gold, citation -> citation.position().equals(position));
            Counts found = found(
                    extraction.statements(),
                    statement -> !statement.impliedByRange()
                            && statement.position().wireName().equals(position));
            Ratio before = positions.getOrDefault(position, Ratio.NONE);
            positions.put(position, before.plus(wanted.common(found), wanted.total()));
        }
    }

    private static Counts wanted(Gold gold, Predicate<Gold.GoldCitation> which) {
        Counts counts = new Counts();
        gold.citations().stream().filter(which).forEach(citation -> counts.add(citation.key(), 1));
        return counts;
    }

    private static Counts found(List<CitationStatement> statements, Predicate<CitationStatement> which) {
        Counts counts = new Counts();
        statements.stream()
                .filter(which)
                .forEach(statement -> counts.add(statement.referenceKey(), statement.mentions()));
        return counts;
    }

    /** Citations in the body that became statements with the right reference. */
    public Ratio body() {
        return body;
    }

    /** Citations inside ranges that became statements. */
    public Ratio implied() {
        return implied;
    }

    /** References that kept their DOI. */
    public Ratio dois() {
        return dois;
    }

    /** Citations that the files do not hold. */
    public long extra() {
        return extra;
    }

    /** The report that a person reads. */
    public String print() {
        StringBuilder report = new StringBuilder();
        line(report, "files", String.valueOf(files));
        line(report, "citations in the body", body.toString());
        line(report, "citations anywhere", all.toString());
        positions.forEach((position, ratio) -> line(report, "  tagged " + position, ratio.toString()));
        line(report, "implied by ranges", implied.toString());
        line(report, "beyond the gold", String.valueOf(extra));
        line(report, "unresolved, reported", unresolved.toString());
        line(report, "references", references.toString());
        line(report, "references with their DOI", dois.toString());
        plain.print().forEach((name, value) -> line(report, name, value));
        sentences.print().forEach((name, value) -> line(report, name, value));
        return report.toString();
    }

    private static void line(StringBuilder report, String name, String value) {
        report.append(String.format("%-28s %s%n", name, value));
    }
}
