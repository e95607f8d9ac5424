package io.ringside.core.definitions;

import java.util.List;

/** The settings with all changes so far. Immutable. */
public interface Changes {

    /** What follows from them. */
    Definitions definitions();

    /** The changes that were taken in, in the order of their numbers. */
    List<Change> taken();

    /** The number of the latest change; 0 where there is none. */
    default int latest() {
        return taken().isEmpty() ? 0 : taken().get(taken().size() - 1).number();
    }

    /**
     * The same with one more change.
     *
     * @throws ChangeRefusedException if it is not right
     */
    Changes with(Change change) throws ChangeRefusedException;
}
