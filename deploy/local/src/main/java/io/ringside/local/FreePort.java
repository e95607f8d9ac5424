package io.ringside.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Finds TCP ports nobody listens on. What is free now can be taken a moment later, so whoever binds must still be ready to fail. */
final class FreePort {
    private static final int CONNECT_TIMEOUT_MILLIS = 200;

    private FreePort() {}

    /** Any free port on the loopback interface. */
    static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + InetAddress.getLoopbackAddress(), e);
        }
    }

    /** The usual port when nobody has it, else any free one. */
    static int preferring(int usual) {
        return isFree(usual) ? usual : any();
    }

    static boolean isFree(int port) {
        return !answers(port) && canBind(port);
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    // On macOS one may bind the loopback address of a port that another process holds on every address.
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MILLIS);
            return socket.isConnected();
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
