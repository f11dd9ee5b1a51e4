package org.citestream.cli;

import java.nio.ByteBuffer;
import java.util.List;

/** Uses Unsafe as Kafka does, then does the same in a child process. */
final class UnsafeProgram {

    private static final String CHILD = "a child";

    private UnsafeProgram() {}

    public static void main(String[] arguments) throws Exception {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        var field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        type.getMethod("invokeCleaner", ByteBuffer.class).invoke(field.get(null), ByteBuffer.allocateDirect(1));
        if (arguments[0].equals(CHILD)) {
            System.out.println("by a child");
            return;
        }
        System.out.println("by the launcher");
        List<String> command = Java.command();
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), UnsafeProgram.class.getName(), CHILD));
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
