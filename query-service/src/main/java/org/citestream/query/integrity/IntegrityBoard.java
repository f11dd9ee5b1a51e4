package org.citestream.query.integrity;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.integrity.BoardAnswers.BoardFigures;
import org.citestream.query.integrity.BoardAnswers.BoardList;
import org.citestream.query.integrity.BoardAnswers.BoardNotice;
import org.citestream.query.integrity.BoardAnswers.BoardStatement;
import org.citestream.query.integrity.BoardAnswers.CitingArticle;
import org.citestream.query.integrity.BoardAnswers.RestingWork;
import org.citestream.query.integrity.BoardAnswers.SourceShare;
import org.citestream.query.integrity.BoardFacts.CitingWork;
import org.citestream.query.integrity.BoardFacts.DoubtedPair;
import org.citestream.query.integrity.BoardFacts.NoticeFact;
import org.citestream.query.integrity.BoardFacts.Resting;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.CachedValue;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ReportSettings;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.report.StatementReader;
import org.citestream.query.tally.WilsonInterval;

/**
 * Answers who builds on doubted works, from facts that are counted at most once per {@link IntegritySettings#keep}. Each count of
 * sentences is the length of the list of {@link #statements} under the same filters. Thread-safe.
 */
@Singleton
public final class IntegrityBoard {

    private final Snapshot snapshot;
    private final PublicationReader publications;
    private final StatementReader statements;
    private final ReportSettings reports;
    private final CachedValue<BoardFacts> facts;

    IntegrityBoard(
            BoardFactReader reader,
            IntegritySettings settings,
            Snapshot snapshot,
            PublicationReader publications,
            StatementReader statements,
            ReportSettings reports) {
        this.snapshot = snapshot;
        this.publications = publications;
        this.statements = statements;
        this.reports = reports;
        this.facts = new CachedValue<>(settings.keep(), reader::read);
    }

    public BoardFigures figures(BoardFilter filter) {
        BoardFacts all = facts.get();
        List<DoubtedPair> pairs = pairs(all, filter);
        return new BoardFigures(
                all.articles().stream()
                        .filter(count -> filter.takes(count.year(), count.journal(), count.publisher()))
                        .mapToLong(BoardFacts.SourceArticles::articles)
                        .sum(),
                pairs.stream().mapToLong(DoubtedPair::citing).distinct().count(),
                pairs.stream().mapToLong(DoubtedPair::cited).distinct().count(),
                sum(pairs),
                resting(all, filter).size(),
                all.cut(),
                BoardDefinitions.ALL);
    }

    /** Articles that cite doubted works: the most such references first, then the greatest share of the list. */
    public BoardList<CitingArticle> articles(BoardFilter filter, int limit, int offset) {
        BoardFacts all = facts.get();
        Map<Long, Counted> counted = counted(pairs(all, filter), DoubtedPair::citing);
        Comparator<Map.Entry<Long, Counted>> order = Comparator.comparingLong(
                        (Map.Entry<Long, Counted> one) -> -one.getValue().references())
                .thenComparingDouble(one -> -share(all, one))
                .thenComparing(one -> all.works().get(one.getKey()).id());
        return list(
                counted.entrySet().stream().sorted(order).toList(),
                limit,
                offset,
                Map.Entry::getKey,
                (one, work) -> new CitingArticle(
                        work, all.works().get(one.getKey()).references(), share(all, one), one.getValue()));
    }

    private static double share(BoardFacts all, Map.Entry<Long, Counted> one) {
        long listed = all.works().get(one.getKey()).references();
        return listed == 0 ? 0 : (double) one.getValue().references() / listed;
    }

    /** Works that cite articles that cite doubted works: the most such references first. */
    public BoardList<RestingWork> secondOrder(BoardFilter filter, int limit, int offset) {
        return list(
                resting(facts.get(), filter),
                limit,
                offset,
                Resting::work,
                (one, work) -> new RestingWork(work, one.references(), one.statements()));
    }

    public BoardList<SourceShare> journals(BoardFilter filter, int limit, int offset) {
        return sources(filter, CitingWork::journal, BoardFacts.SourceArticles::journal, limit, offset);
    }

    public BoardList<SourceShare> publishers(BoardFilter filter, int limit, int offset) {
        return sources(filter, CitingWork::publisher, BoardFacts.SourceArticles::publisher, limit, offset);
    }

