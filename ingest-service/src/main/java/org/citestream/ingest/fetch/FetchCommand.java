package org.citestream.ingest.fetch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.citestream.ingest.remote.RemoteUnavailableException;
import org.citestream.ingest.remote.RequestPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code fetch}: works and the open-access articles that cite them, from Europe PMC into a folder. One JSON line a work
 * on standard output: {@code id}, {@code title}, {@code state} ({@code fetched}, {@code there}, {@code not-open},
 * {@code unknown}, {@code unavailable}) and {@code file} or {@code reason}. Files already in the folder are not fetched
 * again.
 */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Fetches works and the open-access articles that cite them from Europe PMC.")
public final class FetchCommand implements Callable<Integer> {
    private static final int SOME_MISSING = 1;

    @Parameters(arity = "1..*", paramLabel = "DOI|PMCID|PMID", description = "the works to begin with")
    List<String> ids = new ArrayList<>();

    @Option(names = "--to", required = true, description = "folder for the files; made when it is not there")
    Path folder;

    @Option(names = "--most", defaultValue = "100", description = "citing articles a work")
    int most;

    @Option(
            names = "--europepmc-url",
            defaultValue = "https://www.ebi.ac.uk/europepmc/webservices/rest",
            description = "where Europe PMC's REST interface is")
    URI url;

    @Option(names = "--rate", defaultValue = "5", description = "requests a second at most")
    int rate;

    @Option(names = "--timeout", defaultValue = "PT60S", description = "for one attempt, three are made")
    Duration timeout;

    @Option(names = "--largest", defaultValue = "52428800", description = "bytes of one article at most")
    int largest;

    @Spec
    CommandSpec spec;

    private final ObjectMapper json = new ObjectMapper();
    private boolean complete = true;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        EuropePmc europePmc = new EuropePmc(
                url,
                new RequestPolicy(timeout, 3, Duration.ofSeconds(1), rate, 0, Duration.ZERO, largest),
                "citestream (https://github.com/citestream)");
        for (String id : ids) {
            fetchWithCiting(europePmc, id);
        }
        return complete ? 0 : SOME_MISSING;
    }

    private void fetchWithCiting(EuropePmc europePmc, String id) throws IOException {
        try {
            Optional<EuropePmcWork> work = europePmc.find(id);
            if (work.isEmpty()) {
                tell(id, null, "unknown", "Europe PMC does not know it");
                return;
            }
            fetch(europePmc, work.get());
            for (EuropePmcWork citing : europePmc.citing(work.get(), most)) {
                fetch(europePmc, citing);
            }
        } catch (RemoteUnavailableException away) {
            tell(id, null, "unavailable", away.getMessage());
        }
    }

    private void fetch(EuropePmc europePmc, EuropePmcWork work) throws IOException {
        if (!work.openAccess() || work.pmcid() == null || !work.pmcid().matches("PMC\\d+")) {
            tell(work.bestName(), work.title(), "not-open", "no open full text");
            return;
        }
        Path file = folder.resolve(work.pmcid() + ".xml");
        if (Files.exists(file)) {
            tell(work.bestName(), work.title(), "there", file.toString());
            return;
        }
        try {
            Optional<byte[]> text = europePmc.fullText(work);
            if (text.isEmpty()) {
                tell(work.bestName(), work.title(), "not-open", "Europe PMC holds no full text");
                return;
            }
            keep(file, text.get());
            tell(work.bestName(), work.title(), "fetched", file.toString());
        } catch (RemoteUnavailableException away) {
            tell(work.bestName(), work.title(), "unavailable", away.getMessage());
        }
    }

    /** A file is complete or absent: an interrupted fetch leaves no partial article behind. */
    private static void keep(Path file, byte[] text) throws IOException {
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), ".fetch-", ".part");
        try {
            Files.write(part, text);
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException plainly) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void tell(String id, String title, String state, String detail) throws IOException {
        boolean here = state.equals("fetched") || state.equals("there");
        if (state.equals("unknown") || state.equals("unavailable")) {
            complete = false;
        }
        ObjectNode line = json.createObjectNode().put("id", id).put("state", state);
        if (title != null) {
            line.put("title", title);
        }
        line.put(here ? "file" : "reason", detail);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json.writeValueAsString(line));
        out.flush();
    }
}
