package org.citestream.ingest.parse;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.article.Reference;

/** The references read so far, in order, with every name that a marker may call them by. */
final class ReferenceList {
    private final Limits limits;
    private final Map<String, Reference> byKey = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private long text;

    ReferenceList(Limits limits) {
        this.limits = limits;
    }

    /**
     * Adds an entry.
     *
     * @param id as the file gives it; null or taken: the entry is known by its place
     * @return its key
     */
    String add(String id, ReferenceDraft draft) {
        String key =
                id == null || id.isBlank() || byKey.containsKey(id.strip()) ? "#" + (byKey.size() + 1) : id.strip();
        Reference reference = draft.build(key);
        byKey.put(key, reference);
        text += reference.raw().length();
        if (byKey.size() > limits.references()) {
            throw Refusal.limit("references", limits.references());
        }
        if (text > limits.referenceText()) {
            throw Refusal.limit("reference-text", limits.referenceText());
        }
        return key;
    }

    /** Lets markers that name {@code id} mean the entry {@code key}. */
    void alias(String id, String key) {
        if (id != null && !id.isBlank()) {
            aliases.putIfAbsent(id.strip(), key);
        }
    }

    /** The key of the entry that a marker names, or null. */
    String keyOf(String target) {
        return byKey.containsKey(target) ? target : aliases.get(target);
    }

    List<Reference> all() {
        return List.copyOf(byKey.values());
    }
}
