package org.citestream.ingest.describe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.Funding;
import org.citestream.ingest.article.Institution;
import org.citestream.ingest.article.Licences;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.article.RelatedArticle;
import org.citestream.ingest.catalogue.registry.RegistryEntry;
import org.citestream.ingest.fact.IdsValue;
import org.citestream.ingest.fact.PublicationDescribed;
import org.citestream.ingest.fact.PublicationDescribed.AuthorValue;
import org.citestream.ingest.fact.PublicationDescribed.FundingValue;
import org.citestream.ingest.fact.PublicationDescribed.InstitutionValue;
import org.citestream.ingest.fact.PublicationDescribed.LinkValue;
import org.citestream.ingest.statement.CitedReference;

/** Descriptions of publications: the article itself, and cited works about which its references add something new. */
public final class Descriptions {
    private Descriptions() {}

    /** The article in full, as {@code fulltext}. */
    public static PublicationDescribed inFull(Front front) {
        return new PublicationDescribed(
                front.id().value(),
                "fulltext",
                IdsValue.of(front.identifiers()),
                Bounds.brief(front.title()),
                Bounds.cut(front.abstractText(), Bounds.ABSTRACT),
                authors(front.authors()),
                front.authors().isEmpty() ? null : front.authors().size() > Bounds.AUTHORS,
                Bounds.brief(front.journal().title()),
                Bounds.brief(front.journal().abbreviation()),
                list(front.journal().issns()),
                Bounds.brief(front.journal().publisher()),
                date(front.date()),
                Bounds.brief(front.placement().volume()),
                Bounds.brief(front.placement().issue()),
                Bounds.brief(front.placement().firstPage()),
                Bounds.brief(front.placement().lastPage()),
                Bounds.brief(front.articleType()),
                front.publicationType() == PublicationType.UNKNOWN
                        ? null
                        : front.publicationType().wireName(),
                list(front.subjects()),
                list(front.keywords()),
                funding(front.funding()),
                Bounds.brief(front.licence()),
                Licences.spdx(front.licence()).orElse(null),
                Bounds.brief(front.language()),
                Bounds.brief(front.fullTextUrl()),
                links(front),
                null);
    }

