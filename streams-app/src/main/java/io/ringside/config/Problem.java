package io.ringside.config;

/**
 * One thing wrong with a configuration.
 *
 * @param path the keys that lead there, joined by dots; empty for the whole
 */
record Problem(String path, Place place, String text) {
    @Override
    public String toString() {
        return path.isEmpty() ? place + ": " + text : path + " (" + place + "): " + text;
    }
}
