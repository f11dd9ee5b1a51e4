package org.citestream.ingest.score;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.statement.CitationStatement;

/** What citing sentences of running text look like: bad cuts show as fragments, lower-case starts, missing stops. */
final class SentenceStatistics {
    private static final int FRAGMENT = 25;
    private static final int LONG = 800;

    private long statements;
    private long running;
    private long characters;
    private long fragments;
    private long tooLong;
    private long lowerCase;
    private long open;
    private long alone;
    private long truncated;

    void add(CitationStatement statement) {
        statements++;
        truncated += statement.truncated() ? 1 : 0;
        if (statement.position() != Position.BODY || statement.text().isEmpty()) {
            return;
        }
        String text = statement.text();
        running++;
        characters += text.length();
        fragments += text.length() < FRAGMENT ? 1 : 0;
        tooLong += text.length() > LONG ? 1 : 0;
        lowerCase += Character.isLowerCase(text.charAt(0)) ? 1 : 0;
        open += ".?!:".indexOf(text.charAt(lastSign(text))) < 0 ? 1 : 0;
        alone += statement.before() == null && statement.after() == null ? 1 : 0;
    }

    /** The last character that is no digit, bracket, quote or link of markers. */
    private static int lastSign(String text) {
        int at = text.length() - 1;
        while (at > 0 && (Character.isDigit(text.charAt(at)) || " ,-–)]\"”’'".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at;
    }

    Map<String, String> print() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("statements", String.format(Locale.ROOT, "%,d", statements));
        lines.put("  in running text", String.format(Locale.ROOT, "%,d", running));
        lines.put("  mean length", running == 0 ? "-" : characters / running + " characters");
        lines.put("  under " + FRAGMENT + " characters", new Ratio(fragments, running).toString());
        lines.put("  over " + LONG + " characters", new Ratio(tooLong, running).toString());
        lines.put("  begin in lower case", new Ratio(lowerCase, running).toString());
        lines.put("  end without a stop", new Ratio(open, running).toString());
        lines.put("  without neighbours", new Ratio(alone, running).toString());
        lines.put("  cut at 4 KB", new Ratio(truncated, statements).toString());
        return lines;
    }
}
