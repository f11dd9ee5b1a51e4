package org.citestream.query.project.write;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.citestream.query.project.event.PublicationDescribed;
import org.citestream.query.project.event.PublicationDescribed.Author;
import org.citestream.query.project.event.PublicationDescribed.Ids;

/**
 * Merges several descriptions of a work into one, field by field: full text over registry over reference, and within a
 * source the better id first. Depends on the descriptions only, not on their order. Pure.
 */
final class DescriptionMerge {

    private static final List<String> KINDS = List.of("doi", "pmid", "pmcid", "arxiv", "ref");

    private final List<PublicationDescribed> best;

    DescriptionMerge(List<PublicationDescribed> descriptions) {
        this.best = descriptions.stream()
                .sorted(Comparator.comparing(PublicationDescribed::source)
                        .thenComparing(description -> KINDS.indexOf(kind(description.id())))
                        .thenComparing(PublicationDescribed::id))
                .toList();
    }

    /** The merged row of the work whose members have these ids. */
    PublicationRow row(long key, Set<String> memberIds) {
        // A list cut by "et al." is used only if no complete one is known.
        List<Author> whole = first(
                description -> Boolean.TRUE.equals(description.authorsTruncated()) ? null : description.authors(),
                authors -> !authors.isEmpty());
        List<Author> authors =
                whole != null ? whole : first(PublicationDescribed::authors, candidates -> !candidates.isEmpty());
        List<Author> known = authors == null ? List.of() : authors;
        String published = text(PublicationDescribed::published);
        return new PublicationRow(
                key,
                best.isEmpty() ? 0 : best.get(0).source().code(),
                id("doi", memberIds, Ids::doi),
                id("pmid", memberIds, Ids::pmid),
                id("pmcid", memberIds, Ids::pmcid),
                id("arxiv", memberIds, Ids::arxiv),
                text(PublicationDescribed::title),
                text(PublicationDescribed::abstractText),
                authors,
                authors != null && whole == null,
                known.stream()
                        .filter(author -> name(author) != null)
                        .flatMap(author -> Stream.concat(Stream.of(name(author)), Stream.ofNullable(author.orcid())))
                        .toList(),
                text(PublicationDescribed::journal),
                text(PublicationDescribed::journalAbbreviation),
                texts(PublicationDescribed::issns),
                text(PublicationDescribed::publisher),
                published,
                published == null ? null : Integer.valueOf(published.substring(0, 4)),
                text(PublicationDescribed::volume),
                text(PublicationDescribed::issue),
                text(PublicationDescribed::firstPage),
                // Pages of two sources make no range.
                beside(PublicationDescribed::firstPage, PublicationDescribed::lastPage),
                text(PublicationDescribed::articleType),
                text(PublicationDescribed::publicationType),
                texts(PublicationDescribed::subjects),
                texts(PublicationDescribed::keywords),
                first(PublicationDescribed::funding, funding -> !funding.isEmpty()),
                text(PublicationDescribed::licence),
                beside(PublicationDescribed::licence, PublicationDescribed::licenceId),
                text(PublicationDescribed::language),
                text(PublicationDescribed::fullTextUrl),
                first(PublicationDescribed::links, links -> !links.isEmpty()));
    }

    /** What the source says of which {@code leading} was taken. */
    private String beside(
            Function<PublicationDescribed, String> leading, Function<PublicationDescribed, String> field) {
        return best.stream()
                .filter(description -> leading.apply(description) != null
                        && !leading.apply(description).isBlank())
                .findFirst()
                .map(field)
                .orElse(null);
    }

    private <T> T first(Function<PublicationDescribed, T> field, Predicate<T> says) {
        return best.stream()
                .map(field)
                .filter(value -> value != null && says.test(value))
                .findFirst()
                .orElse(null);
    }

    private String text(Function<PublicationDescribed, String> field) {
        return first(field, value -> !value.isBlank());
    }

    private List<String> texts(Function<PublicationDescribed, List<String>> field) {
        List<String> values = first(field, candidates -> !candidates.isEmpty());
        return values == null ? List.of() : values;
    }

    private String id(String kind, Set<String> memberIds, Function<Ids, String> field) {
        // The id it is known by beats an id that a description gives.
        return memberIds.stream()
                .filter(id -> kind(id).equals(kind))
                .sorted()
                .findFirst()
                .map(id -> id.substring(kind.length() + 1))
                .orElseGet(() -> text(description -> field.apply(description.ids())));
    }

    private static String kind(String id) {
        return id.substring(0, id.indexOf(':'));
    }

    private static String name(Author author) {
        if (author.collective() != null) {
            return author.collective();
        }
        if (author.family() == null) {
            return author.given();
        }
        return author.given() == null ? author.family() : author.given() + " " + author.family();
    }
}
