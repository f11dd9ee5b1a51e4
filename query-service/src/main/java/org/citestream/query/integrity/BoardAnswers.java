package org.citestream.query.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.tally.WilsonInterval;

/** What the board answers. */
public final class BoardAnswers {

    private BoardAnswers() {}

    /** A part of a list; {@code next} is the offset of the next part, absent for the last. */
    public record BoardList<T>(long total, List<T> entries, Integer next) {
        public BoardList {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The board's figures under its filters.
     *
     * @param articles articles read
     * @param citingWorks those whose reference list names a doubted work
     * @param doubtedWorks distinct works so named
     * @param secondOrder works whose reference list names one of the citing works
     * @param cut whether there are more than are counted
     * @param definitions what each figure means, by its name
     */
    public record BoardFigures(
            long articles,
            long citingWorks,
            long doubtedWorks,
            Counted counted,
            long secondOrder,
            boolean cut,
            Map<String, String> definitions) {}

    /**
     * An article that cites doubted works.
     *
     * @param listed distinct works in its reference list
     * @param share of the listed ones that are doubted
     */
    public record CitingArticle(ShownPublication publication, long listed, double share, Counted counted) {}

    /**
     * A work that cites articles that cite doubted works.
     *
     * @param references how many such articles its reference list names
     * @param statements sentences about these
     */
    public record RestingWork(ShownPublication publication, long references, long statements) {}

    /**
     * A journal or a publisher.
     *
     * @param articles its articles that were read
     * @param citing those that cite a doubted work
     * @param share with its interval; lists go by the lower end, so that few articles weigh less
     */
    public record SourceShare(String name, long articles, long citing, WilsonInterval share, Counted counted) {}

    /**
     * A notice and whom it touches.
     *
     * @param date as precise as known; absent if unknown
     * @param notice the publication that is the notice, if it has an id
     * @param sources who says so, or said so last
     * @param learned when it became known here
     * @param withdrawn when its last source took it back; absent while it stands
     * @param why it was taken back, if that was said
     * @param citing works that cite the noticed work
     */
    public record BoardNotice(
            ShownPublication publication,
            String kind,
            String date,
            String notice,
            List<String> sources,
            Instant learned,
            Instant withdrawn,
            String why,
            long citing,
            Counted counted) {
        public BoardNotice {
            sources = List.copyOf(sources);
        }
    }

    /** A sentence behind a figure, with the works on both sides. */
    public record BoardStatement(ShownStatement statement, ShownPublication citing, ShownPublication cited) {}
}
