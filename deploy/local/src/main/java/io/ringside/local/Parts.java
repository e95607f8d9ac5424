package io.ringside.local;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, so that it ends in reverse order, whatever happens.
 *
 * <p>Parts may be started in parallel. Once closing has begun no further part starts, and closing waits for those whose start is under
 * way: half a broker cannot be stopped.
 */
public final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<Part> running = new ConcurrentLinkedDeque<>();
    private final ReadWriteLock starts = new ReentrantReadWriteLock();
    private volatile boolean closing;

    /**
     * Starts a part and takes charge of it.
     *
     * @param name for messages, for example {@code the broker}
     * @throws StoppedEarly when closing has begun
     */
    public <T extends AutoCloseable> T start(String name, Start<T> start) throws InterruptedException {
        starts.readLock().lock();
        try {
            if (closing) {
                throw new StoppedEarly("stopped before " + name + " was started");
            }
            T part = start.start();
            running.push(new Part(name, part));
            return part;
        } finally {
            starts.readLock().unlock();
        }
    }

    /** Closes all parts, the last one first. A part that fails to close is reported, and the others are closed all the same. */
    @Override
    public void close() {
        closing = true;
        starts.writeLock().lock();
        try {
            while (!running.isEmpty()) {
                close(running.pop());
            }
        } finally {
            starts.writeLock().unlock();
        }
    }

    private static void close(Part part) {
        try {
            part.running().close();
        } catch (Exception e) { // what AutoCloseable declares
            LOG.warn("Could not end {} in order", part.name(), e);
        }
    }

    /** Starts something and returns it when it runs. */
    public interface Start<T> {
        T start() throws InterruptedException;
    }

    private record Part(String name, AutoCloseable running) {}

    /** A part was not started because everything is being closed. */
    static final class StoppedEarly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedEarly(String message) {
            super(message);
        }
    }
}
