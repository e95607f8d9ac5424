package io.ringside.topology.state;

import io.ringside.core.definitions.Scope;
import io.ringside.core.kpis.Accounts.Account;
import io.ringside.core.kpis.Grain;
import io.ringside.core.kpis.PackedTally;
import io.ringside.core.kpis.Page;
import io.ringside.core.kpis.PageKey;

/** How pages and accounts are stored. */
public final class PageCodec {
    private static final int VERSION = 1;
    private static final Grain[] GRAINS = Grain.values();

    /** Pages, format 1. */
    public static final Codec<Page> PAGES = Codec.of(VERSION, PageCodec::writePage, PageCodec::readPage);

    /** Keys of pages. */
    public static final Codec<PageKey> KEYS = Codec.ofKey(PageCodec::writeKey, PageCodec::readKey);

    /** Accounts, format 1. */
    public static final Codec<Account> ACCOUNTS = Codec.of(VERSION, PageCodec::writeAccount, PageCodec::readAccount);

    private PageCodec() {}

    private static void writePage(Page page, ByteWriter out) {
        out.writeLong(page.level()).writeInt(page.size());
        for (int i = 0; i < page.size(); i++) {
            out.writeByte(page.codeAt(i));
            TallyCodec.writeTally(page.tallyAt(i), out);
        }
    }

    private static Page readPage(ByteReader in) {
        long level = in.readLong();
        int size = in.readInt();
        short[] codes = new short[size];
        PackedTally[] tallies = new PackedTally[size];
        for (int i = 0; i < size; i++) {
            codes[i] = (short) in.readByte();
            tallies[i] = TallyCodec.readTally(in);
        }
        return Page.ofSlots(codes, tallies, level);
    }

    @SuppressWarnings("EnumOrdinal") // the ordinal is the stored number; Grain says so
    private static void writeKey(PageKey key, ByteWriter out) {
        out.writeString(key.scope().key()).writeByte(key.grain().ordinal()).writeSortable(key.start());
    }

    private static PageKey readKey(ByteReader in) {
        return new PageKey(Scope.parse(in.readString()), GRAINS[in.readByte()], in.readSortable());
    }

    private static void writeAccount(Account account, ByteWriter out) {
        out.writeLong(account.firstSeen()).writeLong(account.lastSeen()).writeLong(account.closedFrom());
        TallyCodec.writeTally(PackedTally.of(account.settled()), out);
    }

    private static Account readAccount(ByteReader in) {
        return new Account(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                TallyCodec.readTally(in).unpack());
    }
}
