package org.citestream.query.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The prompts: each is a text under {@code resources/mcp/prompts} with a place for every argument. */
enum PromptText {
    LITERATURE_REVIEW(
            "literature-review",
            "Literature review",
            "Reviews a topic from this index: what is agreed and disputed, with quotes",
            List.of(new Argument("topic", "What the review is about", true))),
    FACT_CHECK_CLAIM(
            "fact-check-claim",
            "Fact-check a claim",
            "Holds a claim against what articles say of each other's findings",
            List.of(new Argument("claim", "The claim in a sentence or two", true))),
    SYSTEMATIC_REVIEW_SCREEN(
            "systematic-review-screen",
            "Screen for a systematic review",
            "Searches and screens works by criteria, and counts what a flow diagram needs",
            List.of(
                    new Argument("question", "The review's question", true),
                    new Argument("criteria", "When a work is included, when excluded", false))),
    VERIFY_BIBLIOGRAPHY(
            "verify-bibliography",
            "Verify a bibliography",
            "Checks every reference: known here, right, retracted, supported or contrasted",
            List.of(new Argument("bibliography", "The references, one per line", true)));

    /** An argument of a prompt. */
    record Argument(String name, String description, boolean required) {}

    private static final String NOT_GIVEN = "(none given)";

    final String wireName;
    final String title;
    final String description;

    @SuppressWarnings("ImmutableEnumChecker") // created by List.of
    final List<Argument> arguments;

    PromptText(String wireName, String title, String description, List<Argument> arguments) {
        this.wireName = wireName;
        this.title = title;
        this.description = description;
        this.arguments = arguments;
    }

    /** The text with the arguments filled in. A value is never treated as a placeholder. */
    String filled(Map<String, String> given) {
        StringBuilder filled = new StringBuilder();
        for (String line : text().split("(?<=\n)", -1)) {
            filled.append(arguments.stream()
                    .map(Argument::name)
                    .filter(name -> line.strip().equals("{" + name + "}"))
                    .map(name -> given.getOrDefault(name, NOT_GIVEN) + "\n")
                    .findFirst()
                    .orElse(line));
        }
        return filled.toString();
    }

    private String text() {
        try (InputStream file = PromptText.class.getResourceAsStream("/mcp/prompts/" + wireName + ".md")) {
            if (file == null) {
                throw new IllegalStateException("no text for the prompt " + wireName);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
