package org.citestream.classify.decide.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.IntentScores;

/**
 * Decides which statements the encoder is asked about: those that the linear model is not sure are mere mentions, since
 * the rare types are among them, and those of whose intent it is least sure.
 *
 * @param share of ordinary traffic that is doubtful by these limits, in [0, 1]
 * @param mention probability of a mention under which a decision is doubtful
 * @param intent confidence in the intent under which a decision is doubtful
 */
public record DeferralRule(double share, double mention, double intent) {

    private static final String TABLE = "/org/citestream/classify/model/doubt.tsv";
    private static final double NEVER = 0;
    private static final double ALWAYS = 2;

    /**
     * The limits that leave a share of ordinary traffic doubtful, from a table measured with the shipped linear model.
     * It is not a quantile of the current batch, so a statement's label does not depend on its neighbours. On unusual
     * traffic the share differs.
     *
     * @param share in [0, 1]; 1 makes everything doubtful
     */
    public static DeferralRule about(double share) {
        return about(share, shipped());
    }

    /** The table measured with the shipped linear model. */
    public static String shipped() {
        try (InputStream in = DeferralRule.class.getResourceAsStream(TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }

    /** The same from a table: lines of share, mention and intent, {@code #} opens a comment; between two by straight line. */
    public static DeferralRule about(double share, String table) {
        List<DeferralRule> lines = new ArrayList<>();
        lines.add(new DeferralRule(0, NEVER, NEVER));
        table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(DeferralRule::line)
                .forEach(lines::add);
        lines.add(new DeferralRule(1, ALWAYS, ALWAYS));
        lines.sort(Comparator.comparingDouble(DeferralRule::share));
        for (int i = 1; i < lines.size(); i++) {
            if (share < lines.get(i).share()) {
                return lines.get(i - 1).towards(lines.get(i), share);
            }
        }
        return lines.get(lines.size() - 1);
    }

    private static DeferralRule line(String line) {
        String[] cells = line.strip().split("\\s+", -1);
        return new DeferralRule(
                Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
    }

    private DeferralRule towards(DeferralRule next, double wanted) {
        double part = (wanted - share) / (next.share - share);
        return new DeferralRule(
                wanted, mention + part * (next.mention - mention), intent + part * (next.intent - intent));
    }

    /** Whether a decision is doubtful; a failed one never is, since the encoder could do no better. */
    boolean about(Decision decision) {
        return decision.failure().isEmpty()
                && (decision.scores().mentioning() < mention
                        || decision.intent().map(IntentScores::confidence).orElse(1.0) < intent);
    }
}
