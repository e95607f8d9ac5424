package io.ringside.topology;

/** What a stream thread does before another takes its place. */
public interface Patience extends AutoCloseable {
    /** Waits for nobody. */
    Patience NONE = new Patience() {
        @Override
        public void await(Throwable cause) throws InterruptedException {
            throw new InterruptedException("nobody waits");
        }

        @Override
        public void close() {}
    };

    /**
     * Returns when what failed may work again.
     *
     * @param cause of a kind that passes
     * @throws InterruptedException if there is no use in waiting, as the pipeline is being closed
     * @throws RuntimeException if it turns out that this will not pass
     */
    void await(Throwable cause) throws InterruptedException;

    /** Ends all waiting. */
    @Override
    void close();
}
