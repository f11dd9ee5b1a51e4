package org.citestream.query.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.query.publication.FunderKey;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.vocabulary.Orcid;

/** Reads whom and what a publication is listed by from its row. Stateless. */
final class Entities {

    /** Of a row of publications: reference lists tell no institutions. */
    static final String INSTITUTIONS =
            "CASE WHEN p.source IN (1, 2) THEN nullif(jsonb_path_query_array(p.authors, '$[*].institutions[*]'), '[]') END";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Entities() {}

    /**
     * All of them, each once.
     *
     * @param authors names, each followed by the ORCID iD where its bearer has one
     * @param institutions JSON array of {ror, name}, or null
     * @param funding JSON array of {funder, funderId, award}, or null
     */
    static List<Entity> of(List<String> authors, String journal, String institutions, String funding) {
        Set<Entity> entities = new LinkedHashSet<>();
        for (int i = 0; i < authors.size(); i++) {
            if (!Orcid.is(authors.get(i)) && !authors.get(i).isBlank()) {
                boolean identified = i + 1 < authors.size() && Orcid.is(authors.get(i + 1));
                entities.add(
                        new Entity(Entity.EntityKind.AUTHOR, identified ? authors.get(i + 1) : null, authors.get(i)));
            }
        }
        if (journal != null && !journal.isBlank()) {
            entities.add(new Entity(Entity.EntityKind.JOURNAL, null, journal));
        }
        Map<String, String> names = new HashMap<>();
        List<String> rors = new ArrayList<>();
        for (JsonNode institution : array(institutions)) {
            String ror = institution.path("ror").asText();
            rors.add(ror);
            if (institution.hasNonNull("name")) {
                names.putIfAbsent(ror, institution.path("name").asText());
            }
        }
        rors.stream()
                .filter(ror -> !ror.isBlank())
                .forEach(ror -> entities.add(new Entity(
                        Entity.EntityKind.AFFILIATION,
                        ror,
                        names.getOrDefault(ror, ShownAuthor.ShownInstitution.nameless(ror)))));
        for (JsonNode funder : array(funding)) {
            String name = funder.path("funder").asText("");
            String id = FunderKey.of(funder.path("funderId").asText(null)).orElse(null);
            if (!name.isBlank() || id != null) {
                entities.add(new Entity(Entity.EntityKind.FUNDER, id, name.isBlank() ? id : name));
            }
        }
        return List.copyOf(entities);
    }

    private static JsonNode array(String json) {
        try {
            return json == null ? JSON.createArrayNode() : JSON.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("The view holds JSON of another shape than its migration says", ours);
        }
    }
}
