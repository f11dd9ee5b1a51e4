package org.citestream.ingest.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.Reference;

/** Decides whether a citing article and a cited work share an author: same ORCID, else same family name and initials. */
final class Relationships {
    private static final Relationship UNKNOWN = new Relationship(Relationship.Kind.UNKNOWN, List.of());
    private static final Relationship INDEPENDENT = new Relationship(Relationship.Kind.INDEPENDENT, List.of());

    private final List<Name> citing;
    private final Set<String> families;

    Relationships(List<Author> citing) {
        this.citing = citing.stream().map(Name::of).toList();
        this.families = this.citing.stream().map(Name::family).collect(Collectors.toSet());
    }

    /** An author with the parts that are compared. */
    private record Name(Author author, String family, String initials) {
        static Name of(Author author) {
            return new Name(author, PublicationIds.normalise(author.family()), initials(author.given()));
        }

        boolean sameAs(Name other) {
            if (author.orcid() != null && other.author.orcid() != null) {
                return author.orcid().equals(other.author.orcid());
            }
            if (family.isEmpty() || !family.equals(other.family) || author.group() != other.author.group()) {
                return false;
            }
            // "J" may be "JA", but "JB" is not.
            return author.group()
                    || (!initials.isEmpty()
                            && !other.initials.isEmpty()
                            && (initials.startsWith(other.initials) || other.initials.startsWith(initials)));
        }

        private static String initials(String given) {
            if (given == null) {
                return "";
            }
            boolean packed = given.length() <= 4 && given.equals(given.toUpperCase(Locale.ROOT));
            StringBuilder initials = new StringBuilder();
            boolean first = true;
            for (int i = 0; i < given.length(); i++) {
                char c = given.charAt(i);
                if (!Character.isLetter(c)) {
                    first = true;
                } else if (first || packed) {
                    initials.append(c);
                    first = false;
                }
            }
            return PublicationIds.normalise(initials.toString());
        }
    }

    Relationship to(Reference reference) {
        if (citing.isEmpty() || reference.authors().isEmpty()) {
            return UNKNOWN;
        }
        List<Name> cited = new ArrayList<>(0);
        for (Author author : reference.authors()) {
            // Most cited authors share no family name, so their initials need not be compared.
            if (author.orcid() != null || families.contains(PublicationIds.normalise(author.family()))) {
                cited.add(Name.of(author));
            }
        }
        List<String> shared = cited.isEmpty() ? List.of() : shared(cited);
        if (!shared.isEmpty()) {
            return new Relationship(Relationship.Kind.SELF, shared);
        }
        return reference.authorsTruncated() ? UNKNOWN : INDEPENDENT;
    }

    private List<String> shared(List<Name> cited) {
        List<String> shared = new ArrayList<>();
        for (Name name : citing) {
            if (cited.stream().anyMatch(name::sameAs)) {
                shared.add(name.author().displayName());
            }
        }
        return shared;
    }
}
