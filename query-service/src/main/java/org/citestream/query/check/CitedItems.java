package org.citestream.query.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citestream.query.check.ReferenceList.UnlistedMarker;

/**
 * Brings the printed list of a manuscript together with the works that its citations describe. An entry that has a described
 * work's DOI, or its title, is that work; without descriptions nothing is known of what the text cites.
 *
 * @param cited the works described as CSL items, by the reference manager's address
 * @param entries the printed list
 */
record CitedItems(ListFormat format, Map<String, JsonNode> cited, List<String> entries) {

    private static final int TELLING_LETTERS = 15;

    /** A work that citations describe. */
    private record DescribedItem(String address, GivenReference reference, String title) {}

    /** In the order of the list; described works that it does not have are unlisted, or all there is if there is no list. */
    ReferenceList list() {
        List<DescribedItem> items = cited.entrySet().stream()
                .map(item -> {
                    GivenReference read =
                            CslReferences.reference(item.getValue()).citedInText(true);
                    return new DescribedItem(
                            item.getKey(), read, read.title() == null ? "" : ComparedText.letters(read.title()));
                })
                .toList();
        if (entries.isEmpty()) {
            return new ReferenceList(
                    format, items.stream().map(DescribedItem::reference).toList(), List.of());
        }
        Set<String> listed = new HashSet<>();
        List<GivenReference> references = new ArrayList<>();
        for (String entry : entries) {
            GivenReference printed = ReferenceLists.line(entry);
            Optional<DescribedItem> item = of(printed, items, listed);
            item.ifPresent(found -> listed.add(found.address()));
            references.add(item.map(found -> found.reference().printedAs(printed.label(), printed.text()))
                    .orElseGet(() -> printed.citedInText(items.isEmpty() ? null : Boolean.FALSE)));
        }
        return new ReferenceList(
                format,
                references,
                items.stream()
                        .filter(item -> !listed.contains(item.address()))
                        .map(item -> new UnlistedMarker(
                                item.reference().ids().isEmpty()
                                        ? item.address()
                                        : item.reference().ids().get(0),
                                item.reference().inOneLine()))
                        .toList());
    }

    /** The work that an entry is: by its DOI, else by a title that tells, else by a short title and an author. */
    private static Optional<DescribedItem> of(GivenReference entry, List<DescribedItem> items, Set<String> taken) {
        String letters = ComparedText.letters(entry.text());
        return items.stream()
                .filter(item -> !taken.contains(item.address()))
                .filter(item -> isSame(entry, letters, item))
                .findFirst();
    }

    private static boolean isSame(GivenReference entry, String letters, DescribedItem item) {
        String doi = entry.doi();
        if (doi != null && doi.equals(item.reference().doi())) {
            return true;
        }
        boolean byAuthor =
                item.reference().authors().stream().anyMatch(author -> letters.contains(ComparedText.letters(author)));
        return !item.title().isEmpty()
                && letters.contains(item.title())
                && (item.title().length() >= TELLING_LETTERS || byAuthor);
    }
}
