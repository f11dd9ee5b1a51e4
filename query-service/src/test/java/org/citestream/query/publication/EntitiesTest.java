package org.citestream.query.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.citestream.query.PlatformResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class EntitiesTest {

    @Inject
    EntityManager entities;

    @Test
    @Transactional
    void shouldReadEveryColumnWhenEntityIsAsked() {
        // Given
        var all = entities.getMetamodel().getEntities();
        // When, Then
        assertThat(all)
                .extracting(type -> type.getName())
                .contains("Publication", "CitationStatement", "ReferenceEdge");
        for (var type : all) {
            assertThat(entities.createQuery("from " + type.getName(), type.getJavaType())
                            .getResultList())
                    .as(type.getName())
                    .isNotNull();
        }
        assertThat(Publication.findRoot("doi:10.5555/unknown")).isEmpty();
    }
}
