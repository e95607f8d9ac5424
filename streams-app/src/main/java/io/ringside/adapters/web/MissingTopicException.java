package io.ringside.adapters.web;

/** A topic is not there yet. */
final class MissingTopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingTopicException(String topic) {
        super("topic " + topic + " is not there yet");
    }
}
