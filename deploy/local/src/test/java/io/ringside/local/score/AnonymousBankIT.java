package io.ringside.local.score;

import java.nio.file.Path;

/** The rows in the order in which they stand, up to a month out of order. */
final class AnonymousBankIT extends BankMonth {
    @Override
    Path log() {
        return DATA.resolve("calls_1999-02.csv.gz");
    }
}
