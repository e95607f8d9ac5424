package io.ringside.producers.simulator;

import java.util.PriorityQueue;

/** Virtual time and all that is going to happen in it, earliest first, what was planned first among equals. */
final class Timeline {
    private final PriorityQueue<Appointment> planned = new PriorityQueue<>();
    private long now;
    private long appointments;

    /**
     * @param start milliseconds since 1970-01-01T00:00Z
     */
    Timeline(long start) {
        now = start;
    }

    /** Milliseconds since 1970-01-01T00:00Z. */
    long now() {
        return now;
    }

    /**
     * Plans something for a time, in milliseconds since 1970-01-01T00:00Z.
     *
     * @throws IllegalArgumentException if that time has passed
     */
    Appointment at(long time, Runnable action) {
        if (time < now) {
            throw new IllegalArgumentException("time: must not be before %d, was %d".formatted(now, time));
        }
        Appointment appointment = new Appointment(time, appointments++, action);
        planned.add(appointment);
        return appointment;
    }

    /** Plans something for a number of milliseconds from now. */
    Appointment after(long millis, Runnable action) {
        return at(Math.addExact(now, millis), action);
    }

    /** Goes on to the next thing planned and does it; false if there is none before {@code end}, in milliseconds since 1970-01-01T00:00Z. */
    boolean stepBefore(long end) {
        Appointment next = planned.peek();
        if (next == null || next.time >= end) {
            return false;
        }
        planned.remove();
        if (!next.cancelled) {
            now = next.time;
            next.action.run();
        }
        return true;
    }

    /** Something planned. It can be cancelled, and cancelling what has been done already changes nothing. */
    static final class Appointment implements Comparable<Appointment> {
        private final long time;
        private final long number;
        private final Runnable action;
        private boolean cancelled;

        private Appointment(long time, long number, Runnable action) {
            this.time = time;
            this.number = number;
            this.action = action;
        }

        void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Appointment other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
