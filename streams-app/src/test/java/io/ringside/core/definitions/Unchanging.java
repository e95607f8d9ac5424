package io.ringside.core.definitions;

import java.util.List;

/** Definitions that take no changes, for tests. */
public record Unchanging(Definitions definitions) implements Changes {

    public static CurrentDefinitions current(Definitions definitions) {
        return new CurrentDefinitions(new Unchanging(definitions));
    }

    @Override
    public List<Change> taken() {
        return List.of();
    }

    @Override
    public Changes with(Change change) throws ChangeRefusedException {
        throw new ChangeRefusedException(List.of("nothing changes here"));
    }
}
