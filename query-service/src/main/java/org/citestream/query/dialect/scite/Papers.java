package org.citestream.query.dialect.scite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.Slug;

/** Our publications in scite's vocabulary. */
final class Papers {

    private Papers() {}

    /** The publication under {@code doi}, which may be an alias of its main DOI. */
    static Paper paper(String doi, ShownPublication publication) {
        String title = Optional.ofNullable(publication.title()).orElse("Untitled");
        String journal = publication.journal();
        return new Paper(
                Slug.number(publication.id()),
                doi,
                Slug.of(title, publication.id()),
                type(publication.publicationType()),
                title,
                publication.summary(),
                authors(publication.authors()),
                publication.keywords(),
                publication.year(),
                Optional.ofNullable(publication.journalAbbreviation()).orElse(journal),
                publication.publisher(),
                publication.issue(),
                publication.volume(),
                pages(publication.firstPage(), publication.lastPage()),
                publication.ids().get("pmid"),
                publication.notices().stream().anyMatch(notice -> notice.kind().equals("retraction")),
                publication.issns(),
                publication.notices().stream()
                        .map(notice -> notice(doi, notice))
                        .toList(),
                journal == null ? null : journalSlug(journal),
                journal,
                links(publication, "has-preprint").map(Paper.PreprintLink::new).toList(),
                links(publication, "preprint-of")
                        .map(Paper.PublicationLink::new)
                        .toList(),
                normalizedTypes(publication.publicationType()));
    }

    /** A journal's name in URLs, from which the name can be recovered. */
    static String journalSlug(String name) {
        return Slug.of(name, name);
    }

    private static List<Paper.PaperAuthor> authors(List<ShownAuthor> authors) {
        List<Paper.PaperAuthor> shown = new ArrayList<>();
        for (ShownAuthor author : authors) {
            String identity = author.orcid() == null ? author.name() : author.orcid();
            shown.add(new Paper.PaperAuthor(
                    author.collective() == null ? author.family() : author.collective(),
                    author.given(),
                    author.orcid(),
                    author.affiliation(),
                    Slug.of(author.name(), identity),
                    author.name(),
                    shown.size() + 1));
        }
        return shown;
    }

    private static Paper.PaperNotice notice(String doi, ShownNotice notice) {
        String by = notice.notice();
        String noticeDoi = by != null && by.startsWith("doi:") ? by.substring("doi:".length()) : null;
        return new Paper.PaperNotice(status(notice.kind()), notice.date(), noticeDoi, doi, notice.urls());
    }

    /** Clients compare these words exactly. */
    private static String status(String kind) {
        return switch (kind) {
            case "retraction" -> "Retracted";
            case "withdrawal" -> "Withdrawn";
            case "expression-of-concern" -> "Has expression of concern";
            case "erratum" -> "Has erratum";
            default -> "Has correction";
        };
    }

    private static Stream<String> links(ShownPublication publication, String kind) {
        return publication.links().stream()
                .filter(link -> kind.equals(link.kind())
                        && link.id() != null
                        && link.id().startsWith("doi:"))
                .map(link -> link.id().substring("doi:".length()));
    }

    private static String pages(String first, String last) {
        return first == null || last == null || first.equals(last) ? first : first + "-" + last;
    }

    /** Crossref's word for the kind, which scite passes on. */
    private static String type(String kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "preprint" -> "posted-content";
            case "book-chapter" -> "book-chapter";
            default -> "journal-article";
        };
    }

    /** Our word for a type given in scite's vocabulary. */
    static String kind(String word) {
        String kind = word.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        return kind.equals("article") || kind.equals("journal-article") ? "research-article" : kind;
    }

    private static List<String> normalizedTypes(String kind) {
        if (kind == null) {
            return List.of();
        }
        return List.of(kind.equals("research-article") ? "article" : kind.replace('-', ' '));
    }
}
