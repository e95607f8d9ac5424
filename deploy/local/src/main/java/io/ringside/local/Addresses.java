package io.ringside.local;

import java.io.PrintWriter;

/** Where a running demo can be reached. */
record Addresses(int brokerPort, String registryUrl) {
    void print(PrintWriter out) {
        out.println();
        out.println("  Broker      localhost:" + brokerPort);
        out.println("  Registry    " + registryUrl);
        out.println();
        out.println("  Ctrl-C ends it and removes all it wrote.");
        out.println();
        out.flush();
    }
}
