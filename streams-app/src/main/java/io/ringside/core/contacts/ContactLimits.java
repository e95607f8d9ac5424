package io.ringside.core.contacts;

import java.time.Duration;

/**
 * How long contacts may last and how much they may hold.
 *
 * @param closeAfter calls and chats without a sign of life for so long are closed as forced
 * @param closeTicketsAfter the same for tickets
 * @param retention how long an ended contact is kept, so that late events and surveys find it
 * @param longest waits and talks beyond are absurd and refused
 * @param mostEvents events beyond so many of one contact are refused
 * @param missedAfter a snapshot that misses a contact counts so long after the last sign of life
 */
public record ContactLimits(
        Duration closeAfter,
        Duration closeTicketsAfter,
        Duration retention,
        Duration longest,
        int mostEvents,
        Duration missedAfter) {}
