package org.citestream.query.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.PublicUrl;
import org.citestream.query.database.DatabaseUnavailableException;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.SelectedStatements;
import org.citestream.query.search.BadQueryException;
import org.citestream.query.search.SearchIndex;

/** Opens exports, a limited number at a time. Thread-safe. */
@Singleton
public record Exports(
        AgroalDataSource dataSource,
        PublicationReader publications,
        StatementSource source,
        FullExport wholeView,
        SearchIndex index,
        ObjectMapper json,
        ExportSlots places,
        PublicUrl publicUrl) {

    /** How many more exports may start now. */
    public int free() {
        return places.free();
    }

    /**
     * Opens an export of statements; empty if no fact ever named the publication whose report it is.
     *
     * @param client whose slots are counted, e.g. a network address
     * @throws TooManyExportsException when all slots are taken, or all of the client's
     * @throws BadQueryException when the words of a search cannot be parsed
     * @throws DatabaseUnavailableException if the database fails
     */
    public Optional<Export> statements(ExportRequest request, ExportFormat format, String client) {
        return open(request.search(), request, client, (connection, standing) -> {
            Optional<Sql> selection = selection(connection, request, format);
            return selection.map(sql -> (view, out) -> {
                Writer text = text(out);
                statements(view, sql, request, writing(text, format, standing, request.query()));
                text.flush();
            });
        });
    }

    /**
     * Like {@link #statements}, but everything as JSON Lines: publications, aliases, references, statements, tallies.
     */
    public Export everything(ExportRequest request, String client) {
        return open(
                        Optional.empty(),
                        request,
                        client,
                        (connection, standing) -> Optional.of((view, out) -> {
                            Writer text = text(out);
                            JsonLines lines = new JsonLines(text, json, standing);
                            wholeView.write(view, lines, request.query());
                            text.flush();
                        }))
                .orElseThrow();
    }

    @FunctionalInterface
    private interface Preparing {
        Optional<Export.ExportBody> prepare(Connection connection, ExportManifest standing) throws SQLException;
    }

    private Optional<Export> open(Optional<String> search, ExportRequest request, String client, Preparing preparing) {
        places.take(client);
        Connection connection = null;
        boolean open = false;
        try {
            connection = dataSource.getConnection();
            if (search.isPresent()) {
                SearchHits.fill(connection, index, search.get(), request.order());
            }
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            planAnew(connection);
            int generation = new Sql()
                    .add("SELECT number FROM app.generation WHERE state = 'active'")
                    .first(connection, row -> row.getInt(1))
                    .orElseThrow(() -> new SQLException("no generation of the view is active"));
            Connection view = ViewConnection.of(connection, generation);
            ExportManifest standing = ExportManifest.read(view, generation);
            Optional<Export> export = preparing
                    .prepare(view, standing)
                    .map(body -> new Export(
                            view,
                            standing,
                            body,
                            search.isPresent() ? SearchHits::clear : nothing -> {},
                            () -> places.giveBack(client)));
            open = export.isPresent();
            return export;
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        } finally {
            if (!open) {
                places.giveBack(client);
                giveBack(connection);
            }
        }
    }

    /**
     * A plan made while the tables were small would be kept for the whole transaction: PostgreSQL notices newer
     * statistics only when it takes a lock, and it already holds these.
     */
    private static void planAnew(Connection connection) throws SQLException {
        Sql.of("SET LOCAL plan_cache_mode = force_custom_plan").update(connection);
    }

    private static void giveBack(Connection connection) {
        if (connection == null) {
            return;
        }
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            // The pool discards it; the failure that led here is already being reported.
            return;
        }
    }

    private Optional<Sql> selection(Connection connection, ExportRequest request, ExportFormat format)
            throws SQLException {
        ReportQuery query = request.query();
        Sql more = request.licences().condition();
        Long citing = query.citing().isPresent()
                ? publications.find(connection, query.citing().get()).orElse(-1L)
                : null;
        Sql all;
        if (request.cited().isPresent()) {
            Optional<Long> key = publications.find(connection, request.cited().get());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            all = SelectedStatements.ofWork(key.get(), query, citing, more);
        } else if (request.search().isPresent()) {
            all = SelectedStatements.ofHits(SearchHits.TABLE, query, citing, more, format.byPublication());
        } else {
            all = SelectedStatements.ofAll(query, citing, more);
        }
        return Optional.of(request.most() == Long.MAX_VALUE ? all : all.add("LIMIT ?", request.most()));
    }

    private void statements(Connection view, Sql selection, ExportRequest request, FormatWriter writing)
            throws SQLException, IOException {
        long[] count = {0};
        writing.begin();
        source.read(view, selection, request.query(), row -> {
            try {
                writing.write(row);
            } catch (IOException e) {
                throw new SQLException(e);
            }
            count[0]++;
        });
        writing.end(count[0]);
    }

    private FormatWriter writing(Writer text, ExportFormat format, ExportManifest standing, ReportQuery query)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvRows(text, standing, query.blind());
            case JSON_LINES -> new JsonLines(text, json, standing);
            case RIS -> new RisRecords(text, standing);
            case BIBTEX -> new BibTeXEntries(text, standing);
            case JSON_LD -> new CitoJsonLd(text, json, standing, publicUrl.base());
            case TURTLE -> new CitoTurtle(text, standing, publicUrl.base());
        };
    }

    private static Writer text(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 32_768);
    }
}
