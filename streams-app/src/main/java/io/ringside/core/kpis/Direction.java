package io.ringside.core.kpis;

/** Which way a KPI gets better. */
public enum Direction {
    HIGHER,
    LOWER,
    /** Neither way: a volume, or a figure to be read with others. */
    NONE
}
