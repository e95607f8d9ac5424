package io.ringside.schemas.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ringside.schemas.Presence;

/** Whether the schema registry is there. */
public final class RegistryPresence {
    private static final String NAME = "The schema registry";
    /** An id that no registry gives out, so that the answer is short. */
    private static final int NO_SCHEMA = Integer.MAX_VALUE;

    private RegistryPresence() {}

    /**
     * The registry is there once this has been done.
     *
     * @param asked what asks it something; what it throws but for {@link RegistryUnreachableException} is passed on
     */
    public static Presence shownBy(Runnable asked) {
        return new Presence(NAME, () -> {
            try {
                asked.run();
                return Optional.empty();
            } catch (RegistryUnreachableException e) {
                return Optional.of(e.wrong());
            }
        });
    }

    /**
     * The registry is there once it answers anything.
     *
     * @param config how to reach it, as {@link RegistryConfig} says
     */
    public static Presence of(Map<String, ?> config) {
        Map<String, Object> once = new HashMap<>(config);
        once.put(RegistryConfig.MAX_RETRIES, 0);
        once.put(RegistryConfig.MISSING_ID_TTL_SECONDS, 0);
        SchemaRegistry registry = SchemaRegistry.connect(once);
        return shownBy(() -> {
            try {
                var unused = registry.schema(NO_SCHEMA);
            } catch (RegistryRefusedException e) {
                return; // it is there, and whoever needs something of it hears for himself that he does not get it
            }
        });
    }
}
