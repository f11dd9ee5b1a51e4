package org.citestream.query.vocabulary;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A property by which statements are filtered and counted. The only place that defines a facet's name in URLs, its
 * values and its heading on pages. Reports, exports, the stream, alerts, search, the pages and the OpenAPI description
 * derive from it; each engine has one exhaustive switch over it.
 */
public enum Facet {
    SECTION("section", "Paper section", Codes.SECTION),
    /** An alias for clients of scite's dialect. */
    TYPE("type", "Citation type", Codes.TYPE, Map.of("contradicting", "contrasting")),
    INTENT("intent", "Citation intent", Codes.INTENT),
    YEAR("year", "Year"),
    PUBLICATION_TYPE("publicationType", "Publication type"),
    RELATIONSHIP("relationship", "Relationship", Codes.RELATIONSHIP),
    AUTHOR("author", "Author"),
    JOURNAL("journal", "Journal"),
    POSITION("position", "Location", Codes.POSITION),
    NOTICE(
            "notice",
            "Editorial notices on the citing work",
            List.of("retraction", "withdrawal", "expression-of-concern", "erratum", "correction", Facet.NONE)),
    LICENCE("licence", "Licence");

    /** The value of a single-valued facet if it is unknown. */
    public static final String UNKNOWN = "unknown";

    /** The value of a multi-valued facet without values. */
    public static final String NONE = "none";

    /** The facets of reports, of their exports and feeds, of the stream and of alerts, in the order of pages. */
    public static final Set<Facet> OF_REPORTS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Facet.LICENCE)));

    /** The facets of a search, in the order of pages: each has one value per statement. */
    public static final Set<Facet> OF_SEARCH =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Facet.AUTHOR, Facet.NOTICE)));

    /** The facets of a statement itself, stored as codes; the others belong to the citing publication. */
    public static final Set<Facet> OF_STATEMENTS = Collections.unmodifiableSet(Stream.of(values())
            .filter(facet -> facet.codes != null)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Facet.class))));

    private final String parameter;
    private final String column;
    private final String legend;

    /** Null if values are not codes. */
    private final Codes codes;

    @SuppressWarnings("ImmutableEnumChecker") // created by List.of and toList
    private final List<String> choices;

    @SuppressWarnings("ImmutableEnumChecker") // created by Map.of
    private final Map<String, String> aliases;

    Facet(String parameter, String legend) {
        this(parameter, legend, null, List.of(), Map.of());
    }

    Facet(String parameter, String legend, List<String> choices) {
        this(parameter, legend, null, choices, Map.of());
    }

    Facet(String parameter, String legend, Codes codes) {
        this(parameter, legend, codes, Map.of());
    }

    Facet(String parameter, String legend, Codes codes, Map<String, String> aliases) {
        this(parameter, legend, codes, codes.choices(), aliases);
    }

    Facet(String parameter, String legend, Codes codes, List<String> choices, Map<String, String> aliases) {
        this.parameter = parameter;
        this.column = words(parameter, "_");
        this.legend = legend;
        this.codes = codes;
        this.choices = choices;
        this.aliases = aliases;
    }

    /** The name in JSON, in URLs and in queries. */
    public String parameter() {
        return parameter;
    }

    /** The heading above its values on pages. */
    public String legend() {
        return legend;
    }

    /** The column of the view's tables that holds it, of the statement or of the citing publication. */
    public String column() {
        return column;
    }

    /** Its name in running text: publication type. */
    public String words() {
        return words(parameter, " ");
    }

    private static String words(String parameter, String between) {
        return parameter.replaceAll("(?=[A-Z])", between).toLowerCase(Locale.ROOT);
    }

    /**
     * The codes that stand for its values in the view's tables.
     *
     * @throws IllegalStateException for a facet that is not in {@link #OF_STATEMENTS}
     */
    public Codes codes() {
        if (codes == null) {
            throw new IllegalStateException(this + " has no codes");
        }
        return codes;
    }

    /** All values that it may have, unknown last; empty if any text may be a value. */
    public List<String> choices() {
        return choices;
    }

    /** Whether one statement may have several values, so that the counts do not add up to the number of statements. */
    public boolean multiValued() {
        return this == AUTHOR || this == NOTICE;
    }

    /** Whether there are too many values to list them all in a report. */
    public boolean open() {
        return this == AUTHOR || this == JOURNAL || this == LICENCE;
    }

    /** Whether values are shown as they are, being names or numbers rather than code words. */
    public boolean asWritten() {
        return open() || this == YEAR;
    }

    /** The stored value for a text, ignoring case and resolving aliases; empty if this facet cannot have it. */
    public Optional<String> accept(String value) {
        if (this == AUTHOR) {
            return Optional.of(Orcid.bare(value).orElse(value));
        }
        if (choices.isEmpty()) {
            return Optional.of(value);
        }
        String lower = value.toLowerCase(Locale.ROOT);
        return Optional.of(aliases.getOrDefault(lower, lower)).filter(choices::contains);
    }

    /** The facet with that parameter name. */
    public static Optional<Facet> named(String parameter) {
        return Stream.of(values())
                .filter(facet -> facet.parameter.equals(parameter))
                .findFirst();
    }

    /** Whether one of them has that parameter name. */
    public static boolean isAmong(Collection<Facet> facets, String parameter) {
        return named(parameter).filter(facets::contains).isPresent();
    }

    /** Their parameter names, as messages list them. */
    public static String names(Collection<Facet> facets) {
        return facets.stream().map(Facet::parameter).collect(Collectors.joining(", "));
    }
}
