package io.ringside.producers.simulator;

import java.util.Locale;

/** Where customers come in: knows who they are and gives each contact its name. */
final class Reception {
    private final Operation operation;
    private long contacts;

    Reception(Operation operation) {
        this.operation = operation;
    }

    /** A customer comes to a queue with a new matter. */
    void newMatter(ServiceQueue queue, Chance chance) {
        int customer = chance.below(operation.scenario().center().customers());
        open(queue, customerRef(customer), chance.pick(queue.reasons()), chance, Journey.first());
    }

    /** The customer of a contact comes again to the same queue, for the same reason. */
    void again(Contact earlier, boolean gaveUp) {
        Journey journey = earlier.journey().again(gaveUp);
        open(
                earlier.first(),
                earlier.customer(),
                earlier.reason(),
                earlier.chance().split(),
                journey);
    }

    private void open(ServiceQueue queue, String customer, String reason, Chance chance, Journey journey) {
        String kind = queue.channel().name().toLowerCase(Locale.ROOT);
        String id = "%s-%s-%d".formatted(kind, operation.run(), ++contacts);
        Contact contact = new Contact(id, queue, customer, reason, chance, journey);
        if (queue.handling() instanceof Handling.Tickets handling) {
            new Ticket(operation, contact, handling).create();
        } else {
            new Visit(operation, contact, queue).enter();
        }
    }

    private String customerRef(int customer) {
        return "%016x".formatted(operation.chance("customer-" + customer).nextLong());
    }
}
