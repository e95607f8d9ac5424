package io.ringside.schemas;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class TopicsTest {
    /** All revisions of a closed window have one key: a compacted topic would keep the last of them alone. */
    @Test
    void everyRevisionOfAClosedWindowStays() {
        assertThat(Topics.SCORECARD_HISTORY.compacted()).isFalse();
        assertThat(Topics.SCORECARD_HISTORY.config()).containsEntry("cleanup.policy", "delete");
    }
}
