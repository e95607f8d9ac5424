package io.ringside.producers.replay;

/**
 * Remembers what each identity said, in 12 bytes a row at best and 24 at worst, so that logs of many million rows fit. Identities are told
 * apart by a 64-bit hash: among ten million rows, two of them are confused once in 400,000 files.
 */
final class SeenRows {
    private static final long FREE = 0;

    private long[] identities = new long[1 << 12];
    private int[] contents = new int[1 << 12];
    private int size;

    /** What an identity said before, compared with now. */
    enum Seen {
        NEW,
        SAME,
        OTHER
    }

    /**
     * Notes what an identity says.
     *
     * @param content a hash of what it says
     */
    Seen note(Identity identity, int content) {
        long hash = hash(identity);
        int slot = slot(identities, hash);
        if (identities[slot] == hash) {
            return contents[slot] == content ? Seen.SAME : Seen.OTHER;
        }
        identities[slot] = hash;
        contents[slot] = content;
        if (++size * 2L > identities.length) {
            grow();
        }
        return Seen.NEW;
    }

    private void grow() {
        long[] moreIdentities = new long[identities.length * 2];
        int[] moreContents = new int[identities.length * 2];
        for (int i = 0; i < identities.length; i++) {
            if (identities[i] != FREE) {
                int slot = slot(moreIdentities, identities[i]);
                moreIdentities[slot] = identities[i];
                moreContents[slot] = contents[i];
            }
        }
        identities = moreIdentities;
        contents = moreContents;
    }

    /** Where this hash stands, or the free place where it belongs. */
    private static int slot(long[] identities, long hash) {
        int mask = identities.length - 1;
        int slot = (int) hash & mask;
        while (identities[slot] != FREE && identities[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long hash(Identity identity) {
        long hash = 0xcbf29ce484222325L;
        for (String part : new String[] {identity.contact(), identity.visit(), identity.leg(), identity.survey()}) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0xffff_ffffL) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == FREE ? 1 : hash;
    }
}
