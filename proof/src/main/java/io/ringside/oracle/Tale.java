package io.ringside.oracle;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Events of one contact, each once, in the order in which they happened. */
record Tale(List<Heard> events) {

    Tale only(Predicate<Heard> which) {
        return new Tale(events.stream().filter(which).toList());
    }

    Tale only(String type) {
        return only(event -> event.is(type));
    }

    boolean tellsOf(String type) {
        return first(type).isPresent();
    }

    Optional<Heard> first(String type) {
        return only(type).events.stream().findFirst();
    }

    Optional<Heard> first(Predicate<Heard> which) {
        return only(which).events.stream().findFirst();
    }

    Optional<Heard> last(Predicate<Heard> which) {
        List<Heard> some = only(which).events;
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
    }

    /** When the last of them happened, epoch milliseconds. */
    long lastAt() {
        return events.get(events.size() - 1).at();
    }
}
