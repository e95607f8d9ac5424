package io.ringside.adapters.web;

import java.util.List;

import io.ringside.schemas.Topics;

/** The names of the two topics that a board is read from. */
record FeedTopics(String scorecards, String watermarks) {

    static FeedTopics under(String prefix) {
        return new FeedTopics(Topics.SCORECARDS.name(prefix), Topics.WATERMARKS.name(prefix));
    }

    List<String> names() {
        return List.of(scorecards, watermarks);
    }
}
