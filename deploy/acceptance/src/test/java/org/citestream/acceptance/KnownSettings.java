package org.citestream.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The settings of a service, as its documents and its {@code application.properties} name them, in the form of
 * environment variables: what a deployment sets must be among them.
 */
final class KnownSettings {

    private static final Pattern NAME = Pattern.compile("`(\\.?[a-z][a-z.-]*)(\\*?)`");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^([a-z][a-z.-]*)=");
    private static final String KAFKA = "KAFKA_";

    private final Set<String> names = new TreeSet<>();
    private final Set<String> folders = new TreeSet<>();

    private KnownSettings() {}

    static KnownSettings of(Service service) {
        var known = new KnownSettings();
        for (Path document : Documents.in(service.folder(), "README.md", "settings.md")) {
            Documents.read(document)
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .forEach(known::readRow);
        }
        Path properties =
                Checkout.root().resolve(service.folder()).resolve("src/main/resources/application.properties");
        PROPERTY.matcher(Documents.read(properties))
                .results()
                .forEach(found -> known.names.add(asVariable(found.group(1))));
        ConsumerConfig.configNames().forEach(name -> known.names.add(KAFKA + asVariable(name)));
        return known;
    }

    /** Those of these variables that the service does not know. */
    List<String> unknown(Iterable<String> variables) {
        List<String> unknown = new ArrayList<>();
        for (String variable : variables) {
            if (!names.contains(variable) && folders.stream().noneMatch(variable::startsWith)) {
                unknown.add(variable);
            }
        }
        return unknown;
    }

    /** In the first cell of a row, a name that begins with a dot shares the folder of the one before. */
    private void readRow(String row) {
        Matcher name = NAME.matcher(row.split("\\|", -1)[1]);
        String folder = "";
        while (name.find()) {
            String written = name.group(1);
            if (!written.startsWith(".") && written.indexOf('.') > 0) {
                folder = written.substring(0, written.lastIndexOf('.'));
            }
            String whole = written.startsWith(".") ? folder + written : written;
            (name.group(2).isEmpty() ? names : folders).add(asVariable(whole));
        }
    }

    private static String asVariable(String name) {
        return name.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
