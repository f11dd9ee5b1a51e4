package org.citestream.query.dialect.openalex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/** Our publications in OpenAlex' words. Stateless. */
final class WorkShape {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What the tables say of a work beside its description. */
    record WorkFigures(
            long citations, List<YearCount> citationsByYear, List<String> references, List<String> related) {}

    /** Works of one year that cite a work. */
    record YearCount(int year, long citations) {}

    /** All fields of a work, in their order; any may be selected. */
    static final List<String> FIELDS = List.of(
            "id",
            "doi",
            "title",
            "display_name",
            "relevance_score",
            "publication_year",
            "publication_date",
            "ids",
            "language",
            "primary_location",
            "type",
            "open_access",
            "authorships",
            "cited_by_count",
            "biblio",
            "is_retracted",
            "is_paratext",
            "keywords",
            "locations_count",
            "locations",
            "best_oa_location",
            "referenced_works_count",
            "referenced_works",
            "related_works",
            "abstract_inverted_index",
            "cited_by_api_url",
            "counts_by_year");

    private static final String RELEVANCE = "relevance_score";

    private WorkShape() {}

    /**
     * The fields asked for; none for all.
     *
     * @param host address of this host without a slash at its end
     */
    static ObjectNode of(ShownPublication work, WorkFigures links, Set<String> select, String host) {
        ObjectNode shape = JSON.objectNode();
        for (String field : FIELDS) {
            if (select.isEmpty() ? !field.equals(RELEVANCE) : select.contains(field)) {
                shape.set(field, value(field, work, links, host));
            }
        }
        return shape;
    }

    private static JsonNode value(String field, ShownPublication work, WorkFigures links, String host) {
        return switch (field) {
            case "id" -> text(address(work.id(), host));
            case "doi" -> text(work.doi() == null ? null : "https://doi.org/" + work.doi());
            case "title", "display_name" -> text(work.titleOrListed());
            case "publication_year" -> work.year() == null ? JSON.nullNode() : JSON.numberNode(work.year());
            case "publication_date" -> text(day(work.published()));
            case "ids" -> ids(work, host);
            case "language" -> text(work.language());
            case "primary_location" -> location(work);
            case "type" -> text(OpenAlexType.of(work.publicationType()));
            case "open_access" -> access(work);
            case "authorships" -> authorships(work);
            case "cited_by_count" -> JSON.numberNode(links.citations());
            case "biblio" ->
                JSON.objectNode()
                        .put("volume", work.volume())
                        .put("issue", work.issue())
                        .put("first_page", work.firstPage())
                        .put("last_page", work.lastPage());
            case "is_retracted" -> JSON.booleanNode(work.retracted());
            case "is_paratext" -> JSON.booleanNode(false);
            case "keywords" -> keywords(work);
            case "locations_count" -> JSON.numberNode(1);
            case "locations" -> JSON.arrayNode().add(location(work));
            case "best_oa_location" -> work.openlyLicensed() ? location(work) : JSON.nullNode();
            case "referenced_works_count" -> JSON.numberNode(links.references().size());
            case "referenced_works" -> addresses(links.references(), host);
            case "related_works" -> addresses(links.related(), host);
            case "abstract_inverted_index" -> inverted(work.summary());
            case "cited_by_api_url" -> text(host + "/works?filter=cites:" + WorkNumber.of(work.id()));
            case "counts_by_year" -> years(links.citationsByYear());
            default -> JSON.nullNode();
        };
    }

    /** Where a work is in this dialect. */
    static String address(String curie, String host) {
        return host + "/works/" + WorkNumber.of(curie);
    }

    private static ArrayNode addresses(List<String> curies, String host) {
        ArrayNode all = JSON.arrayNode();
        curies.forEach(curie -> all.add(address(curie, host)));
        return all;
    }