    /** Notices on works that are cited here, the newest first. One that was taken back touches nobody any more. */
    public BoardList<BoardNotice> notices(BoardFilter filter, int limit, int offset) {
        BoardFacts all = facts.get();
        Map<Long, Counted> counted = counted(pairs(all, filter), DoubtedPair::cited);
        List<NoticeFact> shown = all.notices().stream()
                .filter(notice -> filter.takesKind(notice.kind()))
                .filter(notice ->
                        !filter.narrowsCiting() || (notice.withdrawn() == null && counted.containsKey(notice.work())))
                .toList();
        return notices(shown, counted, limit, offset);
    }

    /** All notices on works that are cited here in the order in which they, or their end, became known. */
    public List<BoardNotice> newest(int limit) {
        BoardFacts all = facts.get();
        List<NoticeFact> newest = all.notices().stream()
                .sorted(Comparator.comparing((NoticeFact notice) ->
                                notice.withdrawn() == null ? notice.learned() : notice.withdrawn())
                        .reversed()
                        .thenComparing(NoticeFact::workId))
                .toList();
        return notices(newest, counted(all.pairs(), DoubtedPair::cited), limit, 0)
                .entries();
    }

    private BoardList<BoardNotice> notices(List<NoticeFact> shown, Map<Long, Counted> counted, int limit, int offset) {
        return list(
                shown,
                limit,
                offset,
                NoticeFact::work,
                (one, work) -> new BoardNotice(
                        work,
                        one.kind(),
                        one.date(),
                        one.notice(),
                        one.sources(),
                        one.learned(),
                        one.withdrawn(),
                        one.why(),
                        one.citing(),
                        one.withdrawn() == null ? counted.getOrDefault(one.work(), Counted.NONE) : Counted.NONE));
    }

    /** The sentences behind the figures, by the newest citing works. */
    public BoardList<BoardStatement> statements(BoardFilter filter, int limit, int offset) {
        BoardFacts all = facts.get();
        return filter.second() ? ofSecondOrder(all, filter, limit, offset) : ofPairs(all, filter, limit, offset);
    }

    private record Placed(CitingWork citing, BoardFacts.Sentence sentence) {}

