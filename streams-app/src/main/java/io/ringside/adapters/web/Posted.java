package io.ringside.adapters.web;

/**
 * The latest scorecard of a key, as it travelled. Decoded it would take ten times the room, and most are never looked
 * at.
 *
 * @param value the record's bytes; never changed
 * @param version the number of the change that brought it
 */
@SuppressWarnings("ArrayRecordComponent") // identity is enough: posts are found by key
record Posted(CardKey key, byte[] value, long version) {}
