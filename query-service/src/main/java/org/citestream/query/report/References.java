package org.citestream.query.report;

import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownPublication;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The reference list of a publication.
 *
 * @param total number of distinct publications among the matching entries
 * @param entries number of matching entries, which may name a publication twice
 * @param next the offset of the next part; absent on the last
 */
public record References(long total, long entries, List<ReferenceEntry> references, Integer next) {

    public References {
        references = List.copyOf(references);
    }

    /**
     * One entry of the list, in its order.
     *
     * @param raw as printed
     * @param match how the cited publication was identified, and with what confidence (0 to 1)
     * @param citedBy how many publications cite it
     * @param types how many statements of each type cite it
     */
    @Schema(name = "Entry")
    public record ReferenceEntry(
            String key,
            String label,
            ShownPublication cited,
            String raw,
            ShownMatch match,
            ShownStatement.ShownRelationship relationship,
            boolean citedInText,
            long citedBy,
            Map<String, Long> types) {}

    /** How the publication of a reference was identified. */
    @Schema(name = "Match")
    public record ShownMatch(String method, Float score) {}
}
