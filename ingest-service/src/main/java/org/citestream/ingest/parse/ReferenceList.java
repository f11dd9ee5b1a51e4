package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citestream.ingest.article.Reference;

/** The references read so far, in order, with every name that a marker may call them by. */
final class ReferenceList {
    private final Limits limits;
    private final Map<String, Reference> byKey = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    /** Keys of the works of an entry that holds several, by the entry's id. */
    private final Map<String, List<String>> groups = new HashMap<>();
    /** Keys of the entries that the file gives one id. */
    private final Map<String, List<String>> twins = new HashMap<>();

    private final List<String> conflicts = new ArrayList<>();
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
        String wanted = id == null || id.isBlank() ? null : id.strip();
        boolean taken = wanted != null && byKey.containsKey(wanted);
        String key = wanted == null || taken ? "#" + (byKey.size() + 1) : wanted;
        if (taken) {
            twins.computeIfAbsent(wanted, first -> new ArrayList<>(List.of(first)))
                    .add(key);
        }
        Reference reference = draft.build(key);
        byKey.put(key, reference);
        draft.conflict().ifPresent(words -> conflicts.add(words + " (" + key + ")"));
        text += reference.raw().length();
        if (byKey.size() > limits.references()) {
            throw RefusalException.limit("references", limits.references());
        }
        if (text > limits.referenceText()) {
            throw RefusalException.limit("reference-text", limits.referenceText());
        }
        return key;
    }

    /** Lets markers that name {@code id} mean the entry {@code key}. */
    void alias(String id, String key) {
        if (id != null && !id.isBlank()) {
            aliases.putIfAbsent(id.strip(), key);
        }
    }

    /** Lets markers that name {@code id} mean all these works, unless they name letters. */
    void group(String id, List<String> keys) {
        if (id != null && !id.isBlank()) {
            groups.putIfAbsent(id.strip(), List.copyOf(keys));
        }
    }

    /**
     * What a marker names.
     *
     * @param keys of references; empty when no reference is called so
     * @param ambiguous whether the keys are of entries between which nothing decides
     */
    record NamedReferences(List<String> keys, boolean ambiguous) {
        NamedReferences {
            keys = List.copyOf(keys);
        }
    }

    /** The works that a marker with this target and this text means. */
    NamedReferences named(String target, String marker) {
        if (twins.containsKey(target)) {
            List<String> same = twins.get(target).stream()
                    .filter(key -> isCalled(byKey.get(key), marker))
                    .toList();
            if (same.size() != 1 && isOneWork(twins.get(target))) {
                return new NamedReferences(List.of(target), false);
            }
            return same.size() == 1 ? new NamedReferences(same, false) : new NamedReferences(twins.get(target), true);
        }
        if (groups.containsKey(target)) {
            return new NamedReferences(lettered(groups.get(target), marker), false);
        }
        if (byKey.containsKey(target)) {
            return new NamedReferences(List.of(target), false);
        }
        return new NamedReferences(aliases.containsKey(target) ? List.of(aliases.get(target)) : List.of(), false);
    }

    /** Whether the entries are one work by their ids, or said twice to the letter. */
    private boolean isOneWork(List<String> keys) {
        Reference first = byKey.get(keys.get(0));
        return keys.stream().map(byKey::get).allMatch(one -> first.identifiers()
                .best()
                .map(id -> one.identifiers().best().filter(id::equals).isPresent())
                .orElse(!first.raw().isEmpty() && first.raw().equals(one.raw())));
    }

    private static boolean isCalled(Reference reference, String marker) {
        return reference.label() != null && bare(reference.label()).equals(bare(marker));
    }

    private static String bare(String label) {
        return label.replaceAll("[^\\p{L}\\d]", "").toLowerCase(Locale.ROOT);
    }

    private List<String> lettered(List<String> works, String marker) {
        Set<Character> letters = WorkLabels.lettersIn(marker);
        List<String> called = works.stream()
                .filter(key -> letters.contains(letter(works, key)))
                .toList();
        return called.isEmpty() ? works : called;
    }

    /** The letter of a work's label; works without one are counted from a. */
    private char letter(List<String> works, String key) {
        Character printed = WorkLabels.letterOf(byKey.get(key).label());
        return printed == null ? (char) ('a' + works.indexOf(key)) : printed;
    }

    /** What single entries say against themselves, in words. */
    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    List<Reference> all() {
        return List.copyOf(byKey.values());
    }
}
