package io.ringside.topology;

/** Told within a task: what came before is committed. */
enum Committed {
    ALL_BEFORE
}