    private BoardList<BoardStatement> ofPairs(BoardFacts all, BoardFilter filter, int limit, int offset) {
        Comparator<Placed> order = Comparator.comparing(
                        (Placed one) -> one.citing().year(), Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(one -> one.citing().id())
                .thenComparing(one -> one.sentence().ordinal())
                .thenComparing(one -> one.sentence().id());
        List<UUID> ids = pairs(all, filter).stream()
                .filter(pair -> filter.cited() == null || filter.cited().equals(citedId(all, pair.cited())))
                .flatMap(pair -> pair.sentences().stream()
                        .filter(filter::takes)
                        .map(sentence -> new Placed(all.works().get(pair.citing()), sentence)))
                .sorted(order)
                .map(one -> one.sentence().id())
                .toList();
        return snapshot.read(connection -> shown(connection, ids.size(), part(ids, limit, offset), limit, offset));
    }

    private static String citedId(BoardFacts all, long key) {
        return all.notices().stream()
                .filter(notice -> notice.work() == key)
                .findFirst()
                .map(NoticeFact::workId)
                .orElse("");
    }

    private BoardList<BoardStatement> ofSecondOrder(BoardFacts all, BoardFilter filter, int limit, int offset) {
        Long work = all.works().entrySet().stream()
                .filter(one -> one.getValue().id().equals(filter.citing()))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(null);
        if (work == null) {
            return new BoardList<>(0, List.of(), null);
        }
        Set<Long> via = via(all);
        via.remove(work);
        return snapshot.read(connection -> {
            List<UUID> ids = Sql.of("""
                            SELECT s.id FROM active.statement s
                            WHERE s.cited = ANY (:via) AND s.citing IN (
                                SELECT key FROM active.publication WHERE key = :work
                                UNION ALL SELECT key FROM active.publication WHERE root = :work AND root <> key)
                            ORDER BY s.ordinal, s.id""")
                    .with("via", via)
                    .with("work", work)
                    .list(connection, row -> row.getObject(1, UUID.class));
            return shown(connection, ids.size(), part(ids, limit, offset), limit, offset);
        });
    }

    /** The articles through which others rest on doubted works: what is doubted itself is first order. */
    private static Set<Long> via(BoardFacts all) {
        Set<Long> via = new HashSet<>();
        all.pairs().forEach(pair -> via.add(pair.citing()));
        all.pairs().forEach(pair -> via.remove(pair.cited()));
        return via;
    }

    private BoardList<BoardStatement> shown(Connection connection, long total, List<UUID> ids, int limit, int offset)
            throws SQLException {
        Map<UUID, ShownStatement> whole = statements.read(connection, ids, ReportQuery.parse(Map.of(), reports));
        Map<String, ShownPublication> works =
                publications.readBriefByIds(connection, ShownStatement.works(whole.values()));
        return new BoardList<>(
                total,
                ids.stream()
                        .filter(whole::containsKey)
                        .map(whole::get)
                        .map(statement -> new BoardStatement(
                                statement, works.get(statement.citing()), works.get(statement.cited())))
                        .toList(),
                next(total, limit, offset));
    }

    private BoardList<SourceShare> sources(
            BoardFilter filter,
            Function<CitingWork, String> ofWork,
            Function<BoardFacts.SourceArticles, String> ofArticle,
            int limit,
            int offset) {
        BoardFacts all = facts.get();
        Map<String, Long> articles = new HashMap<>();
        all.articles().stream()
                .filter(count -> filter.takes(count.year(), count.journal(), count.publisher()))
                .forEach(count ->
                        articles.merge(BoardFilter.named(ofArticle.apply(count)), count.articles(), Long::sum));
        Map<String, List<DoubtedPair>> pairs = pairs(all, filter).stream()
                .collect(Collectors.groupingBy(
                        pair -> BoardFilter.named(ofWork.apply(all.works().get(pair.citing())))));
        List<SourceShare> shares = new ArrayList<>();
        pairs.forEach((name, its) -> {
            long citing = its.stream().mapToLong(DoubtedPair::citing).distinct().count();
            long read = Math.max(citing, articles.getOrDefault(name, 0L));
            shares.add(new SourceShare(name, read, citing, WilsonInterval.of(citing, read), sum(its)));
        });
        shares.sort(Comparator.comparingDouble((SourceShare one) -> -one.share().low())
                .thenComparingLong(one -> -one.citing())
                .thenComparing(SourceShare::name));
        return new BoardList<>(shares.size(), part(shares, limit, offset), next(shares.size(), limit, offset));
    }

    private static List<DoubtedPair> pairs(BoardFacts all, BoardFilter filter) {
        return all.pairs().stream()
                .filter(pair -> filter.takes(pair) && filter.takes(all.works().get(pair.citing())))
                .toList();
    }

    private static List<Resting> resting(BoardFacts all, BoardFilter filter) {
        return all.resting().stream()
                .filter(one -> filter.takes(all.works().get(one.work())))
                .toList();
    }

    private static Counted sum(Collection<DoubtedPair> pairs) {
        return pairs.stream().map(Counted::of).reduce(Counted.NONE, Counted::plus);
    }

    private static Map<Long, Counted> counted(List<DoubtedPair> pairs, Function<DoubtedPair, Long> by) {
        Map<Long, Counted> counted = new LinkedHashMap<>();
        pairs.forEach(pair -> counted.merge(by.apply(pair), Counted.of(pair), Counted::plus));
        return counted;
    }

    private interface Shown<T, R> {
        R of(T fact, ShownPublication work);
    }

    private <T, R> BoardList<R> list(List<T> all, int limit, int offset, Function<T, Long> key, Shown<T, R> shown) {
        List<T> part = part(all, limit, offset);
        Map<Long, ShownPublication> works = part.isEmpty()
                ? Map.of()
                : snapshot.read(connection ->
                        publications.read(connection, part.stream().map(key).toList()));
        return new BoardList<>(
                all.size(),
                part.stream()
                        .filter(one -> works.containsKey(key.apply(one)))
                        .map(one -> shown.of(one, works.get(key.apply(one)).brief()))
                        .toList(),
                next(all.size(), limit, offset));
    }

    private static <T> List<T> part(List<T> all, int limit, int offset) {
        return all.subList(Math.min(offset, all.size()), (int) Math.min((long) offset + limit, all.size()));
    }

    private static Integer next(long total, int limit, int offset) {
        return (long) offset + limit < total ? offset + limit : null;
    }
}
