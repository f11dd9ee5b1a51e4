package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.Funding;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.Journal;
import org.citestream.ingest.article.Placement;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.article.RelatedArticle;

/** What an article says about itself, while it is read. */
final class FrontDraft {
    String title;
    String articleType;
    String language;
    String licence;
    String fullTextUrl;
    String journalTitle;
    String journalAbbreviation;
    String publisher;
    String volume;
    String issue;
    String firstPage;
    String lastPage;
    PublicationType publicationType;
    private final Set<String> issns = new LinkedHashSet<>();
    final List<Author> authors = new ArrayList<>();
    private final Set<String> subjects = new LinkedHashSet<>();
    final Set<String> keywords = new LinkedHashSet<>();
    final List<Funding> funding = new ArrayList<>();
    final List<RelatedArticle> related = new ArrayList<>();
    final StringBuilder abstractText = new StringBuilder();
    private PublicationDate date = PublicationDate.UNKNOWN;
    private int dateRank = Integer.MAX_VALUE;
    private final IdDraft ids = new IdDraft();

    /** An id of the article; a publisher's own number is none. */
    void id(String kind, String value) {
        if (value != null) {
            ids.declare(kind, value);
        }
    }

    /** Adds a subtitle to the title, if there is one. */
    void subtitle(String more) {
        title = title == null || more == null ? title : title + ": " + more;
    }

    void issn(String issn) {
        if (issn != null) {
            issns.add(issn.toUpperCase(Locale.ROOT));
        }
    }

    void subject(String subject) {
        add(subjects, subject);
    }

    void keyword(String keyword) {
        add(keywords, keyword);
    }

    private static void add(Set<String> words, String word) {
        if (word != null && !word.isEmpty()) {
            words.add(word);
        }
    }

    /** Keeps the date of the lowest rank; of equal ones the first. */
    void date(int rank, PublicationDate found) {
        if (found.year() != null && rank < dateRank) {
            date = found;
            dateRank = rank;
        }
    }

    Front build() {
        Identifiers identifiers = ids.build();
        if (identifiers.best().isEmpty() && title == null) {
            throw new RefusalException(
                    UnreadableArticleException.Reason.NO_IDENTITY,
                    "the article has neither an id (DOI, PMID, PMCID, arXiv) nor a title");
        }
        Placement placement = new Placement(volume, issue, firstPage, lastPage);
        PublicationId id = PublicationIds.of(identifiers, title, authors, date.year(), journalTitle, placement);
        PublicationType type = publicationType != null ? publicationType : PublicationTypes.of(articleType);
        return new Front(
                id,
                identifiers,
                title,
                abstractText.isEmpty() ? null : abstractText.toString(),
                authors,
                new Journal(journalTitle, journalAbbreviation, List.copyOf(issns), publisher),
                date,
                placement,
                articleType,
                type,
                List.copyOf(subjects),
                List.copyOf(keywords),
                funding,
                licence,
                language == null ? null : language.toLowerCase(Locale.ROOT),
                fullTextUrl,
                Notices.in(id, type, date, related),
                related);
    }
}
