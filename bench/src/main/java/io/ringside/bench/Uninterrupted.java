package io.ringside.bench;

/** Waits for threads that were told to end; an interrupt meanwhile is kept for later. */
final class Uninterrupted {
    private Uninterrupted() {}

    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
