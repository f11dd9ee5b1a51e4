package org.citestream.query.check;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.check.CheckedReference.CandidateWork;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.vocabulary.VocabularySql;

/**
 * Checks lists of references against the index: finds each work by its ids, else by its title, and says what differs.
 * Asks nothing outside and keeps nothing. Thread-safe.
 */
@Singleton
public record ReferenceChecker(
        ReferenceMatcher matcher, Snapshot snapshot, PublicationReader publications, CheckSettings settings) {

    /** References whose candidates are read from the database at once. */
    private static final int AT_ONCE = 50;

    private static final String CONTRASTING_BY_OTHERS =
            VocabularySql.of("JOIN active.statement s ON s.cited = p.key AND s.type = ${type:contrasting}"
                    + " AND s.relationship <> ${relationship:self}");

    /** The work that a reference was taken for. */
    private record FoundMatch(
            FindingKind kind,
            String by,
            ShownPublication work,
            Comparison comparison,
            List<CandidateWork> candidates) {}

    /** A work whose title is similar. */
    private record RankedWork(ShownPublication work, Comparison comparison) {

        static final Comparator<RankedWork> BEST_FIRST = Comparator.comparingDouble(
                        (RankedWork candidate) -> -candidate.comparison().title())
                .thenComparing(candidate -> candidate.comparison().differences().size())
                .thenComparing(candidate -> candidate.work().id());
    }

    /** Checks a list; references keep their order. */
    public CheckReport check(ReferenceList list) {
        return check(list, done -> {});
    }

    /** @param progress told from time to time how many references are done; what it throws ends the check */
    CheckReport check(ReferenceList list, IntConsumer progress) {
        List<FoundMatch> matches = new ArrayList<>();
        List<GivenReference> references = list.references();
        for (int from = 0; from < references.size(); from += AT_ONCE) {
            matches.addAll(matches(references.subList(from, Math.min(references.size(), from + AT_ONCE))));
            progress.accept(matches.size());
        }
        Map<String, Long> contrasting = contrasting(matches.stream()
                .filter(match -> match.work() != null)
                .map(match -> match.work().id())
                .collect(Collectors.toSet()));
        List<CheckedReference> checked = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            checked.add(checked(i + 1, references.get(i), matches.get(i), contrasting));
        }
        return CheckReport.of(list, checked);
    }

    private List<FoundMatch> matches(List<GivenReference> references) {
        Map<String, ShownPublication> held =
                read(references.stream().flatMap(one -> one.ids().stream()).collect(Collectors.toSet()));
        List<Optional<FoundMatch>> byId =
                references.stream().map(one -> byId(one, held)).toList();
        List<List<String>> similar = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            similar.add(isSettled(byId.get(i)) ? List.of() : matcher.candidates(words(references.get(i))));
        }
        Map<String, ShownPublication> works =
                read(similar.stream().flatMap(List::stream).collect(Collectors.toSet()));
        List<FoundMatch> matches = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            List<ShownPublication> candidates = similar.get(i).stream()
                    .map(works::get)
                    .filter(Objects::nonNull)
                    .toList();
            matches.add(decided(references.get(i), byId.get(i), candidates));
        }
        return matches;
    }

    private static Optional<FoundMatch> byId(GivenReference reference, Map<String, ShownPublication> held) {
        return reference.ids().stream().filter(held::containsKey).findFirst().map(id -> {
            ShownPublication work = held.get(id);
            return found("id", work, Comparison.of(reference, work));
        });
    }

    /** Whether the titles leave no doubt that the id leads to the work meant. */
    private static boolean isSettled(Optional<FoundMatch> byId) {
        return byId.isPresent()
                && byId.get().comparison().title() != null
                && byId.get().comparison().title() >= Comparison.LIKELY;
    }

    private static String words(GivenReference reference) {
        if (reference.title() != null) {
            return reference.title();
        }
        return reference.text() == null ? "" : WrittenReference.withoutAddresses(reference.text());
    }

    private FoundMatch decided(GivenReference reference, Optional<FoundMatch> byId, List<ShownPublication> works) {
        if (isSettled(byId)) {
            return byId.get();
        }
        List<RankedWork> ranked = works.stream()
                .map(work -> new RankedWork(work, Comparison.of(reference, work)))
                .filter(candidate -> candidate.comparison().title() != null)
                .sorted(RankedWork.BEST_FIRST)
                .toList();
        Optional<RankedWork> titled = ranked.stream()
                .filter(candidate -> candidate.comparison().namesTheWork(reference, candidate.work()))
                .findFirst();
        if (byId.isEmpty()) {
            return titled.map(candidate -> found("title", candidate.work(), candidate.comparison()))
                    .orElseGet(() -> new FoundMatch(FindingKind.NOT_FOUND, null, null, null, named(ranked, null)));
        }
        ShownPublication work = byId.get().work();
        boolean another = byId.get().comparison().isAnotherWork(reference)
                || titled.filter(candidate -> !candidate.work().id().equals(work.id()))
                        .isPresent();
        return another
                ? new FoundMatch(FindingKind.OTHER_WORK, "id", work, byId.get().comparison(), named(ranked, work.id()))
                : byId.get();
    }

    private static FoundMatch found(String by, ShownPublication work, Comparison comparison) {
        FindingKind kind = comparison.differences().isEmpty() ? FindingKind.AS_GIVEN : FindingKind.DIFFERS;
        return new FoundMatch(kind, by, work, comparison, List.of());
    }

    /** @param except the id of a work that is no candidate, or null */
    private List<CandidateWork> named(List<RankedWork> ranked, String except) {
        return ranked.stream()
                .filter(candidate -> candidate.comparison().title() >= settings.leastLikeness())
                .filter(candidate -> !candidate.work().id().equals(except))
                .limit(settings.candidates())
                .map(candidate -> new CandidateWork(
                        candidate.work(), rounded(candidate.comparison().title())))
                .toList();
    }

    private static CheckedReference checked(
            int number, GivenReference reference, FoundMatch match, Map<String, Long> contrasting) {
        Set<FindingKind> findings = EnumSet.of(match.kind());
        boolean found = match.work() != null && match.kind() != FindingKind.OTHER_WORK;
        long contrasts = found ? contrasting.getOrDefault(match.work().id(), 0L) : 0;
        if (found) {
            match.work().notices().forEach(notice -> findings.add(FindingKind.ofNotice(notice.kind())));
        }
        if (contrasts > 0) {
            findings.add(FindingKind.CONTRASTED);
        }
        if (Boolean.FALSE.equals(reference.cited())) {
            findings.add(FindingKind.NOT_CITED);
        }
        Comparison comparison = match.comparison();
        return new CheckedReference(
                number,
                reference.label(),
                reference.inOneLine(),
                List.copyOf(findings),
                match.by(),
                score(match),
                match.work(),
                comparison == null ? List.of() : comparison.compared(),
                found ? comparison.differences() : List.of(),
                match.candidates(),
                contrasts,
                contrasts == 0 ? null : sentences(match.work().id()),
                reference.cited());
    }

    /** Null where there were no two titles to compare. */
    private static Double score(FoundMatch match) {
        Comparison comparison = match.comparison();
        boolean compared = comparison != null
                && comparison.title() != null
                && (comparison.compared().contains("title") || match.kind() == FindingKind.OTHER_WORK);
        return compared ? Double.valueOf(rounded(comparison.title())) : null;
    }

    /** Where the statements stand that are counted. */
    private static String sentences(String work) {
        return "/api/v1/reports/" + URLEncoder.encode(work, StandardCharsets.UTF_8) + "?type=contrasting&exclude=self";
    }

    private static double rounded(double likeness) {
        return Math.round(likeness * 1000) / 1000.0;
    }

    private Map<String, ShownPublication> read(Set<String> ids) {
        return ids.isEmpty() ? Map.of() : snapshot.once(connection -> publications.readBriefByIds(connection, ids));
    }

    private Map<String, Long> contrasting(Collection<String> ids) {
        Map<String, Long> statements = new HashMap<>();
        if (!ids.isEmpty()) {
            snapshot.once(connection -> new Sql()
                    .add("SELECT p.id, count(*) FROM active.publication p")
                    .add(CONTRASTING_BY_OTHERS)
                    .add("WHERE p.id = ANY (?) GROUP BY p.id", (Object) ids.toArray(String[]::new))
                    .list(connection, row -> statements.put(row.getString(1), row.getLong(2))));
        }
        return statements;
    }
}
