package io.ringside.oracle;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * When a contact that nobody ended is taken out of its queue. A source that lists who waits in its queue gives a sign of
 * life of each that it lists. A visit is over with the first list without it that was made some time after its last sign of
 * life; a contact, when there was no sign of life of it at all for very long.
 */
record Absence(Tale contact, List<Listing> listings, Rules rules) {
    /** They are told of the contact, and say nothing of the queue. */
    private static final Set<String> OF_THE_CONTACT = Set.of("ESCALATED", "COMPLAINED");

    /** When it is too long that the contact was heard of, epoch milliseconds. */
    long silentAt() {
        LongStream listed = contact.only("ENQUEUED").events().stream()
                .filter(enqueued -> Conversation.leaving(enqueued, contact).isEmpty())
                .flatMapToLong(this::listedAt);
        return LongStream.concat(listed, LongStream.of(contact.lastAt())).max().getAsLong()
                + rules.closeAfter().toMillis();
    }

    /** The first list that ends a visit, unless something else does. */
    OptionalLong missedAt(Heard enqueued) {
        LongStream told = contact.events().stream()
                .filter(event -> event.channel().equals(enqueued.channel())
                        && event.part().equals(enqueued.part())
                        && !OF_THE_CONTACT.contains(event.type()))
                .mapToLong(Heard::at);
        long lastSign = LongStream.concat(told, listedAt(enqueued)).max().getAsLong();
        return listings.stream()
                .filter(listing -> listing.isOf(enqueued))
                .mapToLong(Listing::at)
                .filter(at -> at >= lastSign + rules.missedAfter().toMillis())
                .min();
    }

    private LongStream listedAt(Heard enqueued) {
        return listings.stream()
                .filter(listing -> listing.isOf(enqueued) && listing.names(enqueued))
                .mapToLong(Listing::at);
    }
}
