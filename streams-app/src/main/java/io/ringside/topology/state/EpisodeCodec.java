package io.ringside.topology.state;

import io.ringside.core.alerts.Episode;
import io.ringside.core.alerts.Episode.Phase;

/** How the episodes of alerts are stored. */
public final class EpisodeCodec {
    private static final Phase[] PHASES = Phase.values();

    /** Episodes, format 1. */
    public static final Codec<Episode> EPISODES = Codec.of(1, EpisodeCodec::write, EpisodeCodec::read);

    private EpisodeCodec() {}

    @SuppressWarnings("EnumOrdinal") // the ordinal is the stored number; phases only grow at the end
    private static void write(Episode episode, ByteWriter out) {
        out.writeByte(episode.phase().ordinal())
                .writeLong(episode.breachedAt())
                .writeLong(episode.recoveredAt())
                .writeLong(Double.doubleToLongBits(episode.worst()))
                .writeLong(Double.doubleToLongBits(episode.said()))
                .writeLong(episode.saidAt());
    }

    private static Episode read(ByteReader in) {
        return new Episode(
                PHASES[in.readByte()],
                in.readLong(),
                in.readLong(),
                Double.longBitsToDouble(in.readLong()),
                Double.longBitsToDouble(in.readLong()),
                in.readLong());
    }
}
