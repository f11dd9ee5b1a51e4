package org.citestream.ingest.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citestream.ingest.remote.RemoteClient;
import org.citestream.ingest.remote.RequestPolicy;

/**
 * Europe PMC's REST service: {@code search} and {@code PMCID/fullTextXML}. Thread-safe; every method throws
 * {@link org.citestream.ingest.remote.RemoteUnavailableException} when Europe PMC does not answer.
 */
public final class EuropePmc {
    private static final int PAGE = 100;

    private final String base;
    private final RemoteClient client;

    /** @param base address of the service without a slash at its end */
    public EuropePmc(URI base, RequestPolicy policy, String userAgent) {
        this.base = base.toString();
        this.client = new RemoteClient(policy, userAgent);
    }

    /** The work with this DOI, PMCID ({@code PMC123}) or PMID (digits); empty when Europe PMC does not know it. */
    public Optional<EuropePmcWork> find(String id) {
        String upper = id.toUpperCase(Locale.ROOT);
        String query;
        if (upper.matches("PMC\\d+")) {
            query = "PMCID:" + upper;
        } else if (upper.matches("\\d+")) {
            query = "EXT_ID:" + id + " AND SRC:MED";
        } else {
            query = "DOI:\"" + id.replace("\"", "") + "\"";
        }
        return search(query, 1).stream().findFirst();
    }

    /** Open-access works whose reference list names this one, at most {@code most}. */
    public List<EuropePmcWork> citing(EuropePmcWork work, int most) {
        return search("CITES:" + work.id() + "_" + work.source() + " AND OPEN_ACCESS:y", most);
    }

    /** The JATS file; empty when Europe PMC holds none. */
    public Optional<byte[]> fullText(EuropePmcWork work) {
        return work.pmcid() == null
                ? Optional.empty()
                : client.bytes(URI.create(base + "/" + work.pmcid() + "/fullTextXML"));
    }

    private List<EuropePmcWork> search(String query, int most) {
        List<EuropePmcWork> found = new ArrayList<>();
        String cursor = "*";
        while (found.size() < most) {
            URI address = URI.create(base + "/search?query=" + encode(query) + "&format=json&resultType=lite&pageSize="
                    + Math.min(PAGE, most) + "&cursorMark=" + encode(cursor));
            JsonNode answer = client.json(address).orElse(null);
            if (answer == null) {
                break;
            }
            JsonNode hits = answer.path("resultList").path("result");
            for (JsonNode hit : hits) {
                if (found.size() < most) {
                    found.add(work(hit));
                }
            }
            String next = answer.path("nextCursorMark").asText("");
            if (hits.isEmpty() || next.isEmpty() || next.equals(cursor)) {
                break;
            }
            cursor = next;
        }
        return found;
    }

    private static EuropePmcWork work(JsonNode hit) {
        return new EuropePmcWork(
                hit.path("source").asText(),
                hit.path("id").asText(),
                text(hit, "pmcid"),
                text(hit, "doi"),
                text(hit, "title"),
                hit.path("isOpenAccess").asText().equals("Y"));
    }

    private static String text(JsonNode hit, String field) {
        return hit.hasNonNull(field) ? hit.path(field).asText() : null;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
