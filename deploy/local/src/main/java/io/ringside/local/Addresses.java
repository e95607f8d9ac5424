package io.ringside.local;

import java.io.PrintWriter;

/** Where a running demo can be reached. */
record Addresses(int webPort, int brokerPort, String registryUrl) {
    void print(PrintWriter out) {
        out.printf("""

                  Wallboard   http://localhost:%d/
                  Metrics     http://localhost:%d/metrics
                  Broker      localhost:%d
                  Registry    %s

                  Ctrl-C ends it and removes all it wrote.

                """, webPort, webPort, brokerPort, registryUrl);
        out.flush();
    }
}
