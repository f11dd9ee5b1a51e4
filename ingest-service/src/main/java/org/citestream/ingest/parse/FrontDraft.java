package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Doi;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.Funding;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.Journal;
import org.citestream.ingest.article.Placement;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.article.RegisteredIds;
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
    final Set<String> issns = new LinkedHashSet<>();
    final List<Author> authors = new ArrayList<>();
    final Set<String> subjects = new LinkedHashSet<>();
    final Set<String> keywords = new LinkedHashSet<>();
    final List<Funding> funding = new ArrayList<>();
    final List<RelatedArticle> related = new ArrayList<>();
    final StringBuilder abstractText = new StringBuilder();
    private PublicationDate date = PublicationDate.UNKNOWN;
    private int dateRank = Integer.MAX_VALUE;
    private String doi;
    private String pmid;
    private String pmcid;
    private String arxiv;

    void id(String kind, String value) {
        if (value == null) {
            return;
        }
        switch (kind.toLowerCase(Locale.ROOT)) {
            case "doi" -> doi = first(doi, Doi.clean(value));
            case "pmid" -> pmid = first(pmid, RegisteredIds.pmid(value));
            case "pmc", "pmcid" -> pmcid = first(pmcid, RegisteredIds.pmcid(value));
            case "arxiv" -> arxiv = first(arxiv, RegisteredIds.arxiv(value));
            default -> {
                // A publisher's own number.
            }
        }
    }

    private static String first(String known, Optional<String> found) {
        return known != null ? known : found.orElse(null);
    }

    /** Keeps the date of the lowest rank; of equal ones the first. */
    void date(int rank, PublicationDate found) {
        if (found.year() != null && rank < dateRank) {
            date = found;
            dateRank = rank;
        }
    }

    Front build() {
        Identifiers identifiers = new Identifiers(doi, pmid, pmcid, arxiv);
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