    private static ObjectNode ids(ShownPublication work, String host) {
        ObjectNode ids = JSON.objectNode().put("openalex", address(work.id(), host));
        work.ids().forEach((kind, id) -> {
            switch (kind) {
                case "doi" -> ids.put("doi", "https://doi.org/" + id);
                case "pmid" -> ids.put("pmid", "https://pubmed.ncbi.nlm.nih.gov/" + id);
                case "pmcid" ->
                    ids.put("pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/" + id.replaceFirst("^PMC", ""));
                default -> ids.put(kind, id);
            }
        });
        return ids;
    }

    private static ObjectNode location(ShownPublication work) {
        ObjectNode location = JSON.objectNode()
                .put("is_oa", work.openlyLicensed())
                .put("landing_page_url", work.doi() == null ? work.fullTextUrl() : "https://doi.org/" + work.doi())
                .putNull("pdf_url");
        if (work.journal() == null) {
            location.putNull("source");
        } else {
            ObjectNode source = location.putObject("source").putNull("id").put("display_name", work.journal());
            ArrayNode issns = source.put(
                            "issn_l",
                            work.issns().isEmpty() ? null : work.issns().get(0))
                    .putArray("issn");
            work.issns().forEach(issns::add);
            source.put("host_organization_name", work.publisher()).put("type", "journal");
        }
        return location.put("license", licence(work)).putNull("version");
    }

    private static ObjectNode access(ShownPublication work) {
        boolean open = work.openlyLicensed();
        return JSON.objectNode()
                .put("is_oa", open)
                .putNull("oa_status")
                .put("oa_url", open ? work.fullTextUrl() : null)
                .put("any_repository_has_fulltext", false);
    }

    private static ArrayNode authorships(ShownPublication work) {
        ArrayNode authorships = JSON.arrayNode();
        List<ShownAuthor> authors = work.authors();
        for (int i = 0; i < authors.size(); i++) {
            ShownAuthor author = authors.get(i);
            ObjectNode one = authorships
                    .addObject()
                    .put("author_position", i == 0 ? "first" : i == authors.size() - 1 ? "last" : "middle");
            one.putObject("author")
                    .putNull("id")
                    .put("display_name", author.name())
                    .put("orcid", author.orcid() == null ? null : "https://orcid.org/" + author.orcid());
            one.putArray("institutions");
            one.putArray("countries");
            one.putNull("is_corresponding").put("raw_author_name", author.name());
            ArrayNode places = one.putArray("raw_affiliation_strings");
            if (author.affiliation() != null) {
                places.add(author.affiliation());
            }
        }
        return authorships;
    }

    private static ArrayNode keywords(ShownPublication work) {
        ArrayNode keywords = JSON.arrayNode();
        work.keywords().forEach(word -> keywords.addObject().putNull("id").put("display_name", word));
        return keywords;
    }

    /** The places of each word of an abstract: the form in which OpenAlex gives it. */
    private static JsonNode inverted(String text) {
        if (text == null || text.isBlank()) {
            return JSON.nullNode();
        }
        Map<String, ArrayNode> places = new LinkedHashMap<>();
        int place = 0;
        for (String word : text.strip().split("\\s+", -1)) {
            places.computeIfAbsent(word, first -> JSON.arrayNode()).add(place++);
        }
        ObjectNode words = JSON.objectNode();
        words.setAll(places);
        return words;
    }

    private static ArrayNode years(List<YearCount> counts) {
        ArrayNode years = JSON.arrayNode();
        counts.forEach(count -> years.addObject().put("year", count.year()).put("cited_by_count", count.citations()));
        return years;
    }

    /** {@code cc-by}, of {@code https://creativecommons.org/licenses/by/4.0/}. */
    private static String licence(ShownPublication work) {
        if (!work.openlyLicensed()) {
            return null;
        }
        return work.licence().contains("/publicdomain/")
                ? "public-domain"
                : "cc-" + work.licence().replaceFirst("^.*/licenses/([a-z-]+).*$", "$1");
    }

    /** A date that is known to the year alone is its first day, as there. */
    private static String day(String published) {
        if (published == null) {
            return null;
        }
        return published + "-01-01".substring(Math.min(6, published.length() - 4));
    }

    private static JsonNode text(String text) {
        return text == null ? JSON.nullNode() : JSON.textNode(text);
    }
}
