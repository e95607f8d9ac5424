package io.ringside.adapters.web;

/**
 * The key of a scorecard in its topic, so that a scorecard nobody looks at need not be decoded.
 *
 * @param scope what it is about, for example {@code queue/voice/sales}
 * @param window the window's id
 * @param attribution {@code outcome} or {@code arrival}
 */
record CardKey(String scope, String window, String attribution) {

    /**
     * Reads a record key. The name of a queue may hold any character, so the ends are found from the right.
     *
     * @throws IllegalArgumentException if this is no scorecard's key
     */
    static CardKey parse(String key) {
        int attribution = key.lastIndexOf('|');
        int window = attribution < 1 ? -1 : key.lastIndexOf('|', attribution - 1);
        if (window < 1) {
            throw new IllegalArgumentException("not scope|window|attribution: " + key);
        }
        return new CardKey(
                key.substring(0, window), key.substring(window + 1, attribution), key.substring(attribution + 1));
    }

    /** The kind of scope: queue, channel, site, all, agent or team. */
    String kind() {
        int end = scope.indexOf('/');
        return end < 0 ? scope : scope.substring(0, end);
    }
}
