package io.ringside.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another program's main class, and ends its JVM at once when the parent process is gone.
 *
 * <p>Standard input is a pipe that only the parent holds. However the parent ends, {@code kill -9} included, the operating system
 * closes the pipe, and reading it comes to an end here.
 */
final class Leash {
    private static final int PARENT_IS_GONE = 1;

    private Leash() {}

    /** The first argument is the main class to run, the others are handed to it. */
    public static void main(String[] args) throws Throwable {
        Thread watch = new Thread(Leash::endWithParent, "leash");
        watch.setDaemon(true);
        watch.start();
        run(args[0], Arrays.copyOfRange(args, 1, args.length));
    }

    // The one use of reflection: the program is known by name alone and is not there to compile against.
    private static void run(String mainClass, String[] args) throws Throwable {
        try {
            Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithParent() {
        try (InputStream parent = System.in) {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("lost the parent process: " + e.getMessage());
        } finally {
            Runtime.getRuntime().halt(PARENT_IS_GONE);
        }
    }
}
