package org.citestream.query.web.related;

import java.util.List;
import java.util.stream.Stream;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.WorkMap;
import org.citestream.query.related.WorkMap.Node;
import org.citestream.query.related.WorkMap.Role;
import org.citestream.query.web.PageAddress;

/**
 * Everything the map of a work shows: the drawing, and the same as lists.
 *
 * @param drawing null where there is nothing but the work itself
 */
public record MapPage(ShownPublication work, MapDrawing drawing, List<Group> groups) {

    /** The works that stand in one way to the middle. */
    public record Group(String legend, String id, List<Listed> works) {}

    /**
     * A work in a list.
     *
     * @param reason why it is related, or null
     * @param sentences address of the sentences that link the two
     */
    public record Listed(ShownPublication work, long citingWorks, String reason, String sentences) {}

    static MapPage of(WorkMap map) {
        return new MapPage(
                map.center(),
                map.nodes().size() > 1 ? MapDrawing.of(map) : null,
                Stream.of(
                                group(map, Role.CITES, "Works that cite it"),
                                group(map, Role.CITED, "Works it cites"),
                                group(map, Role.RELATED, "Related works"))
                        .filter(group -> !group.works().isEmpty())
                        .toList());
    }

    private static Group group(WorkMap map, Role role, String legend) {
        return new Group(
                legend,
                role.wireName(),
                map.nodes().stream()
                        .filter(node -> node.role() == role)
                        .map(node -> listed(map.center().id(), node))
                        .toList());
    }

    private static Listed listed(String center, Node node) {
        return new Listed(
                node.work(),
                node.citingWorks(),
                node.relation().isNone() ? null : node.relation().reason(),
                PageAddress.of("links", center).with("to", node.work().id()).toString());
    }

    /** The map as a file. */
    public String file(String format) {
        return PageAddress.of("api/v1/maps", work.id()).with("format", format).toString();
    }

    /** Where the form asks for a path from this work. */
    public String links() {
        return PageAddress.of("links", work.id()).toString();
    }
}
