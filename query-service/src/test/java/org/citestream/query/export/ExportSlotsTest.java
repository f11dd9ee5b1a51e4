package org.citestream.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExportSlotsTest {

    private final ExportSlots places = new ExportSlots(3, 2);

    @Test
    void shouldLeaveSlotsForOthersWhateverOneClientRequests() {
        // Given
        places.take("a");
        places.take("a");
        // When, Then
        assertThatThrownBy(() -> places.take("a"))
                .isInstanceOfSatisfying(TooManyExportsException.class, refused -> assertThat(refused.isOfClient())
                        .isTrue());
        places.take("b");
        assertThatThrownBy(() -> places.take("c"))
                .isInstanceOfSatisfying(TooManyExportsException.class, refused -> assertThat(refused.isOfClient())
                        .isFalse());

        places.giveBack("a");
        places.take("c");
        places.giveBack("a");
        places.giveBack("b");
        places.giveBack("c");
        assertThat(places.free()).isEqualTo(3);
    }
}
