package io.ringside.adapters.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class CardKeyTest {
    @Test
    void aKeyIsScopeWindowAndAttribution() {
        CardKey key = CardKey.parse("queue/voice/sales|30m|outcome");
        assertThat(key).isEqualTo(new CardKey("queue/voice/sales", "30m", "outcome"));
        assertThat(key.kind()).isEqualTo("queue");
    }

    @Test
    void everythingIsAKindOfItsOwn() {
        assertThat(CardKey.parse("all|today|arrival").kind()).isEqualTo("all");
    }

    @Test
    void aQueueMayHoldTheSeparatorInItsName() {
        assertThat(CardKey.parse("queue/chat/a|b/c|5m|arrival").scope()).isEqualTo("queue/chat/a|b/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "all|today", "|today|arrival"})
    void anythingElseIsRefused(String key) {
        assertThatThrownBy(() -> CardKey.parse(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
