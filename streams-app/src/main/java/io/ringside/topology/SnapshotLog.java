package io.ringside.topology;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

import io.ringside.core.contacts.Line;
import io.ringside.core.contacts.Snapshots;
import io.ringside.core.definitions.Scope;
import io.ringside.topology.state.ByteReader;
import io.ringside.topology.state.ByteWriter;
import io.ringside.topology.state.Codec;
import io.ringside.topology.state.ObjectStore;
import io.ringside.topology.state.WriteBehindStore;

/**
 * When sources said who waits, for as long as a contact may come late: not what they said. On disk, an hour of a line to a
 * page; the latest of each line is in memory, so that a contact that is as fresh as usual asks nothing of the disk.
 * Moments are epoch milliseconds.
 */
final class SnapshotLog implements Snapshots {
    static final Codec<Line> LINES = Codec.ofKey((line, out) -> write(line, out), SnapshotLog::readLine);
    static final Codec<Long> LATEST = Codec.of(1, (at, out) -> out.writeLong(at), ByteReader::readLong);
    static final Codec<Hour> HOURS = Codec.ofKey(SnapshotLog::write, SnapshotLog::readHour);
    static final Codec<long[]> MOMENTS = Codec.of(1, SnapshotLog::write, SnapshotLog::readMoments);

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    /** A round takes about as many beats: some hours, where they come twice a second. */
    private static final long BEATS_A_ROUND = 20_000;

    private final ObjectStore<Line, Long> latest;
    private final WriteBehindStore<Hour, long[]> pages;
    private final long kept;

    /** An hour of a line, by its first millisecond. */
    record Hour(Line line, long start) {}

    SnapshotLog(ObjectStore<Line, Long> latest, WriteBehindStore<Hour, long[]> pages, Duration retention) {
        this.latest = latest;
        this.pages = pages;
        this.kept = retention.toMillis();
    }

    /** Notes a snapshot; false if there was one of this line and moment before. */
    boolean add(Line line, long at) {
        Hour hour = hourOf(line, at);
        long[] moments = pages.get(hour).orElse(new long[0]);
        int place = Arrays.binarySearch(moments, at);
        if (place >= 0) {
            return false;
        }
        long[] more = Arrays.copyOf(moments, moments.length + 1);
        int before = -place - 1;
        System.arraycopy(moments, before, more, before + 1, moments.length - before);
        more[before] = at;
        pages.put(hour, more);
        if (at > latest.get(line).orElse(Long.MIN_VALUE)) {
            latest.put(line, at);
        }
        return true;
    }

    @Override
    public OptionalLong next(Line line, long moment) {
        long until = latest.get(line).orElse(Long.MIN_VALUE);
        if (until < moment) {
            return OptionalLong.empty();
        }
        for (Hour hour = hourOf(line, moment); hour.start <= until; hour = new Hour(line, hour.start + HOUR_MILLIS)) {
            for (long at : pages.get(hour).orElse(new long[0])) {
                if (at >= moment) {
                    return OptionalLong.of(at);
                }
            }
        }
        return OptionalLong.empty();
    }

    /** Drops a few of the pages that nothing can ask for any more. */
    void forget(long now) {
        long few = 1 + pages.approximateNumEntries() / BEATS_A_ROUND;
        pages.visitNext((int) few, (hour, moments) -> {
            if (hour.start + 2 * HOUR_MILLIS + kept < now) {
                pages.remove(hour);
            }
        });
    }

    private static Hour hourOf(Line line, long at) {
        return new Hour(line, Math.floorDiv(at, HOUR_MILLIS) * HOUR_MILLIS);
    }

    static ByteWriter write(Line line, ByteWriter out) {
        return out.writeString(line.queue().key()).writeString(line.source());
    }

    static Line readLine(ByteReader in) {
        return new Line(Scope.parse(in.readString()), in.readString());
    }

    private static void write(Hour hour, ByteWriter out) {
        write(hour.line, out).writeSortable(hour.start);
    }

    private static Hour readHour(ByteReader in) {
        return new Hour(readLine(in), in.readSortable());
    }

    private static void write(long[] moments, ByteWriter out) {
        out.writeInt(moments.length).near(moments[0]);
        for (long at : moments) {
            out.writeMoment(at);
        }
    }

    private static long[] readMoments(ByteReader in) {
        long[] moments = new long[in.readInt()];
        in.readNear();
        for (int i = 0; i < moments.length; i++) {
            moments[i] = in.readMoment();
        }
        return moments;
    }
}
