package org.citestream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.platform.SharedPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTest {

    private static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SharedPlatform.get().newDatabase().connect();
        Sql.of("CREATE TEMPORARY TABLE thing (id uuid, name text, number bigint, at timestamptz)")
                .update(connection);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void shouldBindByNameWhenANameStandsTwiceAndCastsAndColonsStandBesideIt() throws SQLException {
        // When
        String said = Sql.of("SELECT :word::text || ':word' || ' 12:30 ' || (:word)")
                .with("word", "a:b")
                .first(connection, row -> row.getString(1))
                .orElseThrow();

        // Then
        assertThat(said).isEqualTo("a:b:word 12:30 a:b");
    }

    @Test
    void shouldKeepWhatItIsGivenWhenItIsATimeAnIdOrNothing() throws SQLException {
        // Given
        UUID id = UUID.randomUUID();

        // When
        int met = Sql.of("INSERT INTO thing VALUES (:id, :name, :number, :at)")
                .with("id", id)
                .with("name", null)
                .with("number", 7)
                .with("at", AT)
                .update(connection);

        // Then
        assertThat(met).isEqualTo(1);
        assertThat(Sql.of("SELECT * FROM thing WHERE id = ANY (:ids)")
                        .with("ids", List.of(id))
                        .first(
                                connection,
                                row -> Arrays.asList(
                                        row.getString("name"), row.getLong("number"), Sql.instant(row, "at"))))
                .contains(Arrays.asList(null, 7L, AT));
    }

    @Test
    void shouldChangeARowForEachWhenThereAreMany() throws SQLException {
        // When
        Sql.of("INSERT INTO thing (name, number) VALUES (:name, :number)")
                .with("number", 3)
                .updateAll(connection, List.of("one", "two"), name -> Map.of("name", name));
        Sql.of("INSERT INTO thing (name) VALUES (:name)").updateAll(connection, List.<String>of(), name -> Map.of());

        // Then
        assertThat(Sql.of("SELECT sum(number) FROM thing").number(connection)).isEqualTo(6);
        assertThat(Sql.of("SELECT array_agg(name ORDER BY name) AS names FROM thing")
                        .first(connection, row -> Sql.texts(row, "names")))
                .contains(List.of("one", "two"));
    }

    @Test
    void shouldTellTheTypesOfColumnsWhenTheyGoInAsArrays() throws SQLException {
        // When
        long sum = Sql.of("SELECT sum(n) FROM unnest(:numbers::bigint[], :names::text[]) AS t (n, name)"
                        + " WHERE name IS NULL")
                .with("numbers", List.of(1L, 2L, 4L))
                .with("names", Arrays.asList("a", null, null))
                .number(connection);

        // Then
        assertThat(sum).isEqualTo(6);
    }

    @Test
    void shouldPutTogetherPiecesWhenTheyHaveQuestionMarks() throws SQLException {
        // Given
        Sql sql = new Sql().add("SELECT number FROM (VALUES (1, 'x'), (2, 'y')) AS t (number, name) WHERE true");

        // When
        sql.add("AND name = ?", "y");

        // Then
        assertThat(sql.list(connection, row -> row.getInt(1))).containsExactly(2);
    }

    @Test
    void shouldSayWhatIsMissingWhenANameHasNoValue() {
        // Given
        Map<String, Object> none = new HashMap<>();
        // When, Then
        assertThatThrownBy(() -> Sql.of("SELECT :name").update(connection)).hasMessageContaining(":name");
        assertThatThrownBy(() -> Sql.of("SELECT :name").updateAll(connection, List.of(1), one -> none))
                .hasMessageContaining(":name");
        assertThatThrownBy(() -> new Sql().add("SELECT ?", 1).with("name", 1).update(connection))
                .hasMessageContaining("question marks and names");
    }
}
