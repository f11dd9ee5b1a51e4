package org.citestream.cli.gold;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;

/** Labels by statement id, in the order of their files. */
public record GoldLabels(Map<String, GoldLabel> byId) {

    public GoldLabels {
        byId = new LinkedHashMap<>(byId);
    }

    /** Of some files; where two label the same statement, the later counts. */
    public static GoldLabels read(List<Path> files) throws IOException {
        var labels = new LinkedHashMap<String, GoldLabel>();
        for (Path file : files) {
            read(file, labels);
        }
        return new GoldLabels(labels);
    }

    private static void read(Path file, Map<String, GoldLabel> labels) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CliException(ExitCode.NOT_RUNNING, "No label file " + file + ".");
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            if (!GoldLabel.HEADER.equals(lines.readLine())) {
                throw damaged(file, 1, "the header must be " + GoldLabel.HEADER.replace('\t', ' '), null);
            }
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    GoldLabel label = GoldLabel.parse(line);
                    labels.put(label.id(), label);
                } catch (IllegalArgumentException e) {
                    throw damaged(file, number, e.getMessage(), e);
                }
            }
        }
    }

    private static CliException damaged(Path file, int line, String why, Throwable cause) {
        return new CliException(ExitCode.NOT_RUNNING, file + ", line " + line + ": " + why + ".", cause);
    }

    Collection<GoldLabel> all() {
        return byId.values();
    }
}
