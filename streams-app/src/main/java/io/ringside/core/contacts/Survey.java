package io.ringside.core.contacts;

import java.util.Optional;
import java.util.OptionalLong;

import io.ringside.core.events.Csat;
import io.ringside.core.events.Event.Credit;

/** One survey of a contact. Times are epoch milliseconds. */
final class Survey {
    OptionalLong sentAt = OptionalLong.empty();
    OptionalLong answeredAt = OptionalLong.empty();
    Optional<Csat> csat = Optional.empty();
    Optional<Credit> credit = Optional.empty();
}