    /** A work as a registry describes it, as {@code registry}. */
    public static PublicationDescribed ofRegistry(PublicationId id, RegistryEntry entry) {
        return new PublicationDescribed(
                id.value(),
                "registry",
                IdsValue.of(entry.identifiers()),
                Bounds.brief(entry.title()),
                null,
                authors(entry.authors()),
                entry.authors().isEmpty() ? null : entry.authors().size() > Bounds.AUTHORS,
                Bounds.brief(entry.journal().title()),
                Bounds.brief(entry.journal().abbreviation()),
                list(entry.journal().issns()),
                Bounds.brief(entry.journal().publisher()),
                date(entry.date()),
                Bounds.brief(entry.placement().volume()),
                Bounds.brief(entry.placement().issue()),
                Bounds.brief(entry.placement().firstPage()),
                Bounds.brief(entry.placement().lastPage()),
                Bounds.brief(entry.type()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** One for each cited work about which the reference list adds something new, in the list's order. */
    public static List<PublicationDescribed> ofCitedWorks(ResolvedArticle reading) {
        var said = new LinkedHashMap<String, PublicationDescribed>();
        for (CitedReference entry : reading.extraction().references()) {
            PublicationId cited =
                    reading.knowledge().match(entry.reference().key()).cited();
            if (!reading.knowledge().ownWords().containsKey(cited.value())) {
                PublicationDescribed heard = hearsay(reading, cited, entry.reference());
                said.merge(cited.value(), heard, Descriptions::merge);
            }
        }
        var news = new ArrayList<PublicationDescribed>();
        said.forEach((id, heard) -> {
            PublicationDescribed known = reading.knowledge().hearsay().get(id);
            PublicationDescribed merged = known == null ? heard : merged(known, heard);
            if (!merged.equals(known)) {
                news.add(merged);
            }
        });
        return news;
    }

    private static PublicationDescribed hearsay(ResolvedArticle reading, PublicationId cited, Reference reference) {
        return new PublicationDescribed(
                cited.value(),
                "reference",
                merge(own(cited), IdsValue.of(reference.identifiers())),
                Bounds.brief(reference.title()),
                null,
                authors(reference.authors()),
                reference.authors().isEmpty()
                        ? null
                        : reference.authorsTruncated() || reference.authors().size() > Bounds.AUTHORS,
                Bounds.brief(reference.container()),
                null,
                null,
                null,
                reference.year() == null ? null : String.format(Locale.ROOT, "%04d", reference.year()),
                Bounds.brief(reference.placement().volume()),
                Bounds.brief(reference.placement().issue()),
                Bounds.brief(reference.placement().firstPage()),
                Bounds.brief(reference.placement().lastPage()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                reading.extraction().citing().value());
    }

    /** Who described a work first reads it again: what is said now comes before what was said then. */
    private static PublicationDescribed merged(PublicationDescribed known, PublicationDescribed heard) {
        return heard.describedBy().equals(known.describedBy()) ? merge(heard, known) : merge(known, heard);
    }

    /** The known description, completed from the other: a description never loses information. */
    private static PublicationDescribed merge(PublicationDescribed known, PublicationDescribed other) {
        boolean authorsOfOther = known.authors().isEmpty()
                || (Boolean.TRUE.equals(known.authorsTruncated()) && Boolean.FALSE.equals(other.authorsTruncated()));
        // Volume and pages belong together: never half from one list and half from another.
        boolean placeOfOther = known.volume() == null && known.firstPage() == null;
        PublicationDescribed place = placeOfOther ? other : known;
        PublicationDescribed people = authorsOfOther ? other : known;
        return new PublicationDescribed(
                known.id(),
                known.source(),
                merge(known.ids(), other.ids()),
                first(known.title(), other.title()),
                null,
                people.authors(),
                people.authorsTruncated(),
                first(known.journal(), other.journal()),
                null,
                null,
                null,
                first(known.published(), other.published()),
                place.volume(),
                place.issue(),
                place.firstPage(),
                place.lastPage(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                known.describedBy());
    }

    private static IdsValue merge(IdsValue known, IdsValue other) {
        return new IdsValue(
                first(known.doi(), other.doi()),
                first(known.pmid(), other.pmid()),
                first(known.pmcid(), other.pmcid()),
                first(known.arxiv(), other.arxiv()));
    }

    private static IdsValue own(PublicationId id) {
        return switch (id.kind()) {
            case DOI -> new IdsValue(id.local(), null, null, null);
            case PMID -> new IdsValue(null, id.local(), null, null);
            case PMCID -> new IdsValue(null, null, id.local(), null);
            case ARXIV -> new IdsValue(null, null, null, id.local());
            case REF -> IdsValue.NONE;
        };
    }

    private static String first(String known, String other) {
        return known == null ? other : known;
    }

    private static List<AuthorValue> authors(List<Author> authors) {
        Set<String> named = new HashSet<>();
        return authors.stream()
                .limit(Bounds.AUTHORS)
                .map(author -> author(author, named))
                .toList();
    }

    private static AuthorValue author(Author author, Set<String> named) {
        String affiliation = author.affiliations().isEmpty() ? null : String.join("; ", author.affiliations());
        return author.group()
                ? new AuthorValue(null, null, null, null, null, Bounds.brief(author.family()))
                : new AuthorValue(
                        Bounds.cut(author.family(), Bounds.NAME),
                        Bounds.cut(Initials.apart(author.given(), author.family()), Bounds.NAME),
                        author.orcid(),
                        Bounds.cut(affiliation, Bounds.AFFILIATION),
                        institutions(author.institutions(), named),
                        null);
    }

    /** The name of each is given once per publication, and of a limited number: a thousand authors may share one. */
    private static List<InstitutionValue> institutions(List<Institution> institutions, Set<String> named) {
        return institutions.stream()
                .limit(Bounds.INSTITUTIONS)
                .map(one -> new InstitutionValue(
                        one.ror(),
                        named.size() < Bounds.LIST && named.add(one.ror())
                                ? Bounds.cut(one.name(), Bounds.NAME)
                                : null))
                .toList();
    }

    private static List<FundingValue> funding(List<Funding> funding) {
        return funding.stream()
                .flatMap(one -> one.awards().isEmpty()
                        ? Stream.of(funding(one, null))
                        : one.awards().stream().map(award -> funding(one, award)))
                .limit(Bounds.LIST)
                .toList();
    }

    private static FundingValue funding(Funding one, String award) {
        return new FundingValue(Bounds.brief(one.funder()), Bounds.brief(one.funderId()), Bounds.brief(award));
    }

    private static List<LinkValue> links(Front front) {
        String kind = front.publicationType() == PublicationType.PREPRINT ? "preprint-of" : "has-preprint";
        return front.preprintLinks().stream()
                .map(RelatedArticle::id)
                .map(id -> new LinkValue(kind, id.value()))
                .limit(Bounds.LIST)
                .toList();
    }

    private static List<String> list(List<String> texts) {
        return texts.stream().limit(Bounds.LIST).map(Bounds::brief).toList();
    }

    /** As precise as known: year, month or day; null when not even the year is known. */
    static String date(PublicationDate date) {
        if (date.year() == null) {
            return null;
        }
        String year = String.format(Locale.ROOT, "%04d", date.year());
        String month = date.month() == null ? "" : String.format(Locale.ROOT, "-%02d", date.month());
        return year + month + (date.day() == null ? "" : String.format(Locale.ROOT, "-%02d", date.day()));
    }
}
