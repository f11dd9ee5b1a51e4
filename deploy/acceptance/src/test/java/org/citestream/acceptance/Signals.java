package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Sends what Java cannot send by itself. */
final class Signals {

    private Signals() {}

    /** Sends {@code STOP}, {@code CONT} or {@code KILL} to all of them; one that has ended meanwhile is passed over. */
    static void send(String signal, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-s", signal));
        processes.stream().filter(ProcessHandle::isAlive).forEach(process -> command.add(Long.toString(process.pid())));
        if (command.size() > 3) {
            Tool.Ended ended = Tool.run(command);
            assertThat(ended.status() == 0 || ended.output().contains("No such process"))
                    .as(ended.output())
                    .isTrue();
        }
    }
}
