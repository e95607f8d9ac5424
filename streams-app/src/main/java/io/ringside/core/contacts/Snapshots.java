package io.ringside.core.contacts;

import java.util.OptionalLong;

/** When sources said who waits in their lines, as far back as anything can come late. */
public interface Snapshots {
    /** None is known. */
    Snapshots NONE = (line, moment) -> OptionalLong.empty();

    /** The first snapshot of a line at or after a moment, both in epoch milliseconds. */
    OptionalLong next(Line line, long moment);
}
