package io.ringside.core.kpis;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Where pages are kept: a port that the state stores implement. A page handed out stays the stored one. */
public interface Pages {
    Optional<Page> get(PageKey key);

    /** Keeps a page, which may have been changed in place. */
    void put(PageKey key, Page page);

    void remove(PageKey key);

    void forEach(BiConsumer<PageKey, Page> action);
}
